"""Whose seat is whose in a register of a document: held already, handed on, vacant, or new."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from boarddesk.rules.imports.choices import SeatChoice
from boarddesk.rules.imports.contents import FoundMark, FoundMeeting, FoundMember, FoundRegisters
from boarddesk.rules.imports.people import compare_people
from boarddesk.rules.imports.person_choice import OfficeSide
from boarddesk.rules.imports.proposals import FieldChange, Proposal, Verdict
from boarddesk.rules.imports.seats import compare_seats, with_roles
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.people import Board, Membership, Organisation, Person, Role, Seat, Sector
from boarddesk.rules.registers.register import Mark, Register, RollRow

COUNCIL = Organisation("council", "Northmoor Council", "NC", Sector.OTHER)
SCHOOL = Organisation("school", "Moor School", "MS", Sector.EDUCATION)
ANN, BEN = Person("ann", "Ann Hale", "council"), Person("ben", "Ben Moor", "council")
HEAD = "Head of SEND"
JAN, FEB, MAR, APR = (date(2026, month, 9) for month in range(1, 5))


def member(name: str, title: str = HEAD, **more: Any) -> FoundMember:
    made = FoundMember(name, f"row {name}", "Northmoor Council", seat_title=title, role_given=False)
    return replace(made, **more)


def document(*lines: tuple[FoundMember, str]) -> FoundRegisters:
    """Members with `x` for each month, from January, on whose roll they are."""
    meetings = tuple(
        FoundMeeting(
            f"2026-0{month}-09",
            marks=tuple(
                FoundMark(at, Mark.PRESENT)
                for at, (_, there) in enumerate(lines)
                if there[month - 1 : month] == "x"
            ),
        )
        for month in range(1, 1 + max(len(there) for _, there in lines))
    )
    return FoundRegisters("register.xlsx", (), tuple(one for one, _ in lines), meetings)


def seat(*held: Membership, title: str = HEAD, role: Role = Role.MEMBER, id: str = "s1") -> Seat:
    return Seat(id, "sib", title, "council", role, True, True, memberships=held)


def holds(who: Person, first: date | None = None, last: date | None = None) -> Membership:
    return Membership(f"m-{who.id}", "s1", who.id, first, last)


def compared(
    found: FoundRegisters, *seats: Seat, registers: tuple[Register, ...] = (), doubted: tuple[int, ...] = ()
) -> tuple[Proposal, ...]:
    board = Board("sib", "SEND Improvement Board", "SIB")
    kept = OfficeSide(board, (ANN, BEN), (COUNCIL, SCHOOL), seats, registers)
    people = {proposal.key: proposal for proposal in compare_people(found, kept, {})}
    return compare_seats(found, kept, people, doubted)


def choice(proposal: Proposal) -> SeatChoice:
    assert isinstance(proposal.found, SeatChoice)
    return proposal.found


def days(proposal: Proposal) -> tuple[date | None, date | None]:
    return choice(proposal).from_date, choice(proposal).to_date


# ── new seats ──


def test_somebody_new_gets_a_new_seat_with_the_time_the_document_shows() -> None:
    whole, late, early, never = compared(
        document(
            (member("Ann Hale", "Chair"), "xxx"),
            (member("Cy Finch", "Deputy"), " xx"),
            (member("Di Fox", "Clerk"), "xx "),
            (member("Ed Gray", "Guest"), "   "),
        )
    )
    assert [one.verdict for one in (whole, late, early, never)] == [Verdict.NEW] * 4
    assert (whole.title, whole.place) == ("Chair · Ann Hale", "row Ann Hale")
    assert [days(one) for one in (whole, late, early, never)] == [
        (None, None),
        (FEB, None),
        (None, FEB),
        (None, None),
    ]


def test_a_doubted_meeting_begins_and_ends_nobodys_time() -> None:
    found = document((member("Ann Hale", "Chair"), "xxx"), (member("Di Fox", "Clerk"), "xx "))
    assert days(compared(found)[1]) == (None, FEB)
    assert days(compared(found, doubted=(2,))[1]) == (None, None)


def test_a_seat_without_a_title_is_called_by_role_and_organisation_and_numbered() -> None:
    found = document(
        (member("Ann Hale", ""), "x"),
        (member("Cy Finch", ""), "x"),
        (member("Di Fox", "", organisation="", role=Role.CHAIR), "x"),
        (member("Ed Gray", ""), "x"),
    )
    assert [choice(one).title for one in compared(found)] == [
        "Member, Northmoor Council",
        "Member, Northmoor Council 2",
        "Chair",
        "Member, Northmoor Council 3",
    ]


def test_what_the_document_says_of_a_seat_is_proposed_for_a_program_to_read() -> None:
    told = member("Ann Hale", "Chair", sector=Sector.HEALTH, sector_given=False, expected=False)
    (one,) = compared(document((told, "x")))
    assert choice(one).values == {
        "title": "Chair",
        "organisation": "Northmoor Council",
        "role": "member",
        "sector": "health",
        "sector_proposed": True,
        "expected": False,
        "counts_for_quorum": True,
        "from": None,
        "to": None,
    }
    bare = choice(compared(document((member("Ann Hale", "Chair", organisation=""), "x")))[0]).values
    assert (bare["organisation"], bare["sector"], bare["sector_proposed"]) == (None, None, False)


def test_who_has_no_role_is_asked_for_once_for_all() -> None:
    chair = member("Di Fox", "Chair", role=Role.CHAIR, role_given=True)
    two = compared(document((chair, "x"), (member("Cy Finch", "A"), "x"), (member("Ed Gray", "B"), "x")))
    assert [len(one.notes) for one in two] == [0, 1, 0]
    assert (
        two[1]
        .notes[0]
        .startswith("No role is given for 2 people, this one first, who are taken to be members.")
    )
    (one,) = compared(document((member("Cy Finch", "A"), "x")))
    assert one.notes[0].startswith("No role is given for this person, who is taken to be a member.")
    (vacant,) = compared(document((member("", "A"), "x")))
    assert vacant.notes == ()


def test_a_role_somebody_says_is_as_good_as_given() -> None:
    found = document((member("Cy Finch", "A", expected=False, notes=("Sits apart.",)), "x"))
    said = with_roles(found, {0: Role.ADVISER}).members[0]
    assert (said.role, said.role_given, said.expected, said.notes) == (Role.ADVISER, True, None, ())
    assert with_roles(found, {}) is found
    assert with_roles(found, {5: Role.CHAIR}).members == found.members


# ── seats the office has ──


def test_a_seat_held_already_is_the_same() -> None:
    (one,) = compared(document((member("Ann Hale"), "xxx")), seat(holds(ANN), title="Head of SEND service"))
    assert (one.verdict, one.about_id, one.title) == (Verdict.SAME, "s1", "Head of SEND service · Ann Hale")
    assert (choice(one).seat_id, choice(one).membership_id) == ("s1", "m-ann")
    assert days(one) == (None, None)


@pytest.mark.parametrize(
    ("held", "there", "changes", "result"),
    [
        ((MAR, None), "xxxx", [("from", "9 March 2026", "9 January 2026")], (JAN, None, False)),
        ((JAN, None), "xxxx", [], (None, None, False)),
        ((None, FEB), "xxxx", [("until", "9 February 2026", "")], (None, None, True)),
        ((None, FEB), "xxx ", [("until", "9 February 2026", "9 March 2026")], (None, MAR, False)),
        ((None, MAR), "xxx ", [], (None, None, False)),
        ((None, None), "xxx ", [("until", "", "9 March 2026")], (None, MAR, False)),
        ((None, None), " xxx", [], (None, None, False)),
    ],
)
def test_the_offices_dates_give_way_only_where_the_document_shows_somebody_outside_them(
    held: tuple[date | None, date | None],
    there: str,
    changes: list[tuple[str, str, str]],
    result: tuple[date | None, date | None, bool],
) -> None:
    found = document((member("Ann Hale"), there), (member("Di Fox", "Clerk"), "xxxx"))
    one, _ = compared(found, seat(holds(ANN, *held)))
    assert list(one.changes) == [FieldChange(f"On the board {name}", *words) for name, *words in changes]
    assert one.verdict is (Verdict.CHANGED if changes else Verdict.SAME)
    assert (*days(one), choice(one).reopened) == result


def test_who_is_seen_on_a_later_register_of_the_office_has_not_left() -> None:
    row = RollRow("r", "s1", HEAD, "ann", "Ann Hale", "council", "NC", Sector.OTHER, Role.MEMBER, True, True)
    later = Register(Meeting("m", "sib", 9, APR, MeetingState.HELD), "SIB", "roll", True, (row,))
    earlier = replace(later, meeting=replace(later.meeting, date=MAR))
    found = document((member("Ann Hale"), "xxx "), (member("Di Fox", "Clerk"), "xxxx"))
    assert compared(found, seat(holds(ANN)), registers=(later,))[0].verdict is Verdict.SAME
    assert compared(found, seat(holds(ANN)), registers=(earlier,))[0].verdict is Verdict.CHANGED


def test_time_already_covered_by_an_earlier_spell_in_the_seat_changes_nothing() -> None:
    spells = holds(ANN, None, FEB), replace(holds(ANN, MAR), id="m-again")
    (one,) = compared(document((member("Ann Hale"), "xxxx")), seat(*spells))
    assert (one.verdict, choice(one).membership_id) == (Verdict.SAME, "m-again")


def test_of_several_seats_held_the_one_of_that_title_then_organisation_then_role_fits() -> None:
    other = seat(replace(holds(ANN), id="m2"), title="Chair", id="s2")
    (one,) = compared(document((member("Ann Hale"), "x")), other, seat(holds(ANN)))
    assert one.about_id == "s1"
    adviser = seat(replace(holds(ANN), id="m3"), title="Other", id="s3", role=Role.ADVISER)
    given = member("Ann Hale", "", role=Role.ADVISER, role_given=True)
    (by_role,) = compared(document((given, "x")), seat(holds(ANN)), adviser)
    assert by_role.about_id == "s3"


def test_a_seat_of_another_organisation_is_another_seat() -> None:
    elsewhere = replace(seat(holds(ANN)), organisation_id="school")
    (one,) = compared(document((member("Ann Hale"), "x")), elsewhere)
    assert (one.verdict, choice(one).seat_id) == (Verdict.NEW, None)


def test_two_lines_of_one_person_are_two_seats() -> None:
    found = document((member("Ann Hale"), "x"), (member("Ann Hale", "Clerk"), "x"))
    second = seat(replace(holds(ANN), id="m2"), title="Clerk", id="s2")
    assert [one.about_id for one in compared(found, seat(holds(ANN)), second)] == ["s1", "s2"]


# ── a post handed on ──


def test_a_post_with_a_title_is_taken_over_by_who_comes_after() -> None:
    found = document((member("Ben Moor"), "  xx"), (member("Ann Hale"), "xx  "))
    ben, ann = compared(found)
    assert choice(ben).after == 1 and choice(ann).after is None
    assert (ben.is_taken_over, ann.is_taken_over) == (True, False)
    assert ben.notes[0] == "Takes over the seat “Head of SEND” from 9 March 2026."
    assert days(ben) == (MAR, None)


def test_a_post_two_hold_on_one_day_is_two_seats() -> None:
    ann, ben = compared(document((member("Ann Hale"), "xx "), (member("Ben Moor"), " xx")))
    assert (choice(ann).after, choice(ben).after) == (None, None)


def test_posts_of_another_organisation_or_given_role_are_not_handed_on() -> None:
    first = member("Ann Hale", role_given=True)
    for other in (
        member("Ben Moor", organisation="Moor School"),
        member("Ben Moor", role=Role.ADVISER, role_given=True),
        member("Ben Moor", "Head of schools"),
    ):
        assert choice(compared(document((first, "xx  "), (other, "  xx")))[1]).after is None
    spelt = member("Ben Moor", "head  of send", organisation="NORTHMOOR COUNCIL")
    assert choice(compared(document((first, "xx  "), (spelt, "  xx")))[1]).after == 0


def test_who_takes_a_post_over_without_a_role_has_the_one_before() -> None:
    chair = member("Ann Hale", role=Role.ADVISER, role_given=True, for_quorum=False, expected=True)
    taken = choice(compared(document((chair, "xx  "), (member("Ben Moor"), "  xx")))[1])
    assert (taken.role, taken.expected, taken.for_quorum) == (Role.ADVISER, True, False)


def test_of_several_posts_of_one_title_the_one_left_last_is_taken_over() -> None:
    found = document((member("Ann Hale"), "x   "), (member("Cy Finch"), "xx  "), (member("Ben Moor"), "  xx"))
    assert choice(compared(found)[2]).after == 1
    chain = document((member("Ann Hale"), "x   "), (member("Cy Finch"), " x  "), (member("Ben Moor"), "  xx"))
    assert [choice(one).after for one in compared(chain)] == [None, 0, 1]


def test_a_seat_the_office_has_vacant_is_taken_and_one_held_is_not() -> None:
    found = document((member("Cy Finch"), "  xx"), (member("Di Fox", "Clerk"), "xxxx"))
    taken = compared(found, seat(title="Head of SEND (2)"))[0]
    assert (choice(taken).seat_id, taken.verdict) == ("s1", Verdict.NEW)
    assert taken.notes[0] == "Takes the seat “Head of SEND (2)”, which the office has as vacant then."
    assert days(taken) == (MAR, None)
    for held, is_free in (
        (holds(BEN), False),
        (holds(BEN, None, FEB), True),
        (holds(BEN, None, MAR), False),
        (holds(BEN, APR, APR), False),
    ):
        assert (choice(compared(found, seat(held))[0]).seat_id == "s1") is is_free


def test_a_vacant_seat_of_another_title_or_organisation_stays() -> None:
    found = document((member("Cy Finch"), "x"))
    for other in (seat(title="Chair"), replace(seat(), organisation_id="school")):
        assert choice(compared(found, other)[0]).seat_id is None
    exact = compared(found, seat(title="Head of SEND (2)", id="s2"), seat())[0]
    assert choice(exact).seat_id == "s1"


def test_a_seat_written_as_vacant_is_the_offices_where_nobody_holds_it() -> None:
    found = document((member(""), "xx"))
    (known,) = compared(found, seat(holds(ANN, MAR)))
    assert (known.verdict, known.about_id, choice(known).person_key) == (Verdict.SAME, "s1", "")
    assert known.title == "Head of SEND · Vacant"
    (new,) = compared(found, seat(holds(ANN, FEB)))
    assert (new.verdict, new.about_id) == (Verdict.NEW, "")


def test_one_vacant_seat_is_not_taken_twice_for_one_day() -> None:
    found = document((member("Cy Finch", f"{HEAD} (1)"), "xx"), (member("Di Fox", f"{HEAD} (2)"), " x"))
    assert [choice(one).seat_id for one in compared(found, seat())] == ["s1", None]
    handed_on = document((member("Cy Finch", f"{HEAD} (1)"), "x "), (member("Di Fox", f"{HEAD} (2)"), " x"))
    assert [choice(one).seat_id for one in compared(handed_on, seat())] == ["s1", "s1"]


def test_two_names_of_one_person_hold_two_seats() -> None:
    known = seat(holds(ANN)), seat(replace(holds(ANN), id="m2"), title="Chair", id="s2")
    lines = document((member("Ann Hale", HEAD), "x"), (member("Hale, Ann", "Chair"), "x"))
    assert [choice(one).seat_id for one in compared(lines, *known)] == ["s1", "s2"]
    same = document((member("Ann Hale", HEAD), "x"), (member("HALE, Ann", HEAD), "x"))
    first, second = compared(same, known[0])
    assert (choice(first).seat_id, choice(second).seat_id) == ("s1", None)


def test_a_seat_of_which_nothing_else_is_said_is_expected_counts_and_has_the_sector_given() -> None:
    said = choice(compared(document((member("Ann Hale", "Chair", sector=Sector.HEALTH), "x")))[0])
    bare = SeatChoice(0, "k", "Chair", "Northmoor Council", Sector.HEALTH, Role.CHAIR)
    for one in (said, bare):
        assert (one.values["expected"], one.values["counts_for_quorum"]) == (True, True)
        assert (one.values["sector"], one.values["sector_proposed"], one.reopened) == ("health", False, False)
