"""The sentences of an attendance report: the figure, who is lowest, what counted and what did not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from boarddesk.rules.attendance.figures import (
    DEFINITION_ADVISERS,
    DEFINITION_COUNTS,
    DEFINITION_SHORT,
    Figure,
    target_shown,
)
from boarddesk.rules.attendance.pack import AttendancePack
from boarddesk.rules.attendance.report import AttendanceRow, MeetingFigures
from boarddesk.rules.meetings.meeting import Meeting, board_year
from boarddesk.rules.people import TargetFigure
from boarddesk.rules.wording import (
    MONTHS,
    between,
    bound,
    count_in_words,
    day,
    listed,
    month,
    number,
    sentence,
    tidied,
)

LONGEST_ALT: Final = 150
MOST_MONTHS: Final = 3
MOST_CANCELLED_NAMED: Final = 4


def period(pack: AttendancePack) -> str:
    """`September 2025 to May 2026`, from the first meeting counted to the last."""
    days = [figures.meeting.date for figures in pack.people.trend]
    first, last = (days[0], days[-1]) if days else (pack.people.first, pack.people.last)
    if first is None or last is None:
        return f"up to {month(pack.as_at)}"
    return month(first) if month(first) == month(last) else f"{month(first)} to {month(last)}"


def spans_years(days: Iterable[date]) -> bool:
    """Whether days lie a year or more apart, so that day and month alone would be read as another year's."""
    months = [day.year * 12 + day.month for day in days]
    return bool(months) and max(months) - min(months) >= 12


def head(when: date, *, with_year: bool) -> str:
    """A day over a narrow column: day, month and, where the days span years, the year under each other."""
    year = f"\n{when.year % 100:02}" if with_year else ""
    return f"{when.day}\n{MONTHS[when.month - 1][:3]}{year}"


def prepared_by(pack: AttendancePack) -> str:
    """Who prepared it; in a copy without names, as what."""
    if not pack.author:
        return ""
    return f"prepared by {tidied(pack.author) if pack.names else 'the board’s secretary'}"


def definition(pack: AttendancePack) -> str:
    """How the figures are counted."""
    return pack.people.definition if pack.percentages else DEFINITION_COUNTS


def what_counted(pack: AttendancePack) -> tuple[str, ...]:
    """How many meetings were held, how many registers are open, what was cancelled."""
    report = pack.people
    held = sentence(f"{count_in_words(len(report.trend), 'meeting')} counted").rstrip(".")
    still = count_in_words(len(report.open_registers), "register")
    closed = "all registers closed" if report.trend else "no register closed in this time"
    registers = f"{still} open" if report.open_registers else closed
    return tuple(part for part in (f"{held}, {registers}", _cancelled(report.cancelled)) if part)


def _cancelled(meetings: Sequence[Meeting]) -> str:
    if not meetings:
        return ""
    if len(meetings) == 1:
        return f"{day(meetings[0].date)} was cancelled and does not count"
    if len(meetings) <= MOST_CANCELLED_NAMED:
        return f"{listed([day(meeting.date) for meeting in meetings])} were cancelled and do not count"
    return f"{number(len(meetings))} meetings were cancelled and do not count"


def said(figure: Figure, pack: AttendancePack) -> str:
    """`36 of 40 (90%)`, or the count alone in a copy without percentages."""
    if not figure.of or not pack.percentages:
        return bound(figure.fraction)
    return bound(f"{figure.fraction} ({figure.shown(pack.board.attendance_target)})")


def target(pack: AttendancePack) -> str:
    """The board's target: `90%`."""
    return target_shown(pack.board.attendance_target)


def in_short(pack: AttendancePack) -> tuple[str, str]:
    """The figure against its target, then who is below and who cannot reach it."""
    judged = pack.people.total.judged
    if not judged.of:
        return (
            "No register of this time counts.",
            "A register counts once the meeting was held and it is closed.",
        )
    what = "Members attended" if _is_personal(pack) else "Seats were filled"
    times = f"{what} {bound(f'{judged.fraction} times')}"
    if not pack.percentages:
        return f"{times}.", " ".join(part for part in (_of_meetings(pack), _lowest(pack)) if part)
    shown = judged.shown(pack.board.attendance_target)
    lead = f"{times} ({shown}), {_against(judged, pack)} the target of {target(pack)}."
    return lead, " ".join(part for part in (_of_meetings(pack), _below(pack), _lowest(pack)) if part)


def _of_meetings(pack: AttendancePack) -> str:
    """Of which meetings every figure is: `From 1 April to 8 September 2026.`"""
    first, last = pack.people.first, pack.people.last
    return f"From {between(first, last)}." if first and last else ""


def _is_personal(pack: AttendancePack) -> bool:
    return pack.board.target_figure is TargetFigure.PERSONAL


def _against(figure: Figure, pack: AttendancePack) -> str:
    return "at or above" if figure.meets(pack.board.attendance_target) else "below"


def _below(pack: AttendancePack) -> str:
    rows = [row for row in pack.people.members if row.judged.of]
    below = len(pack.people.below_target)
    if not below:
        return "Every member reaches it."
    return bound(f"{below} of {len(rows)} members {'is' if below == 1 else 'are'} below it.")


