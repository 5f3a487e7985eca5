"""The papers of a meeting as table data, in the order of the agenda, those missing first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from boarddesk.rules.agenda.laid_out import AgendaRow
from boarddesk.rules.papers.names import paper_file_name
from boarddesk.rules.papers.paper import Paper, live, size_in_words
from boarddesk.rules.wording import count_in_figures, day_in_short
from boarddesk.ui.look.tokens import Shape
from boarddesk.ui.meetings.shown_agenda import ShownAgenda
from boarddesk.ui.widgets.table.rows import Cell, Column, Ink, Kind, Row

COLUMNS = (
    Column("item", "Item", 56, ink=Ink.MUTED),
    Column("name", "Paper", 240, stretch=True, names=True),
    Column("state", "State", 108, fits=140, ink=Ink.MUTED),
    Column("size", "Size", 68, kind=Kind.NUMBER, ink=Ink.MUTED),
    Column("taken", "Taken in", 96, fits=110, ink=Ink.MUTED),
    Column("cleared", "Cleared", 110, fits=220, ink=Ink.MUTED, least=76),
)


@dataclass(frozen=True)
class ListedPaper:
    """A paper on one of its items; None where one is wanted and none is named."""

    row: AgendaRow
    paper: Paper | None
    position: int = 1

    @property
    def id(self) -> str:
        """What tells the line from others: a paper may stand on several items."""
        return f"{self.row.item.id} {self.paper.id if self.paper else ''}".strip()

    @property
    def name(self) -> str:
        """`04-1 Therapies waiting times.pdf`; without a file its title."""
        if self.paper is None:
            return self.row.item.title
        copy = self.paper.copy
        suffix = PurePath(copy.name).suffix if copy else ""
        return paper_file_name(self.row.number, self.position, self.paper.title, suffix=suffix)


def listed_papers(shown: ShownAgenda) -> list[ListedPaper]:
    """Every paper of the agenda in its order; what is missing or awaited before what is in."""
    lines = list(_lines(shown))
    return sorted(lines, key=lambda line: _awaited(line.paper))


def _awaited(paper: Paper | None) -> int:
    if paper is None:
        return 0
    return 3 if paper.is_withdrawn else 1 if paper.copy is None else 2


def _lines(shown: ShownAgenda) -> Iterator[ListedPaper]:
    for row in shown.agenda.items:
        if row.item.papers_wanted and not live(shown.papers_of(row.item.id)):
            yield ListedPaper(row, None)
        yield from papers_of_row(shown, row)


def papers_of_row(shown: ShownAgenda, row: AgendaRow) -> list[ListedPaper]:
    """The papers of one item, those withdrawn too; these take no number."""
    known = shown.papers_of(row.item.id)
    places = {paper.id: place for place, paper in enumerate(live(known), 1)}
    return [ListedPaper(row, paper, places.get(paper.id, len(places) + 1)) for paper in known]


def rows(shown: ShownAgenda) -> list[Row]:
    """A line for each."""
    return [_row(line, shown) for line in listed_papers(shown)]


def _row(line: ListedPaper, shown: ShownAgenda) -> Row:
    paper = line.paper
    copy = paper.copy if paper else None
    return Row(
        line.id,
        {
            "item": line.row.number,
            "name": Cell(line.name, tip=line.name),
            "state": _state(line, shown),
            "size": Cell(size_in_words(copy.size) if copy else "–", sort=copy.size if copy else 0),
            "taken": Cell(day_in_short(copy.taken_in_on), sort=copy.taken_in_on) if copy else "–",
            "cleared": _cleared(paper),
        },
        ink=Ink.FAINT if paper is not None and paper.is_withdrawn else None,
    )


def _state(line: ListedPaper, shown: ShownAgenda) -> Cell:
    paper = line.paper
    late = shown.today > shown.papers_due and not shown.meeting.state.was_held
    if paper is not None and paper.is_withdrawn:
        return Cell("Withdrawn", tip=paper.withdrawn_why)
    if (paper is None or paper.copy is None) and late:
        return Cell("Late", shape=Shape.TRIANGLE, shape_ink=Ink.BAD, ink=Ink.BAD, strong=True)
    if paper is None:
        return Cell("Missing", shape=Shape.DIAMOND, shape_ink=Ink.WARN, ink=Ink.WARN, strong=True)
    if paper.copy is None:
        return Cell("To follow", shape=Shape.RING)
    if paper.open_findings:
        many = count_in_figures(len(paper.open_findings), "finding")
        return Cell(many, icon="flag", shape_ink=Ink.WARN, ink=Ink.WARN, strong=True)
    return Cell("In", shape=Shape.TICK)


def _cleared(paper: Paper | None) -> Cell:
    if paper is None or not paper.clearances:
        return Cell("–")
    done = len(paper.clearances) - len(paper.not_cleared)
    missing = ", ".join(clearance.role for clearance in paper.not_cleared)
    words = f"{done} of {len(paper.clearances)}"
    return Cell(f"{words}, not {missing}" if missing and paper.copy else words, tip=missing)
