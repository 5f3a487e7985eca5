"""Which meeting of a document is which of the office's, what would change, and what cannot have been."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from boarddesk.rules.imports.choices import MeetingChoice
from boarddesk.rules.imports.contents import FoundMark, FoundMeeting
from boarddesk.rules.imports.meetings import pair_meetings, propose_meeting, too_early
from boarddesk.rules.imports.proposals import FieldChange, Proposal, Verdict
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.registers.register import Mark, Register

DAY = date(2026, 6, 9)
HELD, CANCELLED, PLANNED = MeetingState.HELD, MeetingState.CANCELLED, MeetingState.PLANNED
THERE, NOT_RECORDED = FoundMark(0, Mark.PRESENT), FoundMark(1, None)


def ours(
    state: MeetingState = HELD, *, time: str = "", roll: bool = True, id: str = "m", day: date = DAY
) -> Register:
    return Register(Meeting(id, "sib", 3, day, state, start_time=time), "SIB", "r" if roll else None, roll)


def paired(found: list[FoundMeeting], *kept: Register) -> list[str]:
    return [one.meeting.id if one else "" for one in pair_meetings(found, kept)]


def proposed(choice: MeetingChoice, kept: Register | None = None) -> Proposal:
    return propose_meeting(choice, kept, key="meeting 2026-06-09", place="cell B1")


def choice(*marks: FoundMark, cancelled: bool = False) -> MeetingChoice:
    return MeetingChoice(DAY, cancelled, marks)


# ── which is which ──


def test_a_meeting_is_known_again_by_its_day() -> None:
    june = FoundMeeting("2026-06-09")
    assert paired([june], ours(id="a"), ours(id="b", day=date(2026, 7, 9))) == ["a"]
    assert paired([june], ours(day=date(2026, 6, 10))) == [""]
    assert paired([june, june], ours()) == ["m", ""]


def test_two_meetings_of_a_day_are_told_apart_by_time_then_by_being_held() -> None:
    kept = ours(time="10:00", id="ten"), ours(time="14:00", id="two")
    found = [FoundMeeting("2026-06-09", time=time) for time in ("14:00", "10:00")]
    assert paired(found, *kept) == ["two", "ten"]
    gone = ours(CANCELLED, id="gone"), ours(id="held")
    assert paired([FoundMeeting("2026-06-09"), FoundMeeting("2026-06-09", cancelled=True)], *gone) == [
        "held",
        "gone",
    ]
    timed = ours(CANCELLED, time="10:00", id="gone"), ours(time="14:00", id="held")
    assert paired([FoundMeeting("2026-06-09", time="10:00")], *timed) == ["gone"]


def test_one_cancelled_at_another_time_is_another_meeting_and_one_held_may_have_moved() -> None:
    later = FoundMeeting("2026-06-09", time="14:00")
    assert paired([later], ours(time="10:00")) == ["m"]
    assert paired([later], ours(CANCELLED, time="10:00")) == [""]
    assert paired([replace(later, cancelled=True)], ours(time="10:00")) == [""]
    assert paired([later], ours(CANCELLED)) == ["m"]
    assert paired([FoundMeeting("2026-06-09")], ours(CANCELLED, time="10:00")) == ["m"]


# ── what it is ──


def test_a_meeting_with_marks_was_held_and_without_is_planned_unless_the_heading_says_otherwise() -> None:
    assert choice(THERE).state is HELD
    assert choice().state is PLANNED
    assert choice(cancelled=True).state is CANCELLED
    assert replace(choice(), said=MeetingState.INQUORATE).state is MeetingState.INQUORATE


def test_a_register_is_closed_when_everybody_on_it_is_known_and_recorded() -> None:
    assert choice(THERE).complete
    assert not choice().complete
    assert not choice(THERE, NOT_RECORDED).complete
    assert not choice(THERE, cancelled=True).complete
    assert not replace(choice(THERE), left_open=True).complete
    assert not replace(choice(THERE), unclear=("Ann Hale",)).complete


def test_a_meeting_reads_as_day_time_state_and_roll() -> None:
    titles = [
        proposed(one).title
        for one in (
            choice(),
            replace(choice(THERE), time="10:00"),
            replace(choice(THERE, NOT_RECORDED), unclear=("Ann Hale",)),
        )
    ]
    assert titles == [
        "9 June 2026: planned",
        "9 June 2026, 10:00: held, 1 on the roll",
        "9 June 2026: held, 1 of 2 on the roll",
    ]


def test_what_is_proposed_is_there_for_a_program_to_read() -> None:
    assert replace(choice(THERE), time="10:00").values == {
        "date": DAY,
        "time": "10:00",
        "state": "held",
        "register": "closed",
        "marks": 1,
    }
    assert choice(THERE, NOT_RECORDED).values["register"] == "open"
    assert (choice().values["register"], choice().values["time"]) == (None, None)


def test_marks_not_recorded_and_people_not_clear_are_noted() -> None:
    told = proposed(replace(choice(THERE, NOT_RECORDED), unclear=("Ann Hale",), notes=("Turned.",)))
    assert told.notes[:2] == (
        "Turned.",
        "1 not recorded: this register stays open and is left out of every percentage.",
    )
    assert "Ann Hale" in told.notes[2]
    assert proposed(choice(THERE)).notes == ()


# ── what would change ──


@pytest.mark.parametrize(
    ("found", "kept", "changes"),
    [
        (choice(), ours(PLANNED, roll=False), []),
        (choice(), ours(HELD), []),
        (choice(THERE), ours(HELD), []),
        (
            choice(THERE),
            ours(PLANNED, roll=False),
            [("Meeting", "planned", "held"), ("Register", "none", "closed")],
        ),
        (choice(THERE, NOT_RECORDED), ours(HELD, roll=False), [("Register", "none", "open")]),
        (choice(cancelled=True), ours(PLANNED, roll=False), [("Meeting", "planned", "cancelled")]),
        (choice(THERE, cancelled=True), ours(PLANNED, roll=False), [("Meeting", "planned", "cancelled")]),
        (choice(cancelled=True), ours(CANCELLED, roll=False), []),
        (
            replace(choice(THERE), said=MeetingState.INQUORATE),
            ours(HELD),
            [("Meeting", "held", "inquorate")],
        ),
        (replace(choice(THERE), said=MeetingState.INQUORATE), ours(MeetingState.CONFIRMED), []),
    ],
)
def test_only_what_the_document_knows_newer_changes(
    found: MeetingChoice, kept: Register, changes: list[tuple[str, str, str]]
) -> None:
    one = proposed(found, kept)
    assert list(one.changes) == [FieldChange(*words) for words in changes]
    assert one.verdict is (Verdict.CHANGED if changes else Verdict.SAME)
    assert (one.about_id, one.ticked) == ("m", True)


def test_a_meeting_the_office_does_not_have_is_new() -> None:
    one = proposed(choice(THERE))
    assert (one.verdict, one.about_id, one.changes, one.ref) == (Verdict.NEW, "", (), "2026-06-09")


@pytest.mark.parametrize(
    ("found", "kept", "why"),
    [
        (choice(cancelled=True), ours(), "The office has this meeting as held, the document as cancelled."),
        (
            choice(cancelled=True),
            ours(PLANNED),
            "The office has this meeting as held, the document as cancelled.",
        ),
        (
            choice(THERE),
            ours(CANCELLED, roll=False),
            "The office has this meeting as cancelled, the document has marks for it.",
        ),
    ],
)
def test_a_meeting_cannot_have_been_held_and_cancelled(
    found: MeetingChoice, kept: Register, why: str
) -> None:
    one = proposed(found, kept)
    assert (one.verdict, one.ticked, one.why_not) == (Verdict.UNCLEAR, False, why)


def test_what_is_doubted_is_not_taken_unless_somebody_ticks_it() -> None:
    one = proposed(replace(choice(THERE), doubts=("It is to come.", "He sat twice.")))
    assert (one.ticked, one.why_not, one.verdict) == (False, "It is to come. He sat twice.", Verdict.NEW)


def test_nobody_can_have_been_at_a_meeting_still_to_come() -> None:
    assert list(too_early(choice(THERE), date(2026, 6, 8))) == [
        "9 June 2026 is still to come, so nobody can have been there yet."
    ]
    for found, today in ((choice(THERE), DAY), (choice(THERE), None), (choice(), date(2026, 6, 8))):
        assert list(too_early(found, today)) == []
    assert list(too_early(choice(THERE, cancelled=True), date(2026, 6, 8))) == []