def _lowest(pack: AttendancePack) -> str:
    below = pack.organisations.below_target
    if not below:
        return ""
    lowest = f"Lowest organisation: {below[0].name}, {said(below[0].judged, pack)}"
    stuck = [
        row.name for row in below if row.headroom and row.headroom.to_come and not row.headroom.reachable
    ]
    if not stuck or not pack.percentages:
        return f"{lowest}."
    names = ["it" if name == below[0].name else name for name in stuck]
    _, last = board_year(pack.as_at, pack.board.year_start)
    return f"{lowest}; {listed(names)} cannot reach {target(pack)} by {month(last)}."


def against_words(figure: Figure, pack: AttendancePack) -> str:
    """`Below target`, `Meets target`, or a dash where nothing was expected."""
    meets = figure.meets(pack.board.attendance_target)
    return "–" if meets is None else "Meets target" if meets else "Below target"


def spread(pack: AttendancePack, figure: TargetFigure) -> tuple[str, ...]:
    """From the lowest meeting to the highest, two lines with per cents; once where they are the same."""
    low, high = pack.people.lowest(figure), pack.people.highest(figure)
    if low is None or high is None:
        return ()
    if low is not high:
        ends = f"{said(low.of(figure), pack)} to", said(high.of(figure), pack)
        return ends if pack.percentages else (" ".join(ends),)
    if len(pack.people.trend) == 1:
        return (said(low.of(figure), pack),)
    return ("The same at each meeting",)


def headroom_note(pack: AttendancePack) -> str:
    """What the columns of the organisations' table mean."""
    defined = "Defined as above."
    if not pack.percentages:
        return defined
    _, last = board_year(pack.as_at, pack.board.year_start)
    return f"{defined} Headroom: over the meetings left in the board year to {day(last)}."


def advisers_note(pack: AttendancePack) -> str:
    """How advisers are counted, what they come to together, and from whom to whom they range."""
    together = f"Together {said(pack.people.advisers.seat, pack)}"
    ranging = f"; {pack.people.advisers_range}" if pack.percentages and pack.people.advisers_range else ""
    return f"{DEFINITION_SHORT} {DEFINITION_ADVISERS} {together}{ranging}."


# The trend


def trend_title(pack: AttendancePack) -> str:
    """`Seat attendance at each meeting`."""
    return f"{judged_title(pack)} at each meeting"


def judged_title(pack: AttendancePack) -> str:
    """The figure the target is held against: `Seat attendance`."""
    return f"{'Personal' if _is_personal(pack) else 'Seat'} attendance"


def on_trend(pack: AttendancePack) -> list[MeetingFigures]:
    """The meetings the line is drawn of: where nothing was expected there is no point, and none at nought."""
    return [figures for figures in pack.people.trend if figures.of(pack.board.target_figure).of]


def trend_finding(pack: AttendancePack) -> str:
    """`At or above target at four of eight meetings; lowest in March.`"""
    figures = [meeting.of(pack.board.target_figure) for meeting in on_trend(pack)]
    reached = sum(figure.meets(pack.board.attendance_target) is True for figure in figures)
    how_many = number(reached) if reached else "none"
    return (
        f"At or above target at {how_many} of {count_in_words(len(figures), 'meeting')}{_lowest_when(pack)}."
    )


def _lowest_when(pack: AttendancePack) -> str:
    """`; lowest in March`, with every meeting that shares the lowest figure."""
    which = pack.board.target_figure
    lowest, highest = pack.people.lowest(which), pack.people.highest(which)
    if lowest is None or highest is None:
        return ""
    level = lowest.of(which).exact
    equal = [figures for figures in on_trend(pack) if figures.of(which).exact == level]
    if len(equal) > 1 and level == highest.of(which).exact:
        return "; the same at each"
    with_year = spans_years(figures.meeting.date for figures in pack.people.trend)
    months = [
        month(figures.meeting.date) if with_year else MONTHS[figures.meeting.date.month - 1]
        for figures in equal
    ]
    if len(equal) > MOST_MONTHS:
        return f"; lowest at {number(len(equal))} of them, the first in {months[0]}"
    return f"; lowest in {listed(list(dict.fromkeys(months)))}"


def trend_alt(pack: AttendancePack) -> str:
    """What the line is, from, to, and against what."""
    trend, which = on_trend(pack), pack.board.target_figure
    first, last = (
        f"{figures.of(which).shown(pack.board.attendance_target)} in {month(figures.meeting.date)}"
        for figures in (trend[0], trend[-1])
    )
    whole = (
        f"Line of {trend_title(pack).split(' ')[0].lower()} attendance at {number(len(trend))} meetings: "
        f"{first}, {last}, against a target of {target(pack)}."
    )
    return whole if len(whole) <= LONGEST_ALT else f"Line of attendance at {number(len(trend))} meetings."


def headroom_words(row: AttendanceRow) -> str:
    """The headroom of a row in a few words."""
    return row.headroom.brief if row.headroom else "–"
