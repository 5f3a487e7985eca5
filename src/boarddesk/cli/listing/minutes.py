"""Lists minutes: for people where each meeting's stand, for programs every word of them."""

from __future__ import annotations

from boarddesk.cli.listing.subject import Listing, ListQuery, day_shown
from boarddesk.records.boards import boards as all_boards
from boarddesk.records.meetings import meetings
from boarddesk.records.minutes.reading import minutes_of
from boarddesk.records.minutes.sealing import sealed
from boarddesk.rules.meetings.meeting import Meeting, MeetingState, meeting_key
from boarddesk.rules.minutes.block import Block, SpanKind
from boarddesk.rules.minutes.minutes import ItemMinute, Minutes
from boarddesk.rules.minutes.sealing import Sealed


def minutes(query: ListQuery) -> Listing:
    """Those of every meeting up to today that was not cancelled, the oldest first."""
    boards = {board.id: board for board in all_boards(query.file)}
    found = [
        (meeting_key(boards[of.board_id].short_name, of, boards[of.board_id].year_start), of, kept)
        for of in meetings(query.file, query.board_id, last=query.today)
        if of.state is not MeetingState.CANCELLED
        for kept in (minutes_of(query.file, of.id),)
    ]
    return Listing(
        headings=("Meeting", "Date", "State", "Items", "Paragraphs", "Circulated", "Confirmed"),
        rows=[_row(key, of, kept) for key, of, kept in found],
        document=[_document(key, of, kept, sealed(query.file, of.id)) for key, of, kept in found],
        noun="meeting",
        right=("Items", "Paragraphs"),
    )


def _row(key: str, of: Meeting, kept: Minutes) -> tuple[str, ...]:
    written = [item for item in kept.items if not item.is_empty]
    paragraphs = sum(1 for item in written for block in item.blocks if not block.is_empty)
    return (
        key,
        day_shown(of.date),
        "not begun" if kept.is_empty and not kept.is_locked else kept.state.value,
        f"{len(written)} of {len(kept.items)}",
        str(paragraphs or "–"),
        day_shown(kept.circulated_on),
        day_shown(kept.confirmed_on),
    )


def _document(key: str, of: Meeting, kept: Minutes, seal: Sealed | None) -> dict[str, object]:
    return {
        "meeting": key,
        "date": of.date,
        "state": kept.state,
        "with_chair_on": kept.with_chair_on,
        "circulated_on": kept.circulated_on,
        "confirmed_on": kept.confirmed_on,
        "code": seal.code if seal else None,
        "sealed_on": seal.sealed_on if seal else None,
        "items": [_item(item) for item in kept.items],
    }


def _item(item: ItemMinute) -> dict[str, object]:
    return {
        "number": item.row.number,
        "title": item.row.item.title,
        "restricted": item.row.item.restricted,
        "began": item.began or None,
        "taken": item.sequence or None,
        "blocks": [_block(block) for block in item.blocks],
        "update": {
            "heading": item.public.heading,
            "was_said": item.public.was_said,
            "will_do": item.public.will_do,
            "for_families": item.public.for_families,
        },
    }


def _block(block: Block) -> dict[str, object]:
    return {
        "kind": block.kind,
        "text": block.text,
        "bold": [[span.start, span.end] for span in block.spans if span.kind is SpanKind.BOLD],
        "withheld": [[span.start, span.end] for span in block.spans if span.kind is SpanKind.RESTRICTED],
        "restricted": block.restricted,
        "record": block.record_id or None,
    }
