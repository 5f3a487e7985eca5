"""The register of interests: what stands on a day, and of whom a meeting has to know."""

from __future__ import annotations

from datetime import date

from boarddesk.rules.interests import Interest, Nature, expected_interests, interests_of
from boarddesk.rules.people import Membership, Role, Seat

DAY = date(2026, 6, 9)


def _of(who: str, text: str, first: date | None = None, last: date | None = None) -> Interest:
    return Interest(f"{who} {text}", who, text, Nature.FINANCIAL, first, last)


def _seat(who: str, *, role: Role = Role.MEMBER) -> Seat:
    held = (Membership(f"m {who}", f"s {who}", who),) if who else ()
    expected = role.expected_by_default
    return Seat(f"s {who}", "b", f"Post of {who}", None, role, expected, expected, memberships=held)


def test_an_interest_that_has_ended_is_kept_and_stands_no_longer() -> None:
    over, standing = _of("ann", "Governor", last=date(2026, 6, 8)), _of("ann", "Trustee", date(2026, 6, 9))
    assert [each.text for each in interests_of([over, standing, _of("ben", "Owner")], "ann", DAY)] == [
        "Trustee",
        "Governor",
    ]
    assert standing.stands_on(DAY) and not over.stands_on(DAY)


def test_a_meeting_has_to_know_the_interests_of_those_expected() -> None:
    declared = [
        _of("ben", "Trustee"),
        _of("ann", "Governor"),
        _of("ann", "Owner", last=date(2026, 1, 1)),
        _of("cas", "Clerk"),
        _of("dee", "Adviser"),
    ]
    seats = [_seat("ann"), _seat("ben"), _seat("cas", role=Role.SECRETARY), _seat("eve"), _seat("")]
    found = expected_interests(seats, declared, DAY)
    assert {who: [each.text for each in its] for who, its in found.items()} == {
        "ann": ["Governor"],
        "ben": ["Trustee"],
    }
    assert list(found) == ["ann", "ben"]
