"""The forward plan: what the next meeting takes, each quarter's items, and what is not placed yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boarddesk.reports.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    ParagraphKind,
    Table,
    Text,
    bold,
    bullets,
    cell,
    plain,
    section,
    words,
)
from boarddesk.reports.layout import with_contents
from boarddesk.rules.agenda.entry import ForwardEntry
from boarddesk.rules.agenda.forward_plan import Occurrence
from boarddesk.rules.agenda.look_ahead import (
    Ahead,
    AheadPack,
    abbreviations,
    about,
    ahead_of,
    in_short,
    lead_of,
    route_lines,
    when_lines,
)
from boarddesk.rules.edition import PUBLISHED
from boarddesk.rules.wording import bound, day, sentence, tidied

NONE = "None."
WHEN, ITEM, PURPOSE, LEAD, ROUTE = 3.6, 5.5, 2.3, 2.9, 3.1


def forward_plan_document(pack: AheadPack) -> Document:
    """The document of a pack; a list of contents after the answer where it is long."""
    return with_contents(_document(tuple(_blocks(ahead_of(pack), pack)), pack))


def _document(blocks: tuple[Block, ...], pack: AheadPack) -> Document:
    copy = PUBLISHED if pack.is_published else ""
    prepared = f"prepared by {tidied(pack.author)}" if tidied(pack.author) and pack.names else ""
    facts = (pack.partnership, copy, prepared, pack.edition.with_day(pack.as_at))
    footer = (pack.board.name, copy, pack.edition.in_brief(pack.as_at))
    return Document(
        title=bound(f"{pack.board.name}: forward plan, {day(pack.as_at)}"),
        blocks=blocks,
        facts="\N{NO-BREAK SPACE}· ".join(fact for fact in facts if fact),
        partnership=pack.partnership or pack.board.name,
        footer=" · ".join(part for part in footer if part),
        edition=pack.edition.said,
        copy=copy,
    )


def _blocks(ahead: Ahead, pack: AheadPack) -> Iterator[Block]:
    lead, rest = in_short(ahead, pack)
    yield Paragraph(words(bold(lead), f" {rest}" if rest else ""), ParagraphKind.IN_SHORT)
    yield from section(Heading("At each meeting"), *_each_meeting(ahead, pack), empty=NONE)
    for quarter in ahead.quarters:
        yield from section(Heading(quarter.title), *_quarter(quarter.title, quarter.found, pack), empty=NONE)
    if not pack.is_published:
        unplaced = [_unplaced(entry, pack) for entry in ahead.unplaced]
        yield from section(Heading("Not yet placed"), *bullets(unplaced), empty=NONE)
    yield _how_to_read(ahead, pack)


def _each_meeting(ahead: Ahead, pack: AheadPack) -> tuple[Table, ...]:
    rows = tuple(
        (
            _item(each, pack, with_recurrence=False),
            cell(each.entry.purpose.capitalize()),
            cell(lead_of(each.entry, pack)),
            cell(*route_lines(each, pack)),
        )
        for each in ahead.each_meeting
    )
    columns = (
        Column("Item", ITEM + WHEN),
        Column("Purpose", PURPOSE),
        Column("Lead", LEAD),
        Column("Route", ROUTE),
    )
    description = (
        "One row for each item that every meeting takes: purpose, lead, the board that sees it first."
    )
    return (Table("At each meeting", description, columns, rows),) if rows else ()


def _quarter(title: str, found: Sequence[Occurrence], pack: AheadPack) -> tuple[Table, ...]:
    rows = tuple(
        (
            cell(*when_lines(each)),
            _item(each, pack),
            cell(each.entry.purpose.capitalize()),
            cell(lead_of(each.entry, pack)),
            cell(*route_lines(each, pack)),
        )
        for each in found
    )
    columns = (
        Column("Meeting", WHEN),
        Column("Item", ITEM),
        Column("Purpose", PURPOSE),
        Column("Lead", LEAD),
        Column("Route", ROUTE),
    )
    description = "One row for each item wanted: meeting, item, purpose, lead, the board that sees it first."
    return (Table(title, description, columns, rows),) if rows else ()


def _item(found: Occurrence, pack: AheadPack, *, with_recurrence: bool = True) -> Cell:
    """Its title; under it of what kind it is and how often; for members why it comes late, and the note."""
    entry = found.entry
    lines: list[str | Text] = [tidied(entry.title), about(entry, with_recurrence=with_recurrence)]
    if not pack.is_published:
        lines += [words(bold(found.owed)), bound(sentence(tidied(entry.note)))]
    return cell(*lines)


def _unplaced(entry: ForwardEntry, pack: AheadPack) -> Text:
    lead, note = lead_of(entry, pack), sentence(tidied(entry.note))
    title = f"{tidied(entry.title)}, {lead}" if lead else tidied(entry.title)
    return words(f"{sentence(title)} {note}" if note else sentence(title))


def _how_to_read(ahead: Ahead, pack: AheadPack) -> Paragraph:
    parts = ["An item with a route is seen by another board before it comes to this one."]
    if any(each.meeting is None for each in ahead.dated):
        parts.append("Where no meeting is planned the month stands.")
    said = [pack.board.name]
    for each in (*ahead.each_meeting, *ahead.dated):
        said += [_item(each, pack).said, *route_lines(each, pack), lead_of(each.entry, pack)]
    said += [plain(_unplaced(entry, pack)) for entry in ahead.unplaced if not pack.is_published]
    parts += abbreviations(" ".join(said), pack)
    return Paragraph(words(" ".join(parts)), ParagraphKind.NOTE)
