"""Marks of a document held against the registers the office keeps: what each would change, and what waits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.rules.rolls import register, row

from boarddesk.rules.imports.choices import MarkChoice
from boarddesk.rules.imports.contents import FoundMark, FoundMeeting, FoundMember, FoundRegisters
from boarddesk.rules.imports.person_choice import OfficeSide
from boarddesk.rules.imports.proposals import FieldChange, Proposal, Proposals, Verdict
from boarddesk.rules.imports.registers import compare_registers, mark_words
from boarddesk.rules.people import Board, Membership, Organisation, Person, Role, Seat, Sector
from boarddesk.rules.registers.register import Mark, Register, RollRow

JUNE, JULY = date(2026, 6, 9), date(2026, 7, 14)
COUNCIL = Organisation("Council", "Council", "Council", Sector.OTHER)
ANN, BEN = Person("Ann Hale", "Ann Hale", "Council"), Person("Ben Moor", "Ben Moor", "Council")


def seat(who: str, *held: Membership) -> Seat:
    holding = held or (Membership(f"m {who}", f"seat {who}", who),)
    return Seat(
        f"seat {who}", "sib", f"Seat of {who}", "Council", Role.MEMBER, True, True, memberships=holding
    )


def document(*meetings: FoundMeeting, names: tuple[str, ...] = ("Ann Hale", "Ben Moor")) -> FoundRegisters:
    members = tuple(
        FoundMember(name, f"row {name}", "Council", seat_title=f"Seat of {name}" if name else "")
        for name in names
    )
    return FoundRegisters("register.xlsx", (), members, meetings)


def meeting(*marks: FoundMark, day: date = JUNE, **more: Any) -> FoundMeeting:
    return FoundMeeting(day.isoformat(), marks=marks, place="cell B1", **more)


def mark(member: int, letter: str, **more: Any) -> FoundMark:
    return FoundMark(member, None if letter == "." else Mark(letter), place=f"cell B{member + 2}", **more)


def compared(found: FoundRegisters, *kept: Register, today: date | None = None) -> Proposals:
    board = Board("sib", "SEND Improvement Board", "SIB")
    side = OfficeSide(board, (ANN, BEN), (COUNCIL,), (seat("Ann Hale"), seat("Ben Moor")), kept)
    return compare_registers(found, side, today=today)


def marks_of(proposals: Proposals) -> list[Proposal]:
    return [one for one in proposals.proposals if one.kind == "mark"]


def kept(letter: str = "P", **details: Any) -> Register:
    return register(JUNE, [replace(row("Ann Hale", letter), **details), row("Ben Moor", "P")])


def changes(found: FoundMark, letter: str = "P", **details: Any) -> list[FieldChange]:
    told = marks_of(compared(document(meeting(found, mark(1, "P"))), kept(letter, **details)))
    return [change for one in told for change in one.changes]


# ── marks ──


def test_a_register_the_office_has_just_so_changes_nothing() -> None:
    found = compared(document(meeting(mark(0, "P"), mark(1, "P"))), kept())
    assert marks_of(found) == []
    assert [one.kind for one in found.proposals] == ["person", "person", "seat", "seat", "meeting"]
    assert found.count_of(Verdict.SAME) == 5


def test_a_mark_that_differs_is_a_change_of_its_own_under_its_meeting() -> None:
    (one,) = marks_of(compared(document(meeting(mark(0, "A"), mark(1, "P"))), kept()))
    assert (one.title, one.ref, one.place) == ("Ann Hale, 9 June 2026", "2026-06-09", "cell B2")
    assert (one.key, one.within) == ("mark 2026-06-09 0", "meeting 2026-06-09")
    assert (one.verdict, one.about_id, one.ticked) == (Verdict.CHANGED, "Ann Hale", True)
    assert one.changes == (FieldChange("Mark", "P present", "A apologies"),)
    assert isinstance(one.found, MarkChoice)
    assert one.found.values == {"mark": "A", "deputy": None}
    assert (one.found.row_id, one.found.leaves_off) == ("Ann Hale", False)


@pytest.mark.parametrize(
    ("found", "details", "expected"),
    [
        (
            mark(0, "D", deputy="Kit Fell"),
            {},
            [("Mark", "P present", "D deputy attended"), ("Deputy", "", "Kit Fell")],
        ),
        (
            mark(0, "P", reason="ill", note="came late"),
            {},
            [("Reason", "", "ill"), ("Note", "", "came late")],
        ),
        (mark(0, "P"), {"reason": "ill", "note": "late"}, []),
        (mark(0, "P", note="late"), {"note": "late"}, []),
        (mark(0, "P", part_from="3"), {}, [("There", "", "from item 3")]),
        (mark(0, "P", part_from="3"), {"part_from": "3"}, []),
        (mark(0, "P", part_to="5"), {"part_from": "3"}, [("There", "from item 3", "until item 5")]),
        (mark(0, "."), {}, []),
    ],
)
def test_details_change_where_the_document_gives_them_and_stay_where_it_is_silent(
    found: FoundMark, details: dict[str, Any], expected: list[tuple[str, str, str]]
) -> None:
    assert changes(found, **details) == [FieldChange(*words) for words in expected]


def test_a_deputy_written_in_another_order_is_no_change() -> None:
    assert changes(mark(0, "D", deputy="Fell, Kit"), "D", deputy="Kit Fell") == []


def test_a_mark_nobody_recorded_yet_is_filled_in() -> None:
    assert changes(mark(0, "P"), ".") == [FieldChange("Mark", "not recorded", "P present")]
    assert mark_words(None) == "not recorded"


def test_who_is_not_on_the_offices_roll_yet_is_new_there() -> None:
    alone = register(JUNE, [row("Ben Moor", "P")])
    (one,) = marks_of(compared(document(meeting(mark(0, "."), mark(1, "P"))), alone))
    assert (one.verdict, one.about_id) == (Verdict.NEW, "")
    assert one.notes == ("Ann Hale is not on this register’s roll yet.",)
    assert one.changes == (FieldChange("Mark", "", "not recorded"),)


def test_somebody_on_another_seat_of_the_roll_is_found_by_the_person() -> None:
    moved = replace(row("Ann Hale", "P"), seat_id="another", id="elsewhere")
    (one,) = marks_of(compared(document(meeting(mark(0, "A"))), register(JUNE, [moved])))
    assert one.about_id == "elsewhere"
    away = replace(moved, organisation="Moor School", organisation_id="school")
    (new,) = marks_of(compared(document(meeting(mark(0, "A"))), register(JUNE, [away])))
    assert new.verdict is Verdict.NEW


def test_a_seat_vacant_on_the_roll_takes_the_mark_of_who_holds_it() -> None:
    vacant = replace(row("Ann Hale", "."), person_id=None, person="")
    (one,) = marks_of(compared(document(meeting(mark(0, "P"))), register(JUNE, [vacant])))
    assert (one.about_id, one.verdict) == ("Ann Hale", Verdict.CHANGED)
    somebody = replace(row("Ann Hale", "."), person_id="x", person="Cy Finch")
    (new,) = marks_of(compared(document(meeting(mark(0, "P"))), register(JUNE, [somebody])))
    assert new.verdict is Verdict.NEW


# ── meetings ──


def meetings_of(proposals: Proposals) -> list[Proposal]:
    return [one for one in proposals.proposals if one.kind == "meeting"]


def test_two_meetings_of_a_day_have_keys_of_their_own() -> None:
    two = meetings_of(compared(document(meeting(mark(0, "P")), meeting(mark(0, "P")))))
    assert [one.key for one in two] == ["meeting 2026-06-09", "meeting 2026-06-09 2"]


def test_a_new_register_is_one_proposal_with_its_marks_in_it() -> None:
    found = compared(document(meeting(mark(0, "P"), mark(1, "A"), time="10:00")))
    (one,) = meetings_of(found)
    assert (one.title, one.verdict, one.ticked) == (
        "9 June 2026, 10:00: held, 2 on the roll",
        Verdict.NEW,
        True,
    )
    assert marks_of(found) == []


def test_a_register_of_a_day_to_come_is_doubted_and_ends_nobodys_time() -> None:
    both = document(meeting(mark(0, "P"), mark(1, "P")), meeting(mark(1, "P"), day=JULY))
    late = compared(both, today=date(2026, 6, 30))
    assert [one.ticked for one in meetings_of(late)] == [True, False]
    assert "still to come" in meetings_of(late)[1].why_not
    seats = [one for one in late.proposals if one.kind == "seat"]
    assert [one.changes for one in seats] == [(), ()]
    then = compared(both, today=date(2026, 7, 30))
    assert [one.ticked for one in meetings_of(then)] == [True, True]
    ann, _ = (one.changes for one in then.proposals if one.kind == "seat")
    assert ann == (FieldChange("On the board until", "", "9 June 2026"),)


def test_a_deputy_for_two_is_doubted_on_a_new_register_and_on_a_kept_one() -> None:
    twice = meeting(mark(0, "D", deputy="Kit Fell"), mark(1, "D", deputy="Kit Fell"))
    (new,) = meetings_of(compared(document(twice)))
    assert not new.ticked and "Kit Fell" in new.why_not
    told = marks_of(compared(document(twice), kept()))
    assert [one.ticked for one in told] == [False, False]
    assert all("Kit Fell" in one.why_not for one in told)


def test_a_deputy_the_office_has_for_another_is_doubted_on_the_line_that_is_new() -> None:
    there = register(
        JUNE, [row("Ann Hale", "P"), replace(row("Ben Moor", "D"), deputy="Kit Fell", deputy_id="k")]
    )
    told = marks_of(compared(document(meeting(mark(0, "D", deputy="Kit Fell"), mark(1, "."))), there))
    assert len(told) == 1


# ── who is not clear yet ──


def unclear(*kept_registers: Register, other: FoundMark | None = None) -> Proposals:
    """A name of the document that may be either of two of the office."""
    board = Board("sib", "SEND Improvement Board", "SIB")
    twins = (Person("jo1", "Jo Hale", "Council"), Person("jo2", "Jo Hale", "Council"))
    side = OfficeSide(board, (*twins, BEN), (COUNCIL,), (seat("Ben Moor"),), kept_registers)
    marks = (mark(0, "P"), *((other,) if other else ()))
    return compare_registers(document(meeting(*marks), names=("Jo Hale", "Ben Moor")), side)


def test_what_hangs_on_somebody_who_is_not_clear_waits_for_the_answer() -> None:
    found = unclear()
    person = found.proposals[0]
    assert person.verdict is Verdict.UNCLEAR
    (waiting,) = found.waiting
    assert (waiting.kind, waiting.ticked, waiting.can_be_taken) == ("seat", False, False)
    assert waiting.why_not == "Waits for who Jo Hale is."
    assert "0 of 1 on the roll" in meetings_of(found)[0].title
    assert "Jo Hale" in " ".join(meetings_of(found)[0].notes)


def roll_row(person_id: str, name: str) -> RollRow:
    return replace(row(name, "P"), person_id=person_id)


def test_somebody_unclear_leaves_a_register_short_only_where_none_on_it_may_be_meant() -> None:
    short = unclear(register(JUNE, [row("Ben Moor", "P")]))
    (left,) = [one.found for one in marks_of(short)]
    assert isinstance(left, MarkChoice) and left.leaves_off
    assert all(one.waits for one in marks_of(short))
    known = unclear(register(JUNE, [row("Ben Moor", "P"), roll_row("jo1", "Jo Hale")]))
    (on_it,) = [one.found for one in marks_of(known)]
    assert isinstance(on_it, MarkChoice) and not on_it.leaves_off


def test_somebody_there_whom_the_office_has_as_anothers_deputy_is_doubted() -> None:
    there = register(
        JUNE,
        [row("Ann Hale", "A"), replace(row("Ben Moor", "D"), deputy="Ann Hale", deputy_id="Ann Hale")],
    )
    (told,) = marks_of(compared(document(meeting(mark(0, "P"))), there))
    assert not told.ticked and told.why_not == (
        "Ann Hale is down as the deputy for Ben Moor, and as there in their own seat."
    )


def test_a_whole_register_of_a_document_comes_in_closed() -> None:
    (whole,) = meetings_of(compared(document(meeting(mark(0, "P"), mark(1, "A")))))
    assert whole.found.values["register"] == "closed"
    (said_open,) = meetings_of(compared(document(meeting(mark(0, "P"), mark(1, "A"), left_open=True))))
    assert said_open.found.values["register"] == "open"
