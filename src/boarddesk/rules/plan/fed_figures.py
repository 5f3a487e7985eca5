"""KPIs fed from attendance: the actual of each step, worked out from the registers whenever it is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from dateutil.relativedelta import relativedelta

from boarddesk.rules.attendance.figures import NO_FIGURE, Figure
from boarddesk.rules.attendance.groups import AttendanceCount, MeetingTally
from boarddesk.rules.dates.grammar import MONTHS
from boarddesk.rules.meetings.meeting import board_year
from boarddesk.rules.people import Board
from boarddesk.rules.plan.feeds import FedFigure, FedFrom, FedPeriod, Feed
from boarddesk.rules.plan.kpis import (
    Actual,
    Checkpoint,
    Kpi,
    Unit,
    Verdict,
    has_data,
    headline_verdict,
    step_verdict,
)
from boarddesk.rules.refused import Refused

SOURCE = "Attendance registers"
LEAST_DECIMALS = 1


def check_fits(kpi: Kpi) -> None:
    """Refused where a KPI is not counted in per cent, as every attendance figure is."""
    if kpi.unit is not Unit.PERCENT:
        raise Refused(
            f"{kpi.name} is not counted in per cent, as an attendance figure is. Choose a KPI in %.",
            field="kpi",
        )


def pooled(meetings: Iterable[MeetingTally], figure: FedFigure) -> Figure:
    """The figure over several meetings: sum over sum."""
    return sum((_of(meeting, figure) for meeting in meetings), NO_FIGURE)


def _of(meeting: MeetingTally, figure: FedFigure) -> Figure:
    match figure:
        case FedFigure.SEAT:
            return meeting.members.seat
        case FedFigure.PERSONAL:
            return meeting.members.personal
        case FedFigure.REPRESENTATION:
            return meeting.represented


@dataclass(frozen=True)
class FedAttendance:
    """A feed with the registers it counts, as they stood on a day: what fills a KPI's steps asks only this.

    Another kind of figure answers the same: on which days it was counted, and what it was at a step.
    """

    feed: Feed
    board: Board
    counted: AttendanceCount
    today: date

    @property
    def meetings(self) -> tuple[MeetingTally, ...]:
        """The meetings counted by that day, in order."""
        return tuple(meeting for meeting in self.counted.meetings if meeting.meeting.date <= self.today)

    @property
    def days(self) -> tuple[date, ...]:
        """When it was counted, each day once."""
        return tuple(dict.fromkeys(meeting.meeting.date for meeting in self.meetings))

    def since(self, day: date, until: date) -> date:
        """The first day that a figure of a step of that day counts, which ends on another or the same."""
        if self.feed.period is FedPeriod.YEAR:
            return board_year(min(day, until), self.board.year_start)[0]
        return until - relativedelta(months=12) + timedelta(1)

    def through(self, day: date, until: date) -> date:
        """The last day it counts: a board year ends, though nothing counts in the next one yet."""
        if self.feed.period is FedPeriod.YEAR:
            return min(until, board_year(min(day, until), self.board.year_start)[1])
        return until

    def within(self, day: date, until: date) -> tuple[MeetingTally, ...]:
        """The meetings such a step counts."""
        first = self.since(day, until)
        return tuple(meeting for meeting in self.meetings if first <= meeting.meeting.date <= until)

    def figure(self, day: date, until: date) -> Figure:
        """The figure of such a step."""
        return pooled(self.within(day, until), self.feed.figure)

    def source(self, first: date, last: date) -> FedFrom:
        """Where the figure comes from, with the registers of its days that are not closed yet."""
        still = sum(first <= meeting.date <= last for meeting in self.counted.open_registers)
        return FedFrom(self.feed, self.board.short_name, still)


@dataclass(frozen=True)
class _DatedStep:
    """A step with the last day it counts; None while it is still to come or has no day."""

    step: Checkpoint
    until: date | None = None


def fed(kpi: Kpi, source: FedAttendance) -> Kpi:
    """The KPI with its actuals from the registers.

    Its own steps are filled as far as nobody entered a figure: those that are past, and the one under way.
    Each meeting after its last own step is a step too, held against the headline.
    """
    steps = (*_own(kpi, source), *_grown(kpi, source))
    filled = tuple(_filled(step, kpi, source) for step in steps)
    counted = [step.actual.counted for step in filled if step.actual.counted]
    today = source.today
    first, last = counted[-1] if counted else (source.since(today, today), today)
    return replace(kpi, checkpoints=filled, fed_from=source.source(first, last))


def _own(kpi: Kpi, source: FedAttendance) -> Iterator[_DatedStep]:
    """The KPI's own steps; of those to come only the first is under way, once a meeting falls before it."""
    newest = max(source.days, default=date.max)
    under_way = min(
        (checkpoint.due for checkpoint in kpi.checkpoints if checkpoint.due and checkpoint.due >= newest),
        default=None,
    )
    for step in kpi.checkpoints:
        reached = step.due is not None and (step.due <= source.today or step.due == under_way)
        yield _DatedStep(step, min(step.due, source.today) if step.due and reached else None)


def _grown(kpi: Kpi, source: FedAttendance) -> Iterator[_DatedStep]:
    """A step for each meeting of the newest period; the last of them goes on until the next meeting."""
    days = source.days
    if not days:
        return
    newest = days[-1]
    first = source.since(newest, newest)
    last_own = max((checkpoint.due for checkpoint in kpi.checkpoints if checkpoint.due), default=date.min)
    for day in (held for held in days if held >= first and held > last_own):
        label = f"{MONTHS[day.month - 1]} {day.year}"
        step = Checkpoint(f"{kpi.id}:{day}", label, kpi.headline, Actual(), due=day)
        yield _DatedStep(step, source.today if day == newest else day)


def _filled(reached: _DatedStep, kpi: Kpi, source: FedAttendance) -> Checkpoint:
    step, until = reached.step, reached.until
    if until is None or step.due is None or _entered(step):
        return step
    figure = source.figure(step.due, until)
    if not figure.of:
        return replace(step, actual=Actual())
    as_at = source.within(step.due, until)[-1].meeting.date
    actual = Actual(
        figure.percent,
        figure.fraction,
        as_at,
        SOURCE,
        exact=figure.exact,
        counted=(source.since(step.due, until), source.through(step.due, until)),
    )
    return replace(step, actual=replace(actual, value=_printed(figure, kpi, replace(step, actual=actual))))


def entered_steps(kpi: Kpi) -> int:
    """How many steps keep a figure that somebody entered."""
    return sum(_entered(step) for step in kpi.checkpoints)


def _entered(step: Checkpoint) -> bool:
    """Whether somebody gave the figure; one kept from an earlier feed follows the registers again."""
    return has_data(step.actual) and step.actual.source != SOURCE


def _printed(figure: Figure, kpi: Kpi, step: Checkpoint) -> Decimal | None:
    """To one decimal, and to as many more as leave the figure and both verdicts true to the exact one."""
    verdicts, decimals = _verdicts(kpi, step), LEAST_DECIMALS
    while True:
        value = figure.rounded(decimals)
        rounded = replace(step, actual=replace(step.actual, value=value, exact=None))
        if value is None or (figure.is_true(value) and _verdicts(kpi, rounded) == verdicts):
            return value
        decimals += 1


def _verdicts(kpi: Kpi, step: Checkpoint) -> Sequence[Verdict]:
    return step_verdict(kpi, step), headline_verdict(kpi, step)
