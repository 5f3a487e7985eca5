"""The minutes in Word: in short, the actions, who was there, then each item with what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from boarddesk.reports.agenda.agenda import with_abbreviations
from boarddesk.reports.document import (
    Block,
    Column,
    Document,
    Heading,
    Items,
    Paragraph,
    ParagraphKind,
    Run,
    Table,
    Text,
    bold,
    cell,
    section,
    words,
)
from boarddesk.reports.layout import with_contents
from boarddesk.rules.agenda.item import Fills
from boarddesk.rules.arising import BoardAction
from boarddesk.rules.decisions import Decision
from boarddesk.rules.edition import FOR_MEMBERS, PUBLISHED
from boarddesk.rules.minutes import block as written
from boarddesk.rules.minutes import wording
from boarddesk.rules.minutes.block import BlockKind
from boarddesk.rules.minutes.minutes import ItemMinute
from boarddesk.rules.minutes.pack import MinutesPack
from boarddesk.rules.minutes.presence import taken_order
from boarddesk.rules.wording import bound, count_in_figures, count_in_words, day, tidied

NONE = "None."
ACTIONS = (Column("Ref", 1.2), Column("Action", 7.6), Column("Owner", 5.0), Column("Due", 3.6))
ATTENDANCE = (
    Column("Name", 4.1),
    Column("Seat", 5.1),
    Column("Organisation", 4.5),
    Column("Attendance", 3.7),
)


def minutes_document(pack: MinutesPack) -> Document:
    """The whole minutes of a pack: what a published copy withholds was taken out of the pack before."""
    blocks = (*_front(pack), *_attendance(pack), *_items(pack), *_end(pack))
    return _document(wording.noun(pack), blocks, pack, initials=True)


def actions_document(pack: MinutesPack) -> Document:
    """Only who does what by when, for those who read no further: by owner, those without one last."""
    counted = f"{count_in_words(len(pack.actions), 'action').capitalize()}."
    by_owner = sorted(pack.actions, key=lambda action: (not action.owner.name, action.owner.name.casefold()))
    made: list[Block] = [Paragraph(words(bold(counted)), ParagraphKind.IN_SHORT)]
    for owner, actions in groupby(by_owner, key=lambda action: action.owner.name):
        made += [Heading(owner or "No named person"), _actions_table(tuple(actions), owner or "nobody")]
    if not pack.actions:
        made.append(Paragraph(words(NONE)))
    return _document("actions", made, pack)


def extract_document(pack: MinutesPack, item: ItemMinute) -> Document:
    """One item of the minutes, whole."""
    return _document(f"extract, item {item.row.number}", tuple(_item(item, pack, level=2)), pack)


def _document(noun: str, blocks: Sequence[Block], pack: MinutesPack, *, initials: bool = False) -> Document:
    draft = "" if pack.minutes.is_locked else ", draft"
    of = f"of {day(pack.meeting.date)}" if initials else f"{day(pack.meeting.date)}"
    title = f"{noun} {of}{draft}" if initials else f"{noun}, {of}{draft}"
    state = wording.state_told(pack)
    footer = (pack.title, noun if not initials else "", pack.edition.in_brief(pack.as_at), pack.code)
    document = Document(
        title=bound(f"{pack.board.name}: {title}"),
        blocks=tuple(blocks),
        facts="\N{NO-BREAK SPACE}· ".join(fact for fact in _facts(pack, state) if fact),
        partnership=pack.partnership or pack.board.name,
        footer=" · ".join(part for part in footer if part),
        initials_line=initials,
        edition=pack.edition.said,
    )
    return with_abbreviations(with_contents(document), pack.board)


def _facts(pack: MinutesPack, state: str) -> Iterator[str]:
    yield pack.partnership
    yield f"meeting {pack.title}"
    yield pack.meeting.venue
    times = [time for time in (pack.meeting.start_time, pack.meeting.end_time) if time]
    yield " to ".join(times)
    yield f"{wording.noun(pack)} by {tidied(pack.author)}" if tidied(pack.author) else ""
    yield pack.edition.with_day(pack.as_at)
    yield state
    yield "prepared before the meeting, which is still to come" if wording.is_to_come(pack) else ""
    yield f"code {pack.code}" if pack.code else ""
    yield PUBLISHED if pack.for_publication else FOR_MEMBERS if pack.has_restricted else ""


# Before the items ------------------------------------------------------------------------------------------


def _front(pack: MinutesPack) -> Iterator[Block]:
    lead, rest = wording.in_short(pack)
    yield Paragraph(words(bold(lead), f" {rest}" if rest else ""), ParagraphKind.IN_SHORT)
    if told := wording.withheld_told(pack.withheld):
        yield Paragraph(words(told))
    table = (_actions_table(pack.actions, "everybody"),) if pack.actions else ()
    yield from section(Heading("Actions from this meeting"), *table, empty=NONE)


def _actions_table(actions: Sequence[BoardAction], whose: str) -> Table:
    return Table(
        f"Actions of {whose}",
        "One row for each action: what is to be done, who has it, and by when.",
        ACTIONS,
        tuple(
            (
                cell(action.ref),
                cell(bound(tidied(action.text))),
                cell(wording.owner_told(action)),
                cell(day(action.due) if action.due else "No date"),
            )
            for action in actions
        ),
    )


def _attendance(pack: MinutesPack) -> Iterator[Block]:
    yield Heading("Attendance")
    if pack.register.roll_id is None:
        yield Paragraph(words("No register was taken."))
        return
    yield Table(
        "Attendance",
        "One row for each member and adviser: the seat, the organisation and whether they were there.",
        ATTENDANCE,
        tuple(
            (cell(name), cell(seat), cell(row.organisation), cell(there))
            for row in wording.members(pack)
            for name, seat, there in (wording.attendance_of(row),)
        ),
    )
    told = (
        wording.quorum_told(pack),
        wording.apologies(pack),
        wording.in_attendance(pack),
        wording.vacancies(pack),
    )
    yield Paragraph(words(" ".join(part for part in told if part)), ParagraphKind.NOTE)


# The items -------------------------------------------------------------------------------------------------


def _items(pack: MinutesPack) -> Iterator[Block]:
    """In the order business was taken; a heading stands again where its business was parted."""
    rows = {item.row.item.id: item for item in pack.minutes.items}
    if not rows:
        yield from section(Heading("Business"), empty=NONE)
    under: str | None = None
    headed: set[str] = set()
    for item in taken_order(pack.minutes.items):
        if item.row.is_heading:
            continue
        parent = item.row.item.parent_id
        if parent and parent in rows and parent != under:
            heading = rows[parent]
            again = ", continued" if parent in headed else ""
            yield Heading(f"{bound(tidied(heading.row.item.title))}{again}", number=heading.row.number)
            if not again:
                yield from _text(heading, pack)
            headed.add(parent)
        under = parent
        yield from _item(item, pack, level=3 if parent else 2)
    yield from _of_no_item(pack)


def _item(item: ItemMinute, pack: MinutesPack, *, level: int) -> Iterator[Block]:
    title = bound(tidied(item.row.item.title))
    restricted = " (restricted)" if item.row.item.restricted and not pack.for_publication else ""
    yield Heading(f"{title}{restricted}", level=level, number=item.row.number)
    yield from _text(item, pack)


def _text(item: ItemMinute, pack: MinutesPack) -> Iterator[Block]:
    """What stands under a heading: papers, who came and went, what was said, and what is in no text."""
    of = item.row.item
    if item.is_withheld:
        yield Paragraph(words(wording.ITEM_WITHHELD), ParagraphKind.MINUTE)
        return
    for told in (*wording.how_taken(of), *pack.presence.get(of.id, ())):
        yield Paragraph(words(told), ParagraphKind.MINUTE)
    said = [*_written(item, pack), *_unplaced(item, pack), *_filled(item, pack)]
    yield from said
    if not said and not item.row.is_heading:
        yield Paragraph(words(wording.not_minuted(of)), ParagraphKind.MINUTE)
    if papers := pack.papers.get(of.id):
        yield Paragraph(words(wording.papers_told(papers)), ParagraphKind.NOTE)


def _written(item: ItemMinute, pack: MinutesPack) -> Iterator[Block]:
    for bullets, blocks in groupby(
        (block for block in item.blocks if not block.is_empty),
        key=lambda block: block.kind is BlockKind.BULLET,
    ):
        if bullets:
            yield Items(tuple(_runs(block) for block in blocks), of_a_minute=True)
            continue
        for block in blocks:
            yield from _block(block, pack)


def _block(block: written.Block, pack: MinutesPack) -> Iterator[Block]:
    match block.kind:
        case BlockKind.DECISION:
            if decision := pack.decision(block.record_id):
                yield _decision(decision)
        case BlockKind.ACTION:
            if action := pack.action(block.record_id):
                yield _action(action)
        case BlockKind.CHALLENGE:
            if challenge := pack.challenges.get(block.record_id):
                lead, text = wording.challenge_told(challenge, pack.asked_about[block.record_id])
                yield Paragraph(words(bold(lead), text), ParagraphKind.MINUTE)
        case _:
            yield Paragraph(_runs(block), ParagraphKind.MINUTE)


def _runs(block: written.Block) -> Text:
    return tuple(Run(piece.text, bold=piece.bold) for piece in block.pieces)


def _unplaced(item: ItemMinute, pack: MinutesPack) -> Iterator[Block]:
    yield from (_decision(decision) for decision in pack.unplaced_decisions(item))
    yield from (_action(action) for action in pack.unplaced_actions(item))


def _decision(decision: Decision) -> Paragraph:
    lead, text = wording.decision_told(decision)
    return Paragraph(words(bold(lead), bound(text)), ParagraphKind.DECISION)


def _action(action: BoardAction) -> Paragraph:
    lead, text, who = wording.action_told(action)
    return Paragraph(words(bold(lead), text, bold(who)), ParagraphKind.ACTION)


def _filled(item: ItemMinute, pack: MinutesPack) -> Iterator[Block]:
    """What an item that fills itself says: interests declared, and corrections to earlier minutes."""
    match item.row.item.fills:
        case Fills.DECLARATIONS:
            declared = [known.sentence for known in pack.declared]
            if declared:
                yield Items(tuple(words(told) for told in declared), of_a_minute=True)
            elif item.is_empty:
                yield Paragraph(words("No interest was declared."), ParagraphKind.MINUTE)
        case Fills.MINUTES:
            yield from _amended(pack)


def _amended(pack: MinutesPack) -> Iterator[Block]:
    for of, code in pack.confirms.items():
        told = f"The minutes of {of} were confirmed and sealed under the code {code}."
        yield Paragraph(words(told), ParagraphKind.MINUTE)
    for of, corrections in pack.amends.items():
        made = count_in_figures(len(corrections), "correction")
        yield Paragraph(words(f"Made to the minutes of {of}: {made}."), ParagraphKind.MINUTE)
        yield Items(tuple(words(wording.correction_told(each)) for each in corrections), numbered=True)


def _of_no_item(pack: MinutesPack) -> Iterator[Block]:
    """Decisions and actions that belong to no item, and what nobody's item says by itself."""
    fills = {item.row.item.fills for item in pack.minutes.items}
    if pack.declared and Fills.DECLARATIONS not in fills:
        yield Heading("Interests declared")
        yield Items(tuple(words(known.sentence) for known in pack.declared))
    if (pack.amends or pack.confirms) and Fills.MINUTES not in fills:
        yield Heading("Minutes of earlier meetings")
        yield from _amended(pack)
    other = [
        *(_decision(decision) for decision in pack.unplaced_decisions(None)),
        *(_action(action) for action in pack.unplaced_actions(None)),
    ]
    if other:
        yield Heading("Of no item")
        yield from other


# After the items -------------------------------------------------------------------------------------------


def _end(pack: MinutesPack) -> Iterator[Block]:
    if pack.next_meeting:
        yield Paragraph(words(bold("Next meeting:"), f" {wording.meeting_told(pack.next_meeting)}."))
    if pack.corrections:
        yield Heading("Corrections")
        numbers = {item.row.item.id: item.row.number for item in pack.minutes.items}
        yield Items(
            tuple(
                words(
                    wording.correction_told(each, numbers.get(each.item_id or "", "")),
                    f" {wording.made_told(each)}",
                )
                for each in pack.corrections
            ),
            numbered=True,
        )
    yield Heading("Signed as a true record")
    yield Paragraph(words("Chair \t Date \t"), ParagraphKind.SIGNATURE)
