"""Corrections made to minutes: numbered, by the meeting that confirmed them or by one after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class MinutesCorrection:
    """One numbered correction: what the minutes said and what they say.

    `after_confirmation` is whether the minutes were locked already: then it is an entry beside them, and
    their text stays as it was confirmed.
    """

    id: str
    meeting_id: str
    number: int
    will_be: str
    made_on: date
    was: str = ""
    why: str = ""
    item_id: str | None = None
    made_at_id: str | None = None
    after_confirmation: bool = False
