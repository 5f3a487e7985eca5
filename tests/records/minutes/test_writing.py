"""Minutes kept as they are typed: only what differs is written, and each step is undone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.records.minutes.conftest import MAY, HeldMeeting

from boarddesk.records.agenda.decisions import decide, decisions, remove_decision
from boarddesk.records.agenda.items import add_item
from boarddesk.records.meetings import add_meeting, set_state
from boarddesk.records.minutes.reading import blocks_of, minutes_of
from boarddesk.records.minutes.writing import (
    begin_item,
    keep_minute,
    put_row,
    take_back_beginning,
    write_public_lines,
)
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.minutes.block import Block, BlockKind, Span, SpanKind
from boarddesk.rules.minutes.minutes import MinutesState, PublicLines
from boarddesk.rules.refused import Refused

SAID = Block(text="The wait was 23 weeks.", spans=(Span(13, 21, SpanKind.BOLD),))
LISTED = Block(kind=BlockKind.BULLET, text="speech and language: 26 weeks")


def test_what_is_written_is_read_again(held: HeldMeeting) -> None:
    kept = keep_minute(held.file, held.items[1], [SAID, LISTED])
    assert all(block.id for block in kept)
    assert blocks_of(held.file, held.items[1]) == kept
    found = minutes_of(held.file, held.id)
    assert found.state is MinutesState.DRAFT
    assert [item.blocks for item in found.items] == [(), kept, ()]


def test_a_block_that_comes_between_is_all_that_is_written(held: HeldMeeting) -> None:
    first, last = keep_minute(held.file, held.items[1], [SAID, LISTED])
    before = held.file.commit_number
    keep_minute(held.file, held.items[1], [first, Block(text="Four posts were filled."), last])
    entries = held.file.rows("SELECT count(*) AS n FROM change_row WHERE entry > ?", (before,))
    assert entries[0]["n"] == 1
    assert [block.text for block in blocks_of(held.file, held.items[1])][1] == "Four posts were filled."


def test_nothing_changed_writes_nothing(held: HeldMeeting) -> None:
    kept = keep_minute(held.file, held.items[1], [SAID, LISTED])
    before = held.file.commit_number
    assert keep_minute(held.file, held.items[1], kept) == kept
    assert held.file.commit_number == before


def test_what_changed_elsewhere_is_left_alone_by_one_who_did_not_know(held: HeldMeeting) -> None:
    known = keep_minute(held.file, held.items[1], [SAID, LISTED])
    other = replace(known[0], text="The wait was 24 weeks.", spans=())
    keep_minute(held.file, held.items[1], [other, known[1], Block(text="They agreed.")])
    typed = replace(known[1], text="hearing: 3 weeks")
    keep_minute(held.file, held.items[1], [known[0], typed, Block(text="Then")], known=known)
    texts = [block.text for block in blocks_of(held.file, held.items[1])]
    assert sorted(texts) == sorted([other.text, typed.text, "They agreed.", "Then"])
    keep_minute(held.file, held.items[1], [])
    keep_minute(held.file, held.items[1], [known[0], typed], known=known)
    assert [block.text for block in blocks_of(held.file, held.items[1])] == [SAID.text, typed.text]


def test_a_block_moved_or_taken_out_comes_back_with_undo(held: HeldMeeting) -> None:
    kept = keep_minute(held.file, held.items[1], [SAID, LISTED, Block(text="They agreed.")])
    keep_minute(held.file, held.items[1], kept[::-1])
    keep_minute(held.file, held.items[1], kept[1:][::-1])
    held.file.undo()
    assert blocks_of(held.file, held.items[1]) == kept[::-1]
    held.file.undo()
    assert blocks_of(held.file, held.items[1]) == kept


def test_typing_in_one_block_is_one_step_to_undo(held: HeldMeeting) -> None:
    (kept,) = keep_minute(held.file, held.items[1], [SAID])
    for words in ("The wait", "The wait grew", "The wait grew again"):
        keep_minute(held.file, held.items[1], [replace(kept, text=words, spans=())])
    held.file.undo()
    assert blocks_of(held.file, held.items[1]) == (kept,)


def test_a_row_in_the_text_stands_for_its_record_and_goes_with_it(held: HeldMeeting) -> None:
    made = decide(held.file, held.id, text="Ask again", item_id=held.items[1])
    keep_minute(held.file, held.items[1], [SAID])
    put_row(held.file, held.items[1], BlockKind.DECISION, made)
    assert [block.record_id for block in blocks_of(held.file, held.items[1])] == ["", made]
    remove_decision(held.file, made)
    assert [block.kind for block in blocks_of(held.file, held.items[1])] == [BlockKind.PARAGRAPH]
    held.file.undo()
    assert blocks_of(held.file, held.items[1])[1].record_id == made


def test_a_row_taken_out_of_the_text_leaves_its_record(held: HeldMeeting) -> None:
    made = decide(held.file, held.id, text="Ask again", item_id=held.items[1])
    put_row(held.file, held.items[1], BlockKind.DECISION, made)
    keep_minute(held.file, held.items[1], [])
    assert [known.id for known in decisions(held.file, held.board_id)] == [made]


def test_business_is_remembered_in_the_order_it_was_taken(held: HeldMeeting) -> None:
    for item_id, at in ((held.items[2], "13:31"), (held.items[0], "1345"), (held.items[2], "13.32")):
        begin_item(held.file, item_id, at=at)
    found = minutes_of(held.file, held.id)
    assert [(item.began, item.sequence) for item in found.items] == [("13:45", 2), ("", 0), ("13:32", 1)]
    take_back_beginning(held.file, held.items[0])
    assert minutes_of(held.file, held.id).items[0].began == ""


def test_public_lines_are_kept_beside_the_minute(held: HeldMeeting) -> None:
    lines = PublicLines(
        "Waiting for therapy", "Waits fell.", "We will write each term.", "You will hear more."
    )
    write_public_lines(held.file, held.items[1], lines)
    assert minutes_of(held.file, held.id).items[1].public == lines
    held.file.undo()
    assert not minutes_of(held.file, held.id).items[1].public.any_written


def test_a_meeting_that_was_cancelled_has_no_minutes(held: HeldMeeting) -> None:
    of = add_meeting(held.file, held.board_id, MAY.replace(month=7))
    item_id = add_item(held.file, of, "Welcome")
    set_state(held.file, of, MeetingState.CANCELLED, today=MAY, why="Snow")
    with pytest.raises(Refused, match="cancelled"):
        keep_minute(held.file, item_id, [SAID])
