"""The items of an agenda as table data."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from boarddesk.rules.agenda.item import AgendaItem
from boarddesk.rules.agenda.laid_out import AgendaRow
from boarddesk.rules.agenda.papers import PapersState
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui.look.tokens import Shape
from boarddesk.ui.meetings.agenda.editing import ITEM, KINDS, OUTCOMES, PURPOSES
from boarddesk.ui.meetings.shown_agenda import ShownAgenda
from boarddesk.ui.plan.words import short_name
from boarddesk.ui.widgets.table.rows import Cell, Column, Editor, EditorKind, Ink, Kind, Row

NEW = "new"
"""The row of an item whose title is only being typed."""


def columns(leads: Callable[[], Sequence[str]], *, held: bool) -> tuple[Column, ...]:
    """The columns of the design; of a meeting that was held also what became of each item."""
    fields = ITEM
    outcome = Column("outcome", "Outcome", 96, yields=2, ink=Ink.MUTED, editor=fields["outcome"].editor)
    return (
        Column("number", "No", 46, ink=Ink.MUTED),
        Column("start", "Start", 52, kind=Kind.NUMBER),
        Column("title", "Item", 200, stretch=True, fits=230, names=True, editor=fields["title"].editor),
        Column("purpose", "Purpose", 90, fits=120, yields=1, ink=Ink.MUTED, editor=fields["purpose"].editor),
        Column(
            "kind",
            "Kind",
            120,
            fits=150,
            ink=Ink.MUTED,
            editor=fields["kind"].editor,
            from_width=2000,
            if_fits=True,
        ),
        Column("lead", "Lead", 90, fits=150, ink=Ink.MUTED, editor=Editor(EditorKind.TEXT, offers=leads)),
        Column("minutes", "Min", 46, kind=Kind.NUMBER, editor=fields["minutes"].editor, full="Minutes"),
        *((outcome,) if held else ()),
        Column("papers", "Papers", 98, fits=128, ink=Ink.MUTED, editor=fields["papers"].editor),
    )


def rows(shown: ShownAgenda, *, draft_after: str | None = None) -> list[Row]:
    """Every item in the order of the agenda; an item being typed stands after another, or at the end."""
    made = [_row(row, shown) for row in shown.agenda.rows]
    if draft_after is not None:
        at = next((place for place, row in enumerate(made, 1) if row.id == draft_after), len(made))
        made.insert(at, Row(NEW, {"title": Cell("", said="a new item, type its title")}))
    return made


def _row(row: AgendaRow, shown: ShownAgenda) -> Row:
    item, may = row.item, not shown.why_not
    return Row(
        item.id,
        {
            "number": Cell("" if row.is_sub_item else row.number, sort=row.number, said=row.number),
            "start": _start(row),
            "title": _title(row, editable=may),
            "minutes": _minutes(row, editable=may),
            **({} if row.is_heading else _about(item, shown, editable=may)),
        },
    )


def _start(row: AgendaRow) -> Cell:
    if row.past_the_end and not row.is_heading:
        said = f"{row.starts or 'begins'}, past the end of the meeting"
        return Cell(row.starts, ink=Ink.BAD, strong=True, said=said)
    return Cell(row.starts, ink=Ink.MUTED if row.is_heading else None, said=row.starts or "no time")


def _title(row: AgendaRow, *, editable: bool) -> Cell:
    item = row.item
    tag = "Restricted" if item.restricted else "Late" if item.is_late else ""
    return Cell(
        item.title,
        ahead=row.number if row.is_sub_item else "",
        strong=row.is_heading,
        tag=tag,
        locked=item.restricted,
        value=item.title,
        editable=editable,
        tip=item.title,
    )


def _minutes(row: AgendaRow, *, editable: bool) -> Cell:
    if row.is_heading:
        return Cell(
            str(row.minutes), ink=Ink.MUTED, sort=row.minutes, editable=False, said=f"{row.minutes} in all"
        )
    given = row.item.minutes
    return Cell(
        "–" if given is None else str(given),
        ink=Ink.FAINT if given is None else None,
        sort=given or 0,
        value="" if given is None else str(given),
        said="none given" if given is None else "",
        editable=editable,
    )


def _about(item: AgendaItem, shown: ShownAgenda, *, editable: bool) -> dict[str, Cell]:
    return {
        "purpose": _choice(item.purpose, PURPOSES, editable=editable),
        "kind": _choice(item.kind, KINDS, editable=editable),
        "lead": Cell(
            short_name(item.lead.name) if item.lead.name else "–",
            value=item.lead.name,
            said=item.lead.name or "nobody",
            tip=item.lead.name,
            editable=editable,
        ),
        "outcome": _choice(item.outcome, OUTCOMES),
        "papers": papers_cell(item, shown),
    }


def _choice(value: str, choices: Sequence[tuple[str, str]], *, editable: bool = True) -> Cell:
    words = dict(choices)[value] if value else "–"
    return Cell(words, value=value, said=words if value else "not said", editable=editable)


def papers_cell(item: AgendaItem, shown: ShownAgenda) -> Cell:
    """How it stands with the papers, in the words and signs of the design."""
    state, value = shown.papers_state(item), "1" if item.papers_wanted else ""
    match state:
        case PapersState.FINDINGS:
            words = count_in_figures(shown.finding_count(item.id), "finding")
            return Cell(words, icon="flag", shape_ink=Ink.WARN, ink=Ink.WARN, strong=True, value=value)
        case PapersState.NONE:
            return Cell("–", said="none asked for", value=value)
        case PapersState.IN:
            return Cell(state, shape=Shape.TICK, value=value)
        case PapersState.TO_FOLLOW:
            return Cell(state, shape=Shape.RING, value=value)
        case PapersState.MISSING:
            return Cell(
                state, shape=Shape.DIAMOND, shape_ink=Ink.WARN, ink=Ink.WARN, strong=True, value=value
            )
        case PapersState.LATE:
            return Cell(state, shape=Shape.TRIANGLE, shape_ink=Ink.BAD, ink=Ink.BAD, strong=True, value=value)
