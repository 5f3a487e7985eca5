"""When a risk is looked at again: as often as its level asks, on a day on which offices are open."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from boarddesk.rules.dates.working_days import add_working_days, bank_holidays, is_working_day
from boarddesk.rules.refused import Refused
from boarddesk.rules.risks.matrix import Level
from boarddesk.rules.wording import count_in_words, day_of_year

_SPANS: Final = (("year", 365, 1), ("month", 30, 2), ("week", 7, 0))
"""Units with their days, and how many days each may be out: months are of 28 to 31 days."""


def next_review(level: Level, today: date) -> date:
    """The day a level asks for; where offices are closed on it, the last open day before it."""
    asked = _asked(level, today)
    if is_working_day(asked):
        return asked
    before = add_working_days(asked, -1)
    return before if before > today else add_working_days(asked, 1)


def check_next_review(day: date | None, today: date) -> date:
    """Refused where no day is given, or one that is past."""
    if day is None:
        raise Refused("Say when the risk is looked at again.", field="next_review")
    if day <= today:
        raise Refused("The next review is on a later day.", field="next_review")
    return day


def review_words(day: date, level: Level, today: date) -> str:
    """How a day stands to what the level asks: `a month on, as High asks`, and whether offices are open."""
    asked, usual = _asked(level, today), next_review(level, today)
    if day == usual:
        said = f"{_span(level.review_every_days)} on, as {level.name} asks"
        return said if usual == asked else f"{said}; {day_of_year(asked)} is {_closed(asked)}"
    said = f"{level.name} asks for {day_of_year(usual)}" if day > asked else f"sooner than {level.name} asks"
    return said if is_working_day(day) else f"{_closed(day)}; {said}"


def _asked(level: Level, today: date) -> date:
    return today + timedelta(level.review_every_days)


def _closed(day: date) -> str:
    """Why offices are closed: `a Sunday`, `Spring bank holiday`."""
    holiday = next((holiday.name for holiday in bank_holidays(day.year) if holiday.day == day), "")
    return holiday or f"a {day:%A}"


def _span(days: int) -> str:
    """`a month`, `two weeks`, `45 days`."""
    for unit, length, spare in _SPANS:
        many = round(days / length)
        if many and abs(days - many * length) <= min(spare * many, 5):
            return f"a {unit}" if many == 1 else count_in_words(many, unit)
    return "a day" if days == 1 else f"{days} days"
