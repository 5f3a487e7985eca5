"""What members have on record, and what of it is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from boarddesk.rules.memberships.record import OnRecord, gaps, has_accepted, renewal_due
from boarddesk.rules.people import Board, Membership, Role, Seat

TODAY = date(2026, 5, 28)
BOARD = Board("b", "Improvement Board", "SIB", terms_version="2")
NOTHING = Membership("m", "s", "ann")
DONE = date(2026, 2, 3)


def _seats(*held: Membership, role: Role = Role.MEMBER) -> list[Seat]:
    return [
        Seat(f"s{at}", "b", "Post", None, role, True, True, memberships=(replace(each, id=f"m{at}"),))
        for at, each in enumerate(held)
    ]


def _of(who: str, **record: Any) -> Membership:
    return replace(NOTHING, person_id=who, **record)


def _said(*seats: Seat, board: Board = BOARD) -> list[str]:
    return [gap.says for gap in gaps(board, seats, TODAY)]


def test_who_accepted_an_earlier_version_has_not_accepted_the_one_in_force() -> None:
    accepted = _of("ann", terms_version="2", terms_accepted_on=DONE)
    earlier = _of("ben", terms_version="1", terms_accepted_on=DONE)
    assert has_accepted(accepted, BOARD) and not has_accepted(earlier, BOARD)
    assert _said(*_seats(accepted, earlier, _of("cas"))) == [
        "2 of 3 members of SIB have not accepted version 2 of its terms"
    ]


def test_one_member_is_said_in_the_singular() -> None:
    accepted = _of("ann", terms_version="2", terms_accepted_on=DONE)
    assert _said(*_seats(accepted, _of("ben"))) == [
        "1 of 2 members of SIB has not accepted version 2 of its terms"
    ]


def test_a_board_that_keeps_none_of_it_is_asked_for_nothing() -> None:
    assert _said(*_seats(_of("ann"), _of("ben")), board=replace(BOARD, terms_version="")) == []


def test_advisers_observers_and_the_secretary_are_not_asked() -> None:
    assert _said(*_seats(_of("ann"), role=Role.ADVISER), *_seats(_of("ben"), role=Role.SECRETARY)) == []


def test_who_holds_two_seats_is_asked_once() -> None:
    accepted = _of("ann", terms_version="2", terms_accepted_on=DONE)
    assert _said(*_seats(accepted, _of("ann"))) == []


@pytest.mark.parametrize(
    ("renewed", "late"), [(date(2025, 5, 28), False), (date(2025, 5, 27), True), (None, True)]
)
def test_interests_are_due_again_after_a_year(renewed: date | None, late: bool) -> None:
    kept = _of("ann", interests_renewed_on=TODAY, terms_version="2")
    gap = gaps(BOARD, _seats(kept, _of("ben", interests_renewed_on=renewed, terms_version="2")), TODAY)
    assert [each.kind for each in gap] == ([OnRecord.INTERESTS] if late else [])
    assert renewal_due(_of("ben", interests_renewed_on=date(2025, 5, 28))) == date(2026, 5, 28)


def test_an_induction_is_asked_of_those_who_joined_within_the_year() -> None:
    inducted = _of("ann", inducted_on=DONE, from_date=DONE)
    new = _of("ben", from_date=date(2026, 1, 1))
    long_there = _of("cas", from_date=date(2024, 1, 1))
    always = _of("dee")
    said = _said(*_seats(inducted, new, long_there, always), board=replace(BOARD, terms_version=""))
    assert said == ["1 of 4 members of SIB joined within the year and has no induction on record"]


def test_confidentiality_is_asked_once_anybody_has_agreed_to_it() -> None:
    said = _said(
        *_seats(_of("ann", confidentiality_on=DONE), _of("ben")), board=replace(BOARD, terms_version="")
    )
    assert said == ["1 of 2 members of SIB has no agreement to confidentiality on record"]


def test_what_is_kept_says_its_own_day() -> None:
    given = {kind: date(2026, 1, at) for at, kind in enumerate(OnRecord, 1)}
    kept = _of("ann", **{kind.value: day for kind, day in given.items()})
    assert {kind: kind.on(kept) for kind in OnRecord} == given
