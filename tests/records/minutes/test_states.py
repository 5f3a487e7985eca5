"""Minutes go to the chair and round, are confirmed at a later meeting, and are locked from then on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from tests.records.minutes.confirmable import JUNE, close, confirmed, later_meeting, write_minutes
from tests.records.minutes.conftest import MAY, HeldMeeting

from boarddesk.records.agenda.arising import (
    add_action,
    board_actions,
    change_action,
    finish_action,
    move_action,
    remove_action,
)
from boarddesk.records.agenda.decisions import change_decision, decide, decisions, remove_decision
from boarddesk.records.agenda.declarations import declarations, declare, remove_declaration
from boarddesk.records.agenda.items import add_item, agenda_item, set_outcome
from boarddesk.records.agenda.standing import add_standing_item, bring_in_standing_items
from boarddesk.records.boards import add_board, update_board
from boarddesk.records.file.check import faults
from boarddesk.records.meetings import add_meeting, meeting, set_state, update_meeting
from boarddesk.records.minutes.circulating import circulations
from boarddesk.records.minutes.reading import blocks_of, minutes_of, state_of
from boarddesk.records.minutes.sealing import sealed
from boarddesk.records.minutes.states import (
    back_to_draft,
    circulate_minutes,
    confirm,
    confirming_meetings,
    correct_confirmed,
    send_to_chair,
)
from boarddesk.records.minutes.transcripts import take_in_transcript
from boarddesk.records.minutes.writing import begin_item, keep_minute, put_row, write_public_lines
from boarddesk.records.people import people, update_person
from boarddesk.records.registers.reading import register
from boarddesk.records.registers.taking import mark, open_register, reopen_register, set_reason
from boarddesk.records.retention.classes import take_proposals
from boarddesk.records.retention.purging import certificates, preview_purge, purge
from boarddesk.rules.agenda.item import Fills, Outcome
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.minutes.block import Block, BlockKind, Span, SpanKind
from boarddesk.rules.minutes.minutes import LOCKED, MinutesState, PublicLines
from boarddesk.rules.minutes.states import Amendment
from boarddesk.rules.minutes.transcript import SpokenLine
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.register import Mark

JULY = date(2026, 7, 14)


def test_minutes_go_to_the_chair_and_round_and_a_step_back_mends_a_slip(held: HeldMeeting) -> None:
    write_minutes(held)
    send_to_chair(held.file, held.id, on=MAY, today=MAY)
    assert (state_of(held.file, held.id), meeting(held.file, held.id).state) == (
        MinutesState.WITH_THE_CHAIR,
        MeetingState.DRAFT_MINUTES,
    )
    circulate_minutes(held.file, held.id, on=MAY, today=MAY, corrections_by=MAY + timedelta(5))
    found = minutes_of(held.file, held.id)
    assert (found.state, found.with_chair_on, found.circulated_on) == (MinutesState.CIRCULATED, MAY, MAY)
    assert circulations(held.file, held.id)[0].corrections_by == MAY + timedelta(5)
    back_to_draft(held.file, held.id)
    assert state_of(held.file, held.id) is MinutesState.DRAFT
    for state in (MinutesState.CIRCULATED, MinutesState.WITH_THE_CHAIR, MinutesState.DRAFT):
        held.file.undo()
        assert state_of(held.file, held.id) is state
    assert meeting(held.file, held.id).state is MeetingState.HELD


def test_minutes_are_confirmed_as_presented(held: HeldMeeting) -> None:
    write_minutes(held)
    at = later_meeting(held)
    assert [found.id for found in confirming_meetings(held.file, held.id, today=JUNE)] == [at]
    seal = confirm(held.file, held.id, at_id=at, today=JUNE)
    found = minutes_of(held.file, held.id)
    assert (found.is_locked, found.confirmed_on, found.confirmed_at_id) == (True, JUNE, at)
    assert meeting(held.file, held.id).state is MeetingState.CONFIRMED
    assert sealed(held.file, held.id) == seal
    assert len(seal.code) == 19 and seal.code.count("-") == 3


def test_corrections_change_the_text_in_the_same_change_and_are_numbered(held: HeldMeeting) -> None:
    confirmed(
        held,
        Amendment("2", "23 weeks", "twenty-six weeks"),
        Amendment("2", "the trust again", "both trusts"),
    )
    first, decision, _ = blocks_of(held.file, held.items[1])
    assert first.text == "The wait was twenty-six weeks."
    assert first.spans == (Span(0, 8, SpanKind.RESTRICTED), Span(13, 29, SpanKind.BOLD))
    assert [made.text for made in decisions(held.file, held.board_id)] == ["Ask both trusts"]
    rows = held.file.rows("SELECT * FROM minutes_correction ORDER BY number")
    assert [(row["number"], row["was"], row["will_be"], row["block"]) for row in rows] == [
        (1, "23 weeks", "twenty-six weeks", first.id),
        (2, "the trust again", "both trusts", decision.id),
    ]
    held.file.undo()
    assert blocks_of(held.file, held.items[1])[0].text == "The wait was 23 weeks."
    assert sealed(held.file, held.id) is None
    held.file.redo()
    assert blocks_of(held.file, held.items[1])[0].text == "The wait was twenty-six weeks."
    assert sealed(held.file, held.id) is not None


@pytest.mark.parametrize(
    ("correction", "says"),
    [
        (Amendment("2", "24 weeks", "26 weeks"), "does not say"),
        (Amendment("2", "the", "a"), "more than once"),
        (Amendment("9", "23", "26"), "no item 9"),
    ],
)
def test_a_correction_that_fits_nowhere_confirms_nothing(
    held: HeldMeeting, correction: Amendment, says: str
) -> None:
    with pytest.raises(Refused, match=says):
        confirmed(held, correction)
    assert state_of(held.file, held.id) is MinutesState.DRAFT


def refused(of: HeldMeeting, at_id: str, says: str, today: date = JUNE) -> None:
    with pytest.raises(Refused, match=says):
        confirm(of.file, of.id, at_id=at_id, today=today)
    assert sealed(of.file, of.id) is None


def test_what_cannot_be_confirmed_says_why(held: HeldMeeting) -> None:
    at = later_meeting(held)
    refused(held, at, "Nothing is written")
    keep_minute(held.file, held.items[0], [Block(text="Opened.")])
    refused(held, at, "Close the register")
    close(held, held.id, MAY)
    refused(held, held.id, "a later meeting")
    other = add_board(held.file, "Other board", "OB")
    refused(held, add_meeting(held.file, other, JUNE), "the board whose meeting")
    refused(held, at, "still to come", today=MAY)
    without = add_meeting(held.file, held.board_id, JUNE + timedelta(7))
    refused(held, without, "No item of the agenda", today=JUNE + timedelta(9))
    set_state(held.file, without, MeetingState.CANCELLED, today=JUNE)
    refused(held, without, "was cancelled can confirm")
    set_state(held.file, at, MeetingState.INQUORATE, today=JUNE)
    refused(held, at, "was inquorate can confirm")
    held.file.undo()
    update_board(held.file, held.board_id, quorum="3")
    close(held, at, JUNE, Mark.APOLOGIES)
    refused(held, at, "can confirm no minutes. Not quorate")


def test_an_undecided_correction_waits_for_an_answer(held: HeldMeeting) -> None:
    write_minutes(held)
    circulate_minutes(held.file, held.id, on=MAY, today=MAY)
    with held.file.change("A copy came back") as change:
        copy = change.insert(
            "returned_copy",
            circulation_id=circulations(held.file, held.id)[0].id,
            sent_by="Ben Moor",
            came_on=MAY,
            file_name="minutes.docx",
        )
        made = change.insert("proposed_correction", copy_id=copy, kind="change")
    at = later_meeting(held)
    refused(held, at, "1 correction waits")
    with held.file.change("Refuse it") as change:
        change.update("proposed_correction", made, choice="refused")
    assert confirm(held.file, held.id, at_id=at, today=JUNE)


def test_minutes_written_here_are_not_just_marked_as_confirmed(held: HeldMeeting) -> None:
    write_minutes(held)
    set_state(held.file, held.id, MeetingState.DRAFT_MINUTES, today=MAY)
    with pytest.raises(Refused, match="at the later meeting"):
        set_state(held.file, held.id, MeetingState.CONFIRMED, today=JUNE)


def test_the_notes_of_an_inquorate_meeting_are_confirmed_and_it_stays_one(held: HeldMeeting) -> None:
    write_minutes(held)
    set_state(held.file, held.id, MeetingState.INQUORATE, today=MAY)
    send_to_chair(held.file, held.id, on=MAY, today=MAY)
    confirm(held.file, held.id, at_id=later_meeting(held), today=JUNE)
    assert meeting(held.file, held.id).state is MeetingState.INQUORATE
    (made,) = decisions(held.file, held.board_id)
    assert made.awaits_ratification
    july = add_meeting(held.file, held.board_id, JULY)
    add_standing_item(held.file, held.board_id, "Minutes", fills=Fills.MINUTES)
    (item,) = bring_in_standing_items(held.file, july)
    assert agenda_item(held.file, item).minutes_of_id == minutes_of(held.file, held.id).confirmed_at_id


def test_a_cancelled_meeting_has_no_minutes(held: HeldMeeting) -> None:
    cancelled = add_meeting(held.file, held.board_id, JUNE)
    set_state(held.file, cancelled, MeetingState.CANCELLED, today=MAY)
    with pytest.raises(Refused, match="cancelled"):
        send_to_chair(held.file, cancelled, on=JUNE, today=JUNE)


# ── locked ──

Try = Callable[[HeldMeeting], object]


def first_action(of: HeldMeeting) -> str:
    return board_actions(of.file, of.board_id, today=JUNE)[0].id


def first_row(of: HeldMeeting) -> str:
    return register(of.file, of.id).rows[0].id


LOCKED_NOW: dict[str, Try] = {
    "a word": lambda of: keep_minute(of.file, of.items[0], [Block(text="Another word.")]),
    "a row": lambda of: put_row(of.file, of.items[0], BlockKind.ACTION, first_action(of)),
    "a beginning": lambda of: begin_item(of.file, of.items[0], at="14:00"),
    "a decision": lambda of: change_decision(of.file, decisions(of.file)[0].id, text="Another"),
    "a decision gone": lambda of: remove_decision(of.file, decisions(of.file)[0].id),
    "one more decision": lambda of: decide(of.file, of.id, text="One more"),
    "the words of an action": lambda of: change_action(of.file, first_action(of), text="Another"),
    "an action gone": lambda of: remove_action(of.file, first_action(of)),
    "one more action": lambda of: add_action(
        of.file, of.board_id, text="One more", raised_on=MAY, meeting_id=of.id
    ),
    "the register": lambda of: reopen_register(of.file, of.id),
    "a declaration gone": lambda of: remove_declaration(of.file, declarations(of.file, of.id)[0].id),
    "one more declaration": lambda of: declare(of.file, of.id, people(of.file)[1].id, nature="Also"),
    "back to draft": lambda of: back_to_draft(of.file, of.id),
    "confirmed again": lambda of: confirm(of.file, of.id, at_id=later_meeting(of, JULY), today=JULY),
}


@pytest.mark.parametrize("what", LOCKED_NOW)
def test_nothing_the_minutes_say_changes_once_they_are_confirmed(held: HeldMeeting, what: str) -> None:
    confirmed(held)
    with pytest.raises(Refused, match=LOCKED):
        LOCKED_NOW[what](held)


@pytest.mark.parametrize(
    ("table", "fields"),
    [
        ("agenda_item", {"title": "Another"}),
        ("meeting", {"date": "2026-05-13"}),
        ("attendance_mark", {"mark": "A"}),
        ("roll_row", {"role": "observer"}),
        ("minute_block", {"text": "Another"}),
        ("sealed_minutes", {"content": "{}"}),
    ],
)
def test_the_file_itself_keeps_what_is_confirmed(
    held: HeldMeeting, table: str, fields: dict[str, str]
) -> None:
    """Whatever code writes, the triggers of the file hold."""
    confirmed(held)
    update_person(held.file, people(held.file)[0].id, name="Ann Vale")  # what undo would take next is another
    column = {"agenda_item": "meeting_id", "meeting": "id"}.get(table)
    only = f" WHERE {column} = '{held.id}'" if column else ""
    row_id = str(held.file.value(f"SELECT id FROM {table}{only}"))
    with pytest.raises(Refused, match=LOCKED), held.file.change("Try") as change:
        change.update(table, row_id, **fields)
    with pytest.raises(Refused, match=LOCKED), held.file.change("Try") as change:
        change.delete(table, row_id)


def test_what_goes_on_after_the_minutes_still_moves(held: HeldMeeting) -> None:
    confirmed(held)
    action = first_action(held)
    move_action(held.file, action, due="30 June 2026", today=JUNE)
    finish_action(held.file, action, on=JUNE, what="Sent")
    set_outcome(held.file, held.items[0], Outcome.TAKEN)
    write_public_lines(held.file, held.items[0], PublicLines(was_said="We met."))
    update_person(held.file, people(held.file)[0].id, name="Ann Vale")
    update_meeting(held.file, held.id, venue="Town hall")
    later = add_meeting(held.file, held.board_id, JULY)
    add_item(held.file, later, "Waiting times")
    assert agenda_item(held.file, held.items[0]).outcome is Outcome.TAKEN


def test_a_later_correction_is_an_entry_of_its_own(held: HeldMeeting) -> None:
    confirmed(held, Amendment("2", "23 weeks", "26 weeks"))
    at = later_meeting(held, JULY)
    text = blocks_of(held.file, held.items[1])
    say = {"at_id": at, "was": "26 weeks", "will_be": "28 weeks", "why": "The trust counted again"}
    made = correct_confirmed(held.file, held.id, **say, item_id=held.items[1], today=JULY)
    assert blocks_of(held.file, held.items[1]) == text
    row = held.file.row("SELECT * FROM minutes_correction WHERE id = ?", (made,))
    assert row and (row["number"], row["after_confirmation"], row["made_at_id"]) == (2, 1, at)
    with pytest.raises(Refused, match=LOCKED), held.file.change("Try") as change:
        change.update("minutes_correction", made, will_be="27 weeks")
    held.file.undo()
    assert held.file.value("SELECT count(*) FROM minutes_correction") == 1
    with pytest.raises(Refused, match="later meeting"):
        correct_confirmed(held.file, held.id, at_id=held.id, will_be="28 weeks", today=JUNE)


def test_the_seal_goes_when_its_confirmation_is_undone(held: HeldMeeting) -> None:
    seal = confirmed(held)
    update_person(held.file, people(held.file)[0].id, name="Ann Vale")
    held.file.undo()
    assert held.file.undo() == "Confirm minutes"
    assert sealed(held.file, held.id) is None
    assert held.file.redo() == "Confirm minutes"
    assert sealed(held.file, held.id) == seal
    assert held.file.undo() == "Confirm minutes"
    keep_minute(held.file, held.items[0], [Block(text="Mended.")])
    assert state_of(held.file, held.id) is MinutesState.DRAFT


def test_each_seal_follows_the_one_before_it(held: HeldMeeting) -> None:
    first = confirmed(held)
    later = str(first and minutes_of(held.file, held.id).confirmed_at_id)
    (item,) = minutes_of(held.file, later).items
    keep_minute(held.file, item.row.item.id, [Block(text="Confirmed.")])
    close(held, later, JUNE)
    again = add_meeting(held.file, held.board_id, JULY)
    add_item(held.file, again, "Minutes", minutes_of_id=later)
    second = confirm(held.file, later, at_id=again, today=JULY)
    assert (second.sequence, second.previous) == (2, first.fingerprint)


def test_a_transcript_goes_for_good_when_the_minutes_are_confirmed(held: HeldMeeting) -> None:
    said = [SpokenLine(1, "Ann Hale", "Marmaladewort is dear.")]
    take_in_transcript(held.file, held.id, said, name="a.vtt", starts="", on=MAY)
    path = held.file.path
    assert path is not None and b"Marmaladewort" in path.read_bytes()
    confirmed(held)
    assert b"Marmaladewort" not in path.read_bytes() and faults(path) == []
    (certificate,) = certificates(held.file)
    assert certificate.what == "Transcript" and "1 line" in certificate.content[0]
    assert held.file.undo_label is None
    with pytest.raises(Refused, match=LOCKED):
        take_in_transcript(held.file, held.id, said, name="a.vtt", starts="", on=JUNE)


def test_why_somebody_was_away_can_be_erased_after_the_confirmation(held: HeldMeeting) -> None:
    open_register(held.file, held.id, today=MAY)
    row = register(held.file, held.id).rows[0]
    mark(held.file, row.id, Mark.APOLOGIES)
    set_reason(held.file, row.id, "Ill with Quinsywort")
    confirmed(held)
    take_proposals(held.file)
    preview = preview_purge(held.file, today=date(2028, 6, 9))
    purge(held.file, preview, typed=str(preview.how_many), why="Our policy", today=date(2028, 6, 9))
    path = held.file.path
    assert path is not None and b"Quinsywort" not in path.read_bytes()
    assert faults(path) == [] and preview.due
