"""What a board has published of each meeting: agenda, papers, minutes, update, and what is held back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from boarddesk.rules.edition import Edition
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.people import Board
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import bound, day, day_of_year, listed, sentence


class PublicPart(StrEnum):
    """What of a meeting is put before everybody, in the order of the list."""

    AGENDA = "agenda"
    PAPERS = "papers"
    MINUTES = "minutes"
    UPDATE = "update"


class PublicState(StrEnum):
    """How far that has come (domain.md, "Publication list")."""

    NOT_YET = "Not yet"
    CONFIRMED = "Confirmed"
    PUBLISHED = "Published"
    CANCELLED = "Cancelled"


@dataclass(frozen=True)
class Publication:
    """A part of a meeting that is out since a day; `withheld` says what is held back and why."""

    id: str
    meeting_id: str
    part: PublicPart
    published_on: date
    withheld: str = ""


@dataclass(frozen=True)
class PublicCell:
    """How far one part of a meeting has come, and since when."""

    state: PublicState
    on: date | None = None


@dataclass(frozen=True)
class PublishedMeeting:
    """One meeting of the list with its four parts."""

    meeting: Meeting
    cells: Mapping[PublicPart, PublicCell] = field(hash=False)
    withheld: Mapping[PublicPart, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class PublicationPack:
    """The publication list of a board, the newest meeting first."""

    partnership: str
    board: Board
    author: str
    meetings: tuple[PublishedMeeting, ...]
    as_at: date
    edition: Edition

    def in_edition(self, edition: Edition) -> PublicationPack:
        """The same as that paper; a draft stays the draft it is."""
        return replace(self, edition=edition) if edition.version else self

    @property
    def to_publish(self) -> tuple[PublishedMeeting, ...]:
        """Those whose minutes are confirmed and not out, the oldest first."""
        return tuple(
            each
            for each in reversed(self.meetings)
            if each.cells[PublicPart.MINUTES].state is PublicState.CONFIRMED
        )

    @property
    def held_back(self) -> tuple[str, ...]:
        """`Minutes of 10 March 2026: two paragraphs are withheld, …`, the newest meeting first."""
        return tuple(
            sentence(f"{part.capitalize()} of {day(each.meeting.date)}: {each.withheld[part]}")
            for each in self.meetings
            for part in PublicPart
            if each.withheld.get(part)
        )


def published_meeting(
    meeting: Meeting, publications: Iterable[Publication], *, confirmed_on: date | None
) -> PublishedMeeting:
    """A meeting with what is out of it; what was published before it was cancelled stays published."""
    out = {each.part: each for each in publications if each.meeting_id == meeting.id}
    return PublishedMeeting(
        meeting,
        {part: _cell(part, meeting, out, confirmed_on) for part in PublicPart},
        {part: each.withheld for part, each in out.items() if each.withheld},
    )


def _cell(
    part: PublicPart, meeting: Meeting, out: Mapping[PublicPart, Publication], confirmed_on: date | None
) -> PublicCell:
    if part in out:
        return PublicCell(PublicState.PUBLISHED, out[part].published_on)
    if meeting.state is MeetingState.CANCELLED:
        return PublicCell(PublicState.CANCELLED)
    if part is PublicPart.MINUTES and confirmed_on:
        return PublicCell(PublicState.CONFIRMED, confirmed_on)
    return PublicCell(PublicState.NOT_YET)


def in_short(pack: PublicationPack) -> tuple[str, str]:
    """What waits: minutes that are confirmed and not out; then what else of meetings gone by is missing."""
    waiting = [day(each.meeting.date) for each in pack.to_publish]
    if waiting:
        verb = "are confirmed and not yet published"
        lead = bound(f"Minutes of {listed(waiting)} {verb}.")
    else:
        lead = "No confirmed minutes wait to be published."
    return lead, bound(_of_the_rest(pack))


def _of_the_rest(pack: PublicationPack) -> str:
    gone = [
        each
        for each in pack.meetings
        if each.meeting.date <= pack.as_at and each.meeting.state is not MeetingState.CANCELLED
    ]
    if not gone:
        return ""
    others = [part for part in PublicPart if part is not PublicPart.MINUTES]
    missing = [
        f"{part} of {day_of_year(each.meeting.date)}"
        for each in gone
        for part in others
        if each.cells[part].state is PublicState.NOT_YET
    ]
    if not missing:
        return f"Every agenda, paper and chair’s update up to {day_of_year(gone[0].meeting.date)} is out."
    most = 3
    more = len(missing) - most
    told = [*missing[:most], f"{more} more"] if more > 0 else missing
    return f"Not out yet: {listed(told)}."


def check_publication(
    meeting: Meeting, part: PublicPart, on: date, *, today: date, is_confirmed: bool
) -> None:
    """Refused where it cannot be out: on a day to come, of a meeting not held, minutes nobody confirmed."""
    if on > today:
        raise Refused("That day is still to come.", field="published_on")
    if part is PublicPart.MINUTES and not is_confirmed:
        raise Refused("These minutes are not confirmed yet; they are published once they are.", field="part")
    if part is PublicPart.UPDATE and not meeting.state.was_held:
        raise Refused("The update comes once the meeting was held.", field="part")
