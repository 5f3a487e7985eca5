"""The register of interests: what somebody declared, of what nature, and whether it stands on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from boarddesk.rules.people import Seat


class Nature(StrEnum):
    """What kind of interest it is, in the words registers use; not said until somebody says it."""

    NOT_SAID = ""
    FINANCIAL = "financial"
    PROFESSIONAL = "non-financial professional"
    PERSONAL = "non-financial personal"
    INDIRECT = "indirect"


@dataclass(frozen=True)
class Interest:
    """Something a person declared that could bear on what a board decides; kept after it has ended."""

    id: str
    person_id: str
    text: str
    nature: Nature = Nature.NOT_SAID
    from_day: date | None = None
    until_day: date | None = None
    declared_on: date | None = None

    def stands_on(self, day: date) -> bool:
        """Whether the person has the interest on that day."""
        return (self.from_day or date.min) <= day <= (self.until_day or date.max)


def interests_of(interests: Iterable[Interest], person_id: str, today: date) -> tuple[Interest, ...]:
    """What somebody declared, those that have ended last, otherwise in the order they were declared."""
    found = [interest for interest in interests if interest.person_id == person_id]
    return tuple(sorted(found, key=lambda interest: not interest.stands_on(today)))


def expected_interests(
    seats: Iterable[Seat], interests: Iterable[Interest], day: date
) -> dict[str, tuple[Interest, ...]]:
    """The interests, standing on that day, of those expected at a meeting of these seats; in roll order."""
    standing = [interest for interest in interests if interest.stands_on(day)]
    expected = [seat.holder_on(day) for seat in seats if seat.expected and seat.exists_on(day)]
    found = {
        person_id: tuple(interest for interest in standing if interest.person_id == person_id)
        for person_id in dict.fromkeys(expected)
        if person_id
    }
    return {person_id: declared for person_id, declared in found.items() if declared}
