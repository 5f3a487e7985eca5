"""Returns: which area of the plan reported to which meeting, and who is to be chased."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from boarddesk.rules.meetings.meeting import Meeting, MeetingState


class ReturnState(StrEnum):
    """How an area reported; its first letter is its key."""

    WRITTEN = "written"
    VERBAL = "verbal"
    LATE = "late"
    NONE = "none"

    @property
    def letter(self) -> str:
        """W, V, L or N."""
        return self.value[0].upper()


RETURN_KEYS: Mapping[str, ReturnState] = {state.letter: state for state in ReturnState}


@dataclass(frozen=True)
class ReportingArea:
    """An area of the plan that is asked to report, and who leads it."""

    id: str
    number: str
    title: str
    leads: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """`3 Therapies`."""
        return " ".join(part for part in (self.number, self.title) if part)


@dataclass(frozen=True)
class ReturnsGrid:
    """Areas by meetings; a pair of ids without a state has not been noted."""

    areas: tuple[ReportingArea, ...]
    meetings: tuple[Meeting, ...]
    states: Mapping[tuple[str, str], ReturnState]  # by the ids of meeting and area

    def state(self, meeting_id: str, area_id: str) -> ReturnState | None:
        """How an area reported to a meeting; None where nobody has said."""
        return self.states.get((meeting_id, area_id))

    def missing(self, meeting_id: str) -> tuple[ReportingArea, ...]:
        """The areas that have not reported to a meeting: nothing came, or nothing was noted."""
        return tuple(
            area for area in self.areas if self.state(meeting_id, area.id) in (None, ReturnState.NONE)
        )

    def received(self, meeting_id: str) -> int:
        """How many areas reported to a meeting, in time or late."""
        return len(self.areas) - len(self.missing(meeting_id))

    @cached_property
    def next_meeting(self) -> Meeting | None:
        """The first meeting still to come: what is missing for it is chased."""
        return next((meeting for meeting in self.meetings if meeting.state.is_to_come), None)

    @property
    def to_chase(self) -> tuple[ReportingArea, ...]:
        """Who is to be chased: the areas missing for the meeting that comes next."""
        return self.missing(self.next_meeting.id) if self.next_meeting else ()


def takes_returns(meeting: Meeting) -> bool:
    """A meeting that was cancelled had nothing reported to it."""
    return meeting.state is not MeetingState.CANCELLED
