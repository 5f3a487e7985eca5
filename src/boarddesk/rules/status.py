"""Status (RAG) schemes: ordered lists of statuses, kept as data, each saying what the status is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class StatusIs(StrEnum):
    """What a status means, whatever its label: this decides what counts as adverse or closed."""

    NOT_STARTED = "not_started"
    ON_COURSE = "on_course"
    AT_RISK = "at_risk"
    OFF_COURSE = "off_course"
    COMPLETE = "complete"
    NOT_KNOWN = "not_known"

    @property
    def adverse(self) -> bool:
        """At risk or off course."""
        return self in (StatusIs.AT_RISK, StatusIs.OFF_COURSE)

    @property
    def closed(self) -> bool:
        """Nothing more is to be done."""
        return self is StatusIs.COMPLETE


@dataclass(frozen=True)
class Status:
    """One status of a scheme; fill is six hex digits."""

    key: str
    label: str
    letter: str
    fill: str
    is_a: StatusIs
    meaning: str = ""
    id: str = ""


@dataclass(frozen=True)
class Scheme:
    """An ordered list of statuses; the order is not an order of severity."""

    name: str
    statuses: tuple[Status, ...]
    id: str = ""


class SaidBy(StrEnum):
    """Who declares a status."""

    LEAD = "lead"
    BOARD = "board"
    ADVISER = "adviser"
