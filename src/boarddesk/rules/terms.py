"""A board's terms of reference as typed: its target, the length of its meetings, the days around them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Final

from boarddesk.rules.dates.date_rules import DateRule, DayKind
from boarddesk.rules.people import Board, QuorumRule
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.quorum import rule_words
from boarddesk.rules.wording import day

MOST_LEAST: Final = 20
"""The highest least count a board can set; more would hide whole schools."""

LONGEST_MEETING: Final = 720
FURTHEST_OFFSET: Final = 120

BEFORE: Final = ("forms_out", "papers_due", "pack_issued")
AFTER: Final = ("draft_minutes", "actions_chased", "plan_sent")
"""The steps of a board's rhythm, by the side of the meeting they lie on."""


def check_target(text: str) -> Decimal:
    """A per cent between 0 and 100: `90`, `90%`, `87.5 %`."""
    found = re.fullmatch(r"(\d{1,3}(?:\.\d{1,2})?)\s*%?", text.strip())
    if not found or Decimal(found[1]) > 100:
        raise Refused("Give the target as a per cent between 0 and 100.", field="attendance_target")
    return Decimal(found[1])


def check_least_count(text: str) -> int:
    """The least count of children a published copy prints: `5`; 0 where any may be printed."""
    found = re.fullmatch(r"(\d{1,2})(?:\s+(?:children|pupils))?", text.strip(), re.ASCII)
    if not found or int(found[1]) > MOST_LEAST:
        raise Refused(f"Give a number from 0 to {MOST_LEAST}; 5 is usual.", field="small_numbers")
    return int(found[1])


_LENGTH = re.compile(
    r"(?:(?P<hours>\d{1,2}(?:\.\d{1,2})?)\s*h(?:(?:ou)?rs?)?)?\s*(?:and\s*)?"
    r"(?:(?P<minutes>\d{1,3})\s*(?:m|mins?|minutes?)?)?",
    re.ASCII,
)


def check_length(text: str) -> int:
    """Minutes: `120`, `90 minutes`, `2 hours`, `1h30`, `1.5 hours`."""
    found = _LENGTH.fullmatch(text.strip().casefold())
    minutes = Decimal(found["hours"] or 0) * 60 + Decimal(found["minutes"] or 0) if found else Decimal(0)
    if not 0 < minutes <= LONGEST_MEETING or minutes % 1:
        raise Refused("Give the length such as 120 minutes or 2 hours.", field="minutes_long")
    return int(minutes)


_RULE = re.compile(
    r"[-+−]?\s*(?P<number>\d{1,3})(?:\s+(?P<kind>working|clear|calendar))?(?:\s+days?)?(?:\s+(?:before|after))?",
    re.ASCII | re.IGNORECASE,
)


def check_rule(text: str, known: DateRule, *, step: str) -> DateRule:
    """`6`, `5 clear days`: before the meeting or after it as the step lies, whatever sign was typed.

    Without a kind it is that of the rule known until then.
    """
    found = _RULE.fullmatch(text.strip())
    if not found or int(found["number"]) > FURTHEST_OFFSET:
        kinds = "6 working days, 5 clear days or 7 calendar days"
        raise Refused(f"Give a number such as {kinds}, up to {FURTHEST_OFFSET}.", field=step)
    number = int(found["number"])
    kind = DayKind(found["kind"].lower()) if found["kind"] else known.kind
    return DateRule(-number if step in BEFORE else number, kind)


def quorum_words(board: Board, today: date) -> str:
    """The quorum and its rules in one line: `8 seats; at least 1 from health`; to come: with its day."""
    number = ""
    if board.quorum:
        number = (
            f"{board.quorum} of the quorum seats" if "/" in board.quorum else f"{board.quorum} quorum seats"
        )
    rules = (rule_words(rule) + _begins(rule, today) for rule in board.quorum_rules)
    return "; ".join(part for part in (number, *rules) if part)


def _begins(rule: QuorumRule, today: date) -> str:
    if rule.from_date is None or rule.holds_on(today):
        return ""
    return f", from {day(rule.from_date)}"
