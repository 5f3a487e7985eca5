"""What feeds a KPI: a figure of the office, of what, and over which period at each step.

Kept as `seat:<board id>:year`.  Another kind of figure is another `FedFigure`, with the id of what it counts.
Version 1.0.0 wrote `seat:SIB`: such a feed is read as the board of that short name over its year.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from boarddesk.rules.wording import with_the


class FedFigure(StrEnum):
    """Which figure feeds a KPI."""

    SEAT = "seat"
    PERSONAL = "personal"
    REPRESENTATION = "representation"


class FedPeriod(StrEnum):
    """How far back a figure reaches at each step."""

    YEAR = "year"
    MONTHS = "12-months"


FIGURE_NAMES: Final = {
    FedFigure.SEAT: "seats, deputies counted",
    FedFigure.PERSONAL: "personal attendance",
    FedFigure.REPRESENTATION: "organisations represented",
}
PERIOD_NAMES: Final = {FedPeriod.YEAR: "board year to date", FedPeriod.MONTHS: "last 12 months"}
_WORDING: Final = {
    FedFigure.SEAT: "Seat attendance at {}",
    FedFigure.PERSONAL: "Personal attendance at {}",
    FedFigure.REPRESENTATION: "Organisations represented at {}",
}


def proposed_wording(figure: FedFigure, board: str) -> str:
    """What a KPI made for the figure may be called: `Seat attendance at the SEND Improvement Board`."""
    return _WORDING[figure].format(with_the(board))


@dataclass(frozen=True)
class Feed:
    """A figure, the id of what it is counted of (a board), and its period."""

    figure: FedFigure
    of: str
    period: FedPeriod = FedPeriod.YEAR

    @property
    def spec(self) -> str:
        """As kept."""
        return f"{self.figure.value}:{self.of}:{self.period.value}"


def feed_kept(spec: str) -> Feed | None:
    """The feed as kept; None where nothing feeds the KPI, or a figure this version does not know."""
    figure, _, rest = spec.partition(":")
    of, _, period = rest.rpartition(":")
    if figure not in set(FedFigure) or not rest:
        return None
    if of and period in set(FedPeriod):
        return Feed(FedFigure(figure), of, FedPeriod(period))
    return Feed(FedFigure(figure), rest)


@dataclass(frozen=True)
class FedFrom:
    """A feed as it is told: its board by the short name of today, and how many registers wait to count."""

    feed: Feed
    board: str
    open_registers: int = 0

    @property
    def open_note(self) -> str:
        """What is counted beside the figure: `1 register open`, or nothing."""
        still = self.open_registers
        return f"{still} register{'s' if still > 1 else ''} open" if still else ""

    @property
    def source(self) -> str:
        """For under a table: `from the attendance registers of SIB, 1 register open`."""
        words = (f"from the attendance registers of {self.board}", self.open_note)
        return ", ".join(word for word in words if word)

    @property
    def source_words(self) -> str:
        """Which figure it is: `seats, deputies counted, at SIB, board year to date`."""
        return f"{FIGURE_NAMES[self.feed.figure]}, at {self.board}, {PERIOD_NAMES[self.feed.period]}"
