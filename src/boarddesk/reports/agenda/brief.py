"""The chair's brief, one page: quorum, what is to settle and with whom, then the run sheet for the day."""

from __future__ import annotations

from collections.abc import Iterator

from boarddesk.reports.agenda.agenda import composed
from boarddesk.reports.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    ParagraphKind,
    Table,
    bold,
    cell,
    words,
)
from boarddesk.reports.layout import page_count
from boarddesk.rules.agenda import brief as wording
from boarddesk.rules.agenda.brief import BriefPack
from boarddesk.rules.agenda.item import Purpose
from boarddesk.rules.wording import bound, cut_words, day, tidied

NOT_ISSUED = "not issued"
TRIED = ((40, 3), (22, 3), (22, 2), (14, 1))
"""Words to use and names to chase are cut to the first of these with which the brief is one page."""


def chairs_brief(pack: BriefPack) -> Document:
    """The brief of a pack; on one page where fewer words make it so."""
    tried = (_document(pack, *most) for most in TRIED)
    return next((brief for brief in tried if page_count(brief) == 1), _document(pack, *TRIED[-1]))


def _document(pack: BriefPack, most: int, names: int) -> Document:
    agenda = pack.agenda
    facts = (
        agenda.partnership,
        f"for the chair{f', {agenda.chair}' if agenda.chair else ''}, {NOT_ISSUED}",
        agenda.title,
        f"by {tidied(agenda.author)}" if tidied(agenda.author) else "",
        agenda.edition.with_day(agenda.as_at),
    )
    return composed("chair’s brief", tuple(_blocks(pack, most, names)), facts, agenda)


def _blocks(pack: BriefPack, most: int, names: int) -> Iterator[Block]:
    lead, rest = wording.in_short(pack)
    yield Paragraph(words(bold(lead), f" {rest}"), ParagraphKind.IN_SHORT)
    yield Heading("Quorum")
    yield Paragraph(words(wording.quorum_told(pack)))
    yield Heading("To settle before the day")
    yield Table(
        "To settle before the day",
        "One row for each matter: where it stands, and whom to chase.",
        (Column("Matter", 2.9), Column("Where it stands", 8.8), Column("Whom to chase", 5.7)),
        tuple(
            (cell(row.matter), cell(bound(row.stands)), cell(row.chase))
            for row in wording.matters(pack, names=names)
        ),
    )
    if wording.has_table(pack):
        yield Heading("Overdue in the action log")
        yield _overdue(pack)
    yield Heading("Run sheet")
    yield from _run_sheet(pack, most)


def _overdue(pack: BriefPack) -> Table:
    return Table(
        "Overdue in the action log",
        "One row for each action that is overdue: its owner and the day it was due.",
        (Column("Ref", 1.2), Column("Action", 8.4), Column("Owner", 4.2), Column("Due", 3.6)),
        tuple(
            (
                cell(action.ref),
                cell(tidied(action.text)),
                cell(tidied(action.owner_names) or "To be agreed"),
                cell(day(action.due) if action.due else "–"),
            )
            for action in pack.overdue
        ),
    )


def _run_sheet(pack: BriefPack, most: int) -> Iterator[Block]:
    rows = pack.agenda.agenda.items
    if not rows:
        yield Paragraph(words("None."))
        return
    yield Table(
        "Run sheet",
        "One row for each item: when it begins, what is wanted, and words to use.",
        (
            Column("Item", 1.1),
            Column("Start", 1.4),
            Column("Business", 3.9),
            Column("Purpose", 2.3),
            Column("Words to use", 8.7),
        ),
        tuple(
            (
                cell(row.number),
                cell(row.starts or "–"),
                cell(wording.short_title(row.item)),
                _purpose(row.item.purpose),
                cell(cut_words(wording.words_to_use(row, pack), most)),
            )
            for row in rows
        ),
    )


def _purpose(purpose: Purpose) -> Cell:
    told = purpose.capitalize() or "–"
    return cell(words(bold(told))) if purpose is Purpose.DECISION else cell(told)
