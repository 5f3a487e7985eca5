"""KPIs fed from attendance: which figure of which board, and the actuals it gives.

Written `seat:SIB`, `personal:SIB` or `representation:SIB`: the pooled figure of the board's year so far.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from boarddesk.rules.attendance_counted import MeetingTally
from boarddesk.rules.attendance_figures import NO_FIGURE, Figure
from boarddesk.rules.date_grammar import MONTHS
from boarddesk.rules.meetings import board_year
from boarddesk.rules.people import Board
from boarddesk.rules.plan.kpis import Actual, Checkpoint, Kpi
from boarddesk.rules.refused import Refused

SOURCE = "Attendance registers"


class FedFigure(StrEnum):
    """Which of the three figures feeds a KPI."""

    SEAT = "seat"
    PERSONAL = "personal"
    REPRESENTATION = "representation"


@dataclass(frozen=True)
class Feed:
    """Where a KPI's actuals come from."""

    figure: FedFigure
    board: str

    @property
    def spec(self) -> str:
        """As kept: `seat:SIB`."""
        return f"{self.figure.value}:{self.board}"


def read_feed(spec: str) -> Feed:
    """The feed as kept or typed; refused with an example where it is none."""
    figure, colon, board = spec.partition(":")
    wanted = next((one for one in FedFigure if one.value == figure.strip().casefold()), None)
    if wanted is None or not colon or not board.strip():
        raise Refused("Feed a KPI from a figure and a board, such as seat:SIB.", field="fed_from")
    return Feed(wanted, board.strip())


def pooled(meetings: Iterable[MeetingTally], figure: FedFigure) -> Figure:
    """The figure over several meetings: sum over sum."""
    return sum((_of(one, figure) for one in meetings), NO_FIGURE)


def _of(meeting: MeetingTally, figure: FedFigure) -> Figure:
    match figure:
        case FedFigure.SEAT:
            return meeting.members.seat
        case FedFigure.PERSONAL:
            return meeting.members.personal
        case FedFigure.REPRESENTATION:
            return meeting.represented


def fed(kpi: Kpi, feed: Feed, board: Board, meetings: Sequence[MeetingTally]) -> Kpi:
    """The KPI with its actuals from the counted meetings.

    Steps of its own are filled as far as they carry no figure yet, each with the board's year up to its day.
    Without steps each meeting of the newest board year is one, held against the headline.
    """
    steps = kpi.checkpoints or _steps(kpi, board, meetings)
    return replace(kpi, checkpoints=tuple(_filled(one, feed, board, meetings) for one in steps))


def _steps(kpi: Kpi, board: Board, meetings: Sequence[MeetingTally]) -> tuple[Checkpoint, ...]:
    if not meetings:
        return ()
    first, _ = board_year(meetings[-1].meeting.date, board.year_start)
    days = [one.meeting.date for one in meetings if one.meeting.date >= first]
    return tuple(
        Checkpoint(f"{kpi.id}:{day}", f"{MONTHS[day.month - 1]} {day.year}", kpi.headline, Actual(), due=day)
        for day in days
    )


def _filled(step: Checkpoint, feed: Feed, board: Board, meetings: Sequence[MeetingTally]) -> Checkpoint:
    if step.actual.value is not None or step.actual.words or step.due is None:
        return step
    return replace(step, actual=actual_on(step.due, feed, board, meetings))


def actual_on(day: date, feed: Feed, board: Board, meetings: Sequence[MeetingTally]) -> Actual:
    """The figure of the board's year up to a day, with its fraction; no value where nothing was counted."""
    first, _ = board_year(day, board.year_start)
    within = [one for one in meetings if first <= one.meeting.date <= day]
    figure = pooled(within, feed.figure)
    if not figure.of:
        return Actual()
    return Actual(figure.percent, figure.fraction, within[-1].meeting.date, SOURCE)
