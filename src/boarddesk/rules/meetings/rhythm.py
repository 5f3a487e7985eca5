"""The month's rhythm around a meeting: the steps before and after it, and how far they are done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, NamedTuple

from boarddesk.rules.dates.deadlines import in_words
from boarddesk.rules.dates.working_days import working_days_between
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.meetings.notice import short_notice
from boarddesk.rules.people import Board, BoardKind
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import count_in_figures

_ISSUED = frozenset(MeetingState) - {MeetingState.PLANNED, MeetingState.CANCELLED}
_DRAFTED = frozenset({MeetingState.DRAFT_MINUTES, MeetingState.CONFIRMED})
_HELD = frozenset(state for state in MeetingState if state.was_held)

MEETING: Final = "meeting"
"""The one step that is no rule's: the day itself."""
PAPERS: Final = "papers_due"
PACK: Final = "pack_issued"


class _Kind(NamedTuple):
    title: str
    late: str
    states: frozenset[MeetingState] = frozenset()
    """A meeting in one of these is past the step."""


_KINDS: Final = {
    "forms_out": _Kind("Update forms out", "sent or not?"),
    PAPERS: _Kind("Papers due", "all in or not?"),
    PACK: _Kind("Pack issued", "not issued", _ISSUED),
    MEETING: _Kind("Meeting", "held or not?", _HELD),
    "draft_minutes": _Kind("Draft minutes", "not drafted", _DRAFTED),
    "actions_chased": _Kind("Actions chased", "chased or not?"),
    "plan_sent": _Kind("Plan version sent", "sent or not?"),
}


@dataclass(frozen=True)
class RoundRecord:
    """What happened of a meeting's round, each with its day: what was ticked, and what the office knows."""

    ticked: Mapping[str, date] = field(default_factory=dict)
    known: Mapping[str, date] = field(default_factory=dict)
    papers_missing: int = 0


NOTHING_RECORDED: Final = RoundRecord()


@dataclass(frozen=True)
class RhythmStep:
    """One step: `done` where it was ticked or the office knows it, `done_on` where it knows the day too.

    `late` says so where its day has passed, and neither it nor a step after it is done; `remark` what is to
    be said of one that is done.
    """

    key: str
    title: str
    day: date
    done: bool
    done_on: date | None = None
    is_ticked: bool = False
    late: str = ""
    remark: str = ""

    @property
    def is_meeting(self) -> bool:
        """Whether it is the meeting itself, which is marked as held and not ticked."""
        return self.key == MEETING


def rhythm(
    board: Board, meeting: Meeting, *, today: date, record: RoundRecord = NOTHING_RECORDED
) -> tuple[RhythmStep, ...]:
    """The seven steps of a round on the days of the board's own rules, as they really went.

    A step is done once it was ticked, once what it makes was issued, or once the meeting is in a state past
    it. Of a cancelled meeting nothing is late.
    """
    steps = [_step(key, board, meeting, record) for key in _KINDS]
    last_done = max((place for place, step in enumerate(steps) if step.done), default=-1)
    if meeting.state is MeetingState.CANCELLED:
        return tuple(steps)
    return tuple(
        replace(step, late=_late(step, record)) if place > last_done and step.day < today else step
        for place, step in enumerate(steps)
    )


def _step(key: str, board: Board, meeting: Meeting, record: RoundRecord) -> RhythmStep:
    kind, day = _KINDS[key], meeting.date if key == MEETING else board.rule(key).day(meeting.date)
    held = meeting.date if key == MEETING and meeting.state.was_held else None
    done_on = record.known.get(key) or record.ticked.get(key) or held
    done = done_on is not None or meeting.state in kind.states
    remark = ""
    if key == PACK and done_on and board.kind is BoardKind.STATUTORY:
        remark = short_notice(done_on, meeting.date)
    return RhythmStep(key, kind.title, day, done, done_on, key in record.ticked, remark=remark)


def _late(step: RhythmStep, record: RoundRecord) -> str:
    if step.key == PAPERS and record.papers_missing:
        return f"{count_in_figures(record.papers_missing, 'paper')} missing"
    return _KINDS[step.key].late


def notice_says(board: Board, meeting: Meeting, record: RoundRecord, *, today: date) -> str:
    """What is wrong with the notice of a statutory committee's meeting; nothing where nobody knows."""
    if board.kind is not BoardKind.STATUTORY or meeting.state is MeetingState.CANCELLED:
        return ""
    pack = next(step for step in rhythm(board, meeting, today=today, record=record) if step.key == PACK)
    if pack.remark and pack.done_on:
        return f"The pack was issued on {in_words(pack.done_on)}: {pack.remark}."
    return f"The pack was to be issued by {in_words(pack.day)}, and is not." if pack.late else ""


def step_title(key: str) -> str:
    """What a step is called."""
    return _KINDS[key].title


def check_step(key: str, done_on: date, *, today: date) -> None:
    """Refused where a step is none that is ticked, or where it would be done on a day still to come."""
    if key not in _KINDS or key == MEETING:
        raise Refused("That is no step of a meeting’s rhythm that is ticked.", field="step")
    if done_on > today:
        raise Refused("That day is still to come: tick it once it is done.", field="done_on")


def until(day: date, today: date) -> str:
    """How far off a day is: `today`, `tomorrow`, `in 3 working days`, `in 12 days`; nothing once passed."""
    if day < today:
        return ""
    if day == today:
        return "today"
    days = (day - today).days
    working = working_days_between(today, day)
    if days == 1:
        return "tomorrow"
    return f"in {count_in_figures(working, 'working day')}" if 0 < working <= 5 else f"in {days} days"
