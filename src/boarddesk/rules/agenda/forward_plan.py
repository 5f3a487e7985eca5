"""Which entries of a forward plan a meeting wants, when each comes up next, and whether its route holds.

What was wanted once stays wanted until it stands on the agenda of a meeting that is not cancelled. What comes
again is wanted at the first meeting from each of its months on; where that meeting's agenda is kept here and
the entry is not on it, it is owed to the next one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from boarddesk.rules.agenda.entry import Every, ForwardEntry
from boarddesk.rules.dates.months import first_day, month_of, month_words, months_between, months_on
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.people import Board
from boarddesk.rules.wording import bound, day


class RouteState(StrEnum):
    """Where a paper is on its way through the board that sees it first."""

    SEEN = "seen"
    TO_COME = "to come"
    MET = "met"
    WITHOUT_IT = "met without it"
    NOT_MET = "not met"

    @property
    def holds(self) -> bool:
        """Whether the board first in line sees it before it goes up."""
        return self not in (RouteState.WITHOUT_IT, RouteState.NOT_MET)


@dataclass(frozen=True)
class PaperRoute:
    """How a paper goes up: by which board's meeting first, and whether that comes in time."""

    state: RouteState
    board: Board
    meeting: Meeting | None = None

    @property
    def lines(self) -> tuple[str, ...]:
        """`SEG first` and its day; where it would go up too early, that."""
        short = self.board.short_name
        words = {
            RouteState.SEEN: f"Seen by {short}",
            RouteState.TO_COME: f"{short} first",
            RouteState.MET: f"{short} met",
            RouteState.WITHOUT_IT: f"{short} met without it",
            RouteState.NOT_MET: f"Goes up before {short} meets",
        }
        return (words[self.state], day(self.meeting.date)) if self.meeting else (words[self.state],)

    @property
    def told(self) -> str:
        """The same on one line: `SEG first, 28 May 2026`."""
        return ", ".join(self.lines)


@dataclass(frozen=True)
class Occurrence:
    """One time an entry comes up: the month it is due in, at which meeting, and why it comes only then.

    Without a meeting none is planned from that month on. It is `on_agenda` once an item was made of it. One
    that goes to another board first comes up there too: then `first_for` is the board it goes on to.
    """

    entry: ForwardEntry
    month: str
    meeting: Meeting | None = None
    owed: str = ""
    on_agenda: bool = False
    route: PaperRoute | None = None
    first_for: Board | None = None


@dataclass(frozen=True)
class ForwardPlan:
    """The entries of every board, all meetings by date, and what is known of their agendas.

    `items` are the meetings on whose agendas an item of an entry stands, by the entry's id; `kept` are the
    meetings whose agenda has any item here.
    """

    entries: tuple[ForwardEntry, ...]
    meetings: tuple[Meeting, ...]
    boards: Mapping[str, Board]
    items: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()

    def of_board(self, board_id: str | None) -> tuple[ForwardEntry, ...]:
        """The entries of a board that were not withdrawn, in its order."""
        return tuple(
            entry
            for entry in self.entries
            if not entry.withdrawn_on and (board_id is None or entry.board_id == board_id)
        )

    def live_meetings(self, board_id: str) -> tuple[Meeting, ...]:
        """The board's meetings that were not cancelled."""
        return tuple(
            meeting
            for meeting in self.meetings
            if meeting.board_id == board_id and meeting.state is not MeetingState.CANCELLED
        )

    def stood_on(self, entry: ForwardEntry) -> tuple[Meeting, ...]:
        """The meetings of its own board on whose agenda the entry stands or stood."""
        on = self.items.get(entry.id, ())
        return tuple(meeting for meeting in self.live_meetings(entry.board_id) if meeting.id in on)


def wanted(plan: ForwardPlan, meeting: Meeting, *, today: date) -> tuple[Occurrence, ...]:
    """What a meeting's agenda is to take in from the forward plan and does not have yet, in the plan's order.

    What goes to this board first comes with it, at its last meeting before the one it goes up to.
    """
    today, last = min(today, meeting.date), month_of(meeting.date)
    own = [
        found
        for entry in plan.of_board(meeting.board_id)
        for found in occurrences(plan, entry, today=today, last=last)
        if found.meeting == meeting and not found.on_agenda
    ]
    return (*own, *_on_the_way(plan, meeting, today=today))


def _on_the_way(plan: ForwardPlan, meeting: Meeting, *, today: date) -> Iterator[Occurrence]:
    """The entries of other boards that this meeting sees first."""
    passing = [entry for entry in plan.of_board(None) if entry.via_board_id == meeting.board_id]
    for entry in passing:
        for found in occurrences(plan, entry, today=today, last=months_on(month_of(meeting.date), 12)):
            if found.route and found.route.meeting == meeting and found.route.state is RouteState.TO_COME:
                if meeting.id not in plan.items.get(entry.id, ()):
                    yield Occurrence(
                        entry, month_of(meeting.date), meeting, first_for=plan.boards.get(entry.board_id)
                    )
                break


def occurrences(plan: ForwardPlan, entry: ForwardEntry, *, today: date, last: str) -> tuple[Occurrence, ...]:
    """Each time an entry comes up from today until the end of a month; none once it is done with."""
    to_come = [
        meeting
        for meeting in plan.live_meetings(entry.board_id)
        if meeting.date >= today and meeting.state.is_to_come
    ]
    found = (
        _once(plan, entry, to_come)
        if entry.every is Every.ONCE
        else _again(plan, entry, to_come, today, last)
    )
    on = plan.items.get(entry.id, ())
    return tuple(
        Occurrence(
            entry,
            each.month,
            each.meeting,
            each.owed,
            on_agenda=bool(each.meeting and each.meeting.id in on),
            route=route(plan, entry, each.meeting),
        )
        for each in found
        if (month_of(each.meeting.date) if each.meeting else each.month) <= last
    )


