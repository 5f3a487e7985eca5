"""When an action is due, as it is typed while people talk: `next meeting`, `2 weeks`, `Friday`, `30/6`."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from boarddesk.rules.dates.deadlines import DateFlag, in_words, read_by_when
from boarddesk.rules.dates.grammar import tidy
from boarddesk.rules.dates.typed_days import looks_like_day, read_day
from boarddesk.rules.dates.working_days import add_working_days
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import day_in_short, one_line

NO_DAY: Final = "No day is found in that: give one such as 30 June 2026 or end of June."
NO_SUCH_DAY: Final = "There is no such day: give one such as 30 June 2026 or end of June."
NO_NEXT_MEETING: Final = "No next meeting is planned yet: give a day, or plan the meeting first."


@dataclass(frozen=True)
class Due:
    """The words as typed, kept, and the day they come to."""

    as_written: str = ""
    day: date | None = None

    @property
    def words(self) -> str:
        """`Tue 14 Jul 2026, from “next meeting”`; the day alone where the words name it. Empty for none."""
        if self.day is None:
            return ""
        said = f"{self.day:%a} {day_in_short(self.day)}"
        return said if self._names_its_day else f"{said}, from “{one_line(self.as_written)}”"

    @property
    def understood(self) -> str:
        """What stands under the words while they are typed: `30 June 2026`, `Tue 14 July 2026`."""
        if self.day is None:
            return "no date"
        said = in_words(self.day)
        return said if self._names_its_day else f"{self.day:%a} {said}"

    @property
    def _names_its_day(self) -> bool:
        written, day = self.as_written.strip(), self.day
        return not written or (day is not None and read_day(written, today=day, near=day) == day)

    def check_not_past(self, today: date, *, field: str = "due") -> None:
        """A day that has passed is said, so that it is taken only by somebody who means it."""
        if self.day is not None and self.day < today:
            said = f"{self.understood} has passed: give a later day, or say that it is meant."
            raise Refused(said, field=field)


def read_due(typed: str, *, today: date, meeting_day: date, next_meeting: date | None) -> Due:
    """The day that is meant, counted from the meeting at which it is said; none where nothing was typed.

    A day without its year is the first one from the meeting on, or the one up to a month before it: that
    is a slip to be seen. Refused, with what to type, where the words give no day.
    """
    written = typed.strip()
    if not written:
        return Due()
    words = _LEADING.sub("", tidy(written)).strip(" .")
    if _NEXT_MEETING.fullmatch(words):
        if next_meeting is None:
            raise Refused(NO_NEXT_MEETING, field="due")
        return Due(written, next_meeting)
    if words in ("today", "tomorrow"):
        return Due(written, today + timedelta(days=words == "tomorrow"))
    found = _counted(words, meeting_day) or _typed(words, meeting_day)
    if found is None and _NOT_A_DAY.fullmatch(words):
        raise Refused(
            f"“{one_line(written)}” is no day by which it can be late: give one, such as Friday, 2 weeks or "
            "next meeting.",
            field="due",
        )
    day = found or _deadline(written, meeting_day)
    if day is None:
        raise Refused(NO_DAY, field="due")
    return Due(written, day)


_LEADING: Final = re.compile(r"^(?:(?:due|by|for|at|before|on|no later than)\s+)+(?:the\s+)?|^the\s+")
_NEXT_MEETING: Final = re.compile(
    r"(?:our |its )?(?:next|following) (?:board(?: meeting)?|meeting(?: of the board)?|time|one)"
)
_NOT_A_DAY: Final = re.compile(
    r"\b(?:a\.?s\.?a\.?p|as soon as (?:possible|practicable)|soon(?:est)?|urgent(?:ly)?|immediate(?:ly)?|now"
    r"|straight away|in due course|when (?:possible|ready)|on-? ?going|continuous|tbc|tba|tbd"
    r"|to be confirmed)\b"
)

_NUMBERS: Final = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "a couple of": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}
_HOW_MANY: Final = rf"(?P<n>\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_COUNTED: Final = re.compile(
    rf"(?:in |within )?{_HOW_MANY}[ -]?"
    r"(?:(?P<working>working )?(?P<unit>d)(?:ays?)?|(?P<fortnight>f)ortnights?|(?P<week>w)(?:eeks?|ks?)?"
    r"|(?P<month>m)(?:onths?|ths?))(?:'s? time|s'? time| time| from (?:now|today))?"
)
_WEEKDAY: Final = re.compile(
    r"(?P<before>this |next |coming |a week on )?(?P<name>mon|tue|wed|thu|fri|sat|sun)"
    r"(?:day|s|sday|nesday|r|rs|rsday|urday)?(?P<after> week)?"
)
_DAY_NAMES: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_STRETCH: Final = re.compile(
    r"(?:(?:the )?end of |close of )?(?P<which>this|next|the) (?P<unit>week|month)|"
    r"(?:the )?(?:end of )(?P<bare>week|month)"
)


def _counted(words: str, start: date) -> date | None:
    """So long after the meeting, or the end of a week or month around it."""
    if (match := _COUNTED.fullmatch("a fortnight" if words == "fortnight" else words)) is not None:
        return _so_long_after(start, _NUMBERS.get(match["n"]) or int(match["n"]), match)
    if (match := _WEEKDAY.fullmatch(words)) is not None:
        return _weekday(match, start)
    if (match := _STRETCH.fullmatch(words)) is not None:
        return _end_of(match["unit"] or match["bare"], start, later=match["which"] == "next")
    return None


def _so_long_after(start: date, number: int, match: re.Match[str]) -> date:
    if match["working"]:
        return add_working_days(start, number)
    if match["month"]:
        return _months_on(start, number)
    return start + timedelta(days=number * (1 if match["unit"] else 14 if match["fortnight"] else 7))


def _months_on(start: date, number: int) -> date:
    """The same day so many months on, or the last one that month has."""
    years, month = divmod(start.month - 1 + number, 12)
    year = start.year + years
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def _weekday(match: re.Match[str], start: date) -> date:
    """The first such day after the meeting; `next Friday` is that of next week, `Friday week` a week on."""
    wanted = _DAY_NAMES.index(match["name"])
    if match["before"] == "next ":
        return start + timedelta(days=7 - start.weekday() + wanted)
    first = start + timedelta(days=(wanted - start.weekday() - 1) % 7 + 1)
    return first + timedelta(weeks=1) if match["after"] or match["before"] == "a week on " else first


def _end_of(unit: str, start: date, *, later: bool) -> date:
    """The Friday of this week or the next; the last day of this month or the next."""
    if unit == "week":
        friday = start + timedelta(days=(4 - start.weekday()) % 7)
        return friday + timedelta(weeks=1) if later else friday
    month = _months_on(start.replace(day=1), int(later))
    return month.replace(day=monthrange(month.year, month.month)[1])


_SLIP: Final = timedelta(days=31)


def _typed(words: str, start: date) -> date | None:
    """A day in figures or by its month's name."""
    if not looks_like_day(words):
        return None
    near = read_day(words, today=start, near=start)
    if near is None:
        raise Refused(NO_SUCH_DAY, field="due")
    has_year = read_day(words, today=start, near=start + timedelta(days=800)) == near
    if has_year or near >= start - _SLIP:
        return near
    return read_day(words, today=start, near=near + timedelta(days=366))


def _deadline(written: str, start: date) -> date | None:
    """The last day of what a plan would call by when: `end of June`, `Q3 26/27`, `summer term 2027`."""
    read = read_by_when(written, starts=start)
    if DateFlag.IMPOSSIBLE in read.flags:
        raise Refused(NO_SUCH_DAY, field="due")
    return read.latest
