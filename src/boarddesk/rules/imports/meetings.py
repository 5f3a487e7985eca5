"""Holds the meetings of a register document against those the office keeps: which is which, what changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from boarddesk.rules.dates.deadlines import in_words
from boarddesk.rules.imports.choices import MeetingChoice
from boarddesk.rules.imports.contents import FoundMeeting
from boarddesk.rules.imports.proposals import FieldChange, Proposal, ProposalKind, Verdict
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.registers.marking import still_unclear
from boarddesk.rules.registers.register import Register

STATE, REGISTER = "Meeting", "Register"


def pair_meetings(found: Sequence[FoundMeeting], kept: Iterable[Register]) -> list[Register | None]:
    """The office's meeting for each of the document's: the same day, told apart by time and by being held."""
    free = list(kept)
    pairs: dict[int, Register] = {}
    offers = sorted(
        (-_likeness(one, ours), at, place)
        for at, one in enumerate(found)
        for place, ours in enumerate(free)
        if _may_be(one, ours)
    )
    taken: set[int] = set()
    for _, at, place in offers:
        if at not in pairs and place not in taken:
            pairs[at] = free[place]
            taken.add(place)
    return [pairs.get(at) for at in range(len(found))]


def _may_be(found: FoundMeeting, ours: Register) -> bool:
    if found.date != ours.meeting.date.isoformat():
        return False
    start = ours.meeting.start_time
    return found.time in ("", start) or not start or not (found.cancelled or _is_cancelled(ours))


def _likeness(found: FoundMeeting, ours: Register) -> int:
    same_time = bool(found.time) and found.time == ours.meeting.start_time
    return 2 * same_time + (found.cancelled == _is_cancelled(ours))


def _is_cancelled(ours: Register) -> bool:
    return ours.meeting.state is MeetingState.CANCELLED


# What changes ----------------------------------------------------------------------------------------------


def propose_meeting(choice: MeetingChoice, ours: Register | None, *, key: str, place: str) -> Proposal:
    """The meeting with its roll, new or held against the office's."""
    changes = tuple(_changes(choice, ours)) if ours else ()
    why_not = _contradiction(choice, ours) if ours else ""
    verdict = Verdict.UNCLEAR if why_not else Verdict.CHANGED if changes else Verdict.SAME
    why_not = why_not or " ".join(choice.doubts)
    return Proposal(
        kind=ProposalKind.MEETING,
        key=key,
        ref=choice.date.isoformat(),
        title=f"{in_words(choice.date)}{f', {choice.time}' if choice.time else ''}: {_words(choice)}",
        verdict=verdict if ours else Verdict.NEW,
        place=place,
        found=choice,
        changes=changes,
        notes=tuple(_notes(choice)),
        ticked=not why_not,
        why_not=why_not,
        about_id=ours.meeting.id if ours else "",
    )


def too_early(choice: MeetingChoice, today: date | None) -> Iterator[str]:
    """That nobody can have been there yet: a register of a day to come."""
    if today is not None and choice.date > today and choice.marks and choice.state.was_held:
        yield f"{in_words(choice.date)} is still to come, so nobody can have been there yet."


def _words(choice: MeetingChoice) -> str:
    if not choice.marks:
        return choice.state.value
    everybody, clear = len(choice.marks), len(choice.marks) - len(choice.unclear)
    return f"{choice.state}, {f'{clear} of ' if choice.unclear else ''}{everybody} on the roll"


def _notes(choice: MeetingChoice) -> Iterator[str]:
    yield from choice.notes
    missing = sum(mark.mark is None for mark in choice.marks)
    if missing:
        yield f"{missing} not recorded: this register stays open and is left out of every percentage."
    if choice.unclear:
        yield still_unclear(choice.unclear)


def _changes(choice: MeetingChoice, ours: Register) -> Iterator[FieldChange]:
    state = ours.meeting.state
    new = choice.state_after(state)
    if new is not None:
        yield FieldChange(STATE, state.value, new.value)
    if choice.marks and ours.roll_id is None and not choice.cancelled:
        yield FieldChange(REGISTER, "none", "closed" if choice.complete else "open")


def _contradiction(choice: MeetingChoice, ours: Register) -> str:
    """A meeting cannot have been both held and cancelled: the document does not decide that."""
    if choice.cancelled and (ours.meeting.state.was_held or ours.roll_id is not None):
        return "The office has this meeting as held, the document as cancelled."
    if choice.marks and _is_cancelled(ours):
        return "The office has this meeting as cancelled, the document has marks for it."
    return ""
