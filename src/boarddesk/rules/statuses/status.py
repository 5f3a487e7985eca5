"""Status (RAG) schemes: ordered lists of statuses, kept as data, each saying what the status is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Final

from boarddesk.rules.statuses.shades import ink_on


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

    @property
    def shape(self) -> str:
        """The shape printed before the label, so that colour never speaks alone."""
        return SHAPES[self.is_a]

    @property
    def ink(self) -> str:
        """The colour of text on the fill, with a contrast of at least 4.5 to 1."""
        return ink_on(self.fill)

    @property
    def shown(self) -> str:
        """Shape and label, kept on one line: `● On track`."""
        return f"{self.shape}\N{NO-BREAK SPACE}{self.label}"

    @property
    def explained(self) -> str:
        """The status as a legend has it: `● On track, will be in time`."""
        return f"{self.shown}, {self.meaning}" if self.meaning else self.shown


@dataclass(frozen=True)
class Scheme:
    """An ordered list of statuses; the order is not an order of severity."""

    name: str
    statuses: tuple[Status, ...]
    id: str = ""

    def find(self, key: str) -> Status | None:
        """The status with that key."""
        return next((status for status in self.statuses if status.key == key), None)

    @property
    def legend(self) -> str:
        """Every status with what it means, in the scheme's order, as each document prints it."""
        return " · ".join(status.explained for status in self.statuses)


class SaidBy(StrEnum):
    """Who declares a status."""

    LEAD = "lead"
    BOARD = "board"
    ADVISER = "adviser"


class Direction(Enum):
    """Where a status is heading since the last board, as a word with its arrow."""

    IMPROVING = ("Improving", "Improved", "↑")
    STEADY = ("Steady", "Same", "→")
    WORSENING = ("Worsening", "Worse", "↓")

    def __init__(self, word: str, change: str, arrow: str) -> None:
        self.word = word
        self.change = change
        self.arrow = arrow

    @property
    def shown(self) -> str:
        """Arrow and word, kept on one line: `↓ Worsening`."""
        return f"{self.arrow}\N{NO-BREAK SPACE}{self.word}"


SHAPES: Final = {
    StatusIs.NOT_STARTED: "○",
    StatusIs.ON_COURSE: "●",
    StatusIs.AT_RISK: "◆",
    StatusIs.OFF_COURSE: "▲",
    StatusIs.COMPLETE: "✔",
    StatusIs.NOT_KNOWN: "?",
}

FILLS: Final = {
    StatusIs.NOT_STARTED: "F3D9E6",
    StatusIs.ON_COURSE: "28A197",
    StatusIs.AT_RISK: "FFBF47",
    StatusIs.OFF_COURSE: "B10E1E",
    StatusIs.COMPLETE: "003078",
    StatusIs.NOT_KNOWN: "DEE0E2",
}
"""Fills that stay apart from each other however a reader sees colours."""

_HOW_WELL: Final = {
    StatusIs.OFF_COURSE: 0,
    StatusIs.AT_RISK: 1,
    StatusIs.NOT_STARTED: 2,
    StatusIs.ON_COURSE: 3,
    StatusIs.COMPLETE: 4,
}
"""To start and be at risk is worse than not to have started; what is not known cannot be compared."""


def direction(before: Status | None, now: Status | None) -> Direction | None:
    """Where a status is heading, judged on what the two are; None where there is nothing to compare."""
    if before is None or now is None:
        return None
    if before.is_a is now.is_a:
        return Direction.STEADY
    if before.is_a not in _HOW_WELL or now.is_a not in _HOW_WELL:
        return None
    better = _HOW_WELL[now.is_a] > _HOW_WELL[before.is_a]
    return Direction.IMPROVING if better else Direction.WORSENING


def count_statuses(
    declared: Iterable[Status | None], scheme: Scheme
) -> tuple[tuple[tuple[Status, int], ...], int]:
    """How many have each status of the scheme, in its order, and how many have none declared."""
    keys = [status.key if status else None for status in declared]
    counts = tuple((status, keys.count(status.key)) for status in scheme.statuses)
    return counts, len(keys) - sum(count for _, count in counts)


NO_STATUS: Final = Status("", "No status", "", "FFFFFF", StatusIs.NOT_KNOWN, "Nobody has given it one yet.")
"""What stands in a count for those without a status, so that the parts are as many as the whole."""


def _status(label: str, letter: str, is_a: StatusIs, meaning: str, *, fill: str = "") -> Status:
    key = "_".join(label.lower().replace("/", " ").split())
    return Status(key, label, letter, fill or FILLS[is_a], is_a, meaning)


IMPROVEMENT_PLAN: Final = Scheme(
    "Improvement plan",
    (
        _status("Met", "M", StatusIs.COMPLETE, "with evidence"),
        _status("On track", "O", StatusIs.ON_COURSE, "will be in time"),
        _status("Partially met", "P", StatusIs.AT_RISK, "late but with a way back"),
        _status("Not on track", "N", StatusIs.OFF_COURSE, "needs help"),
        _status("Not known", "K", StatusIs.NOT_KNOWN, "no update"),
    ),
)

RAG_BY_RISK: Final = Scheme(
    "RAG by risk",
    (
        _status("Green", "G", StatusIs.ON_COURSE, "will be done as planned"),
        _status("Amber", "A", StatusIs.AT_RISK, "may not be done as planned"),
        _status("Red", "R", StatusIs.OFF_COURSE, "will not be done as planned"),
    ),
)

BRAG_WITH_PINK: Final = Scheme(
    "BRAG with pink",
    (
        _status("Blue", "B", StatusIs.COMPLETE, "completed and embedded"),
        _status("Green", "G", StatusIs.ON_COURSE, "on track"),
        _status("Amber", "A", StatusIs.AT_RISK, "in progress"),
        _status("Red", "R", StatusIs.OFF_COURSE, "delayed"),
        _status("Pink", "P", StatusIs.NOT_STARTED, "to be started"),
    ),
)

DELIVERY_CONFIDENCE: Final = Scheme(
    "Delivery confidence",
    (
        _status("Green", "G", StatusIs.ON_COURSE, "success is highly likely"),
        _status("Amber/Green", "AG", StatusIs.ON_COURSE, "success is probable", fill="9CCB86"),
        _status("Amber", "A", StatusIs.AT_RISK, "success is feasible, with issues to resolve"),
        _status("Amber/Red", "AR", StatusIs.AT_RISK, "success is in doubt", fill="E8793A"),
        _status("Red", "R", StatusIs.OFF_COURSE, "success appears unachievable"),
    ),
)

SCHEMES: Final = (IMPROVEMENT_PLAN, RAG_BY_RISK, BRAG_WITH_PINK, DELIVERY_CONFIDENCE)
"""The schemes shipped; a plan keeps its own copy of the one it uses."""
