"""Part attendance as registers write it: from and to an item or a time, with the mark before it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.parts import check_parts

ITEM = r"(?:agenda )?item ?[0-9]+(?:\.[0-9]+)*"
TIME = r"[0-9]{1,2}[:.][0-9]{2}(?: ?hrs?| ?[ap]m)?|[0-9]{1,2} ?[ap]m"
COMING = r"(?:from|since|arrived|joined|came)(?: at)? "
GOING = r"(?:until|till|to|up to|left|-|–)(?: at)? ?"
SAID = re.compile(
    r"(?P<head>[a-z][a-z ]*?)?? ?[-–—:,;(]? ?"
    rf"(?:(?:\b(?P<coming>{COMING}))?(?P<start>{ITEM}|{TIME}))?"
    rf"(?:(?: ?,| and)? ?(?:\b|(?<= )){GOING}(?P<end>{ITEM}|{TIME}))? ?\)?",
    re.IGNORECASE,
)
HALF_DAY = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2}))? ?([ap])m", re.IGNORECASE)


@dataclass(frozen=True)
class PartSaid:
    """What stands before it, and both points as they are kept; empty where one is not given."""

    head: str
    start: str
    end: str


def read_part(text: str) -> PartSaid | None:
    """`T – until item 6`, `Teams until 11.30`, `item 2 to item 5`; None where no item or time is given."""
    found = SAID.fullmatch(" ".join(text.split()))
    if found is None or not (found["coming"] or found["end"]):
        return None
    try:
        start, end = check_parts(_in_24_hours(found["start"] or ""), _in_24_hours(found["end"] or ""))
    except Refused:
        return None
    return PartSaid((found["head"] or "").strip(), start, end)


def _in_24_hours(point: str) -> str:
    found = HALF_DAY.fullmatch(point)
    if found is None:
        return point
    hour = int(found[1]) % 12 + 12 * (found[3].casefold() == "p")
    return f"{hour:02}:{found[2] or '00'}"