def is_placed(entry: ForwardEntry) -> bool:
    """Whether it is wanted at a meeting, in a month or again and again; else some day."""
    return bool(entry.meeting_id or entry.wanted_month or entry.every is not Every.ONCE)


def is_done(plan: ForwardPlan, entry: ForwardEntry, *, today: date) -> bool:
    """Whether what was wanted once stood on the agenda of a meeting that is past."""
    past = (meeting for meeting in plan.stood_on(entry) if meeting.date < today)
    return entry.every is Every.ONCE and next(past, None) is not None


def _once(plan: ForwardPlan, entry: ForwardEntry, to_come: Sequence[Meeting]) -> list[Occurrence]:
    stood = plan.stood_on(entry)
    if stood:
        return [Occurrence(entry, month_of(stood[-1].date), stood[-1])] if stood[-1] in to_come else []
    if not is_placed(entry):
        return []
    asked = next((meeting for meeting in plan.meetings if meeting.id == entry.meeting_id), None)
    if asked in to_come and asked is not None:
        return [Occurrence(entry, month_of(asked.date), asked)]
    month = month_of(asked.date) if asked else entry.wanted_month
    if not month:
        return []
    meeting = next((coming for coming in to_come if coming.date >= first_day(month)), None)
    return [Occurrence(entry, month, meeting, _owed_once(plan, entry, asked, month, meeting))]


def _owed_once(
    plan: ForwardPlan, entry: ForwardEntry, asked: Meeting | None, month: str, meeting: Meeting | None
) -> str:
    """Why it comes later than it was wanted; empty where it does not."""
    if asked is not None:
        cancelled = asked.state is MeetingState.CANCELLED
        was = "which was cancelled" if cancelled else "and was not on its agenda"
        return bound(f"Wanted on {day(asked.date)}, {was}")
    if meeting is None or month_of(meeting.date) == month:
        return ""
    met = any(month_of(other.date) == month for other in plan.live_meetings(entry.board_id))
    missed = "and not taken" if met else "with no meeting to take it"
    return f"Wanted in {month_words(month)}, {missed}"


def _again(
    plan: ForwardPlan, entry: ForwardEntry, to_come: Sequence[Meeting], today: date, last: str
) -> list[Occurrence]:
    if entry.every is Every.MEETING:
        begins = first_day(entry.wanted_month) if entry.wanted_month else date.min
        return [
            Occurrence(entry, month_of(meeting.date), meeting)
            for meeting in to_come
            if meeting.date >= begins
        ]
    found: list[Occurrence] = []
    for month in _due_months(entry, month_of(today), last):
        owed = _owed_again(plan, entry, month, today)
        if owed is None:
            continue
        meeting = next((coming for coming in to_come if coming.date >= first_day(month)), None)
        if found and meeting and found[-1].meeting == meeting:
            found.pop()  # two of its months before the board meets again: it comes up once
        found.append(Occurrence(entry, month, meeting, owed))
    return found


def _due_months(entry: ForwardEntry, now: str, last: str) -> Iterator[str]:
    """The last of its months that has begun, and those to come."""
    step = entry.every.months
    passed = months_between(entry.wanted_month, now) // step
    month = months_on(entry.wanted_month, max(passed, 0) * step)
    while month <= last:
        yield month
        month = months_on(month, step)


def _owed_again(plan: ForwardPlan, entry: ForwardEntry, month: str, today: date) -> str | None:
    """Why it comes late, empty where it does not; None where it was taken since the month began."""
    since = [
        meeting
        for meeting in plan.live_meetings(entry.board_id)
        if first_day(month) <= meeting.date < today or (meeting.date == today and meeting.state.was_held)
    ]
    on = plan.items.get(entry.id, ())
    if any(meeting.id in on or meeting.id not in plan.kept for meeting in since):
        return None
    return bound(f"Not on the agenda of {day(since[0].date)}") if since else ""


# The route


def route(plan: ForwardPlan, entry: ForwardEntry, meeting: Meeting | None) -> PaperRoute | None:
    """The board that sees it first, and its last meeting between the board's one before and this one."""
    lower = plan.boards.get(entry.via_board_id or "")
    if lower is None or meeting is None:
        return None
    before = [other.date for other in plan.live_meetings(entry.board_id) if other.date < meeting.date]
    since = max(before, default=date.min)
    between = [
        other for other in plan.live_meetings(lower.id) if since <= other.date and _is_before(other, meeting)
    ]
    if not between:
        return PaperRoute(RouteState.NOT_MET, lower)
    on = plan.items.get(entry.id, ())
    seen = next((other for other in reversed(between) if other.id in on), None)
    if seen:
        return PaperRoute(RouteState.SEEN if seen.state.was_held else RouteState.TO_COME, lower, seen)
    coming = next((other for other in reversed(between) if other.state.is_to_come), None)
    if coming:
        return PaperRoute(RouteState.TO_COME, lower, coming)
    kept = between[-1].id in plan.kept
    return PaperRoute(RouteState.WITHOUT_IT if kept else RouteState.MET, lower, between[-1])


def _is_before(lower: Meeting, upper: Meeting) -> bool:
    """On an earlier day, or earlier the same day."""
    return (lower.date, lower.start_time or "00:00") < (upper.date, upper.start_time or "23:59")
