"""Attendance figures: a count over what was expected, how it is printed, and the tally it comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from boarddesk.rules.registers.register import Mark, RollRow

NOTHING = "–"
"""What stands where nothing was expected: neither 0% nor 100%."""

DEFINITION_COUNTS = (
    "Expected: seats that were expected, at meetings held whose register is closed, unless not required. "
    "Seat: present in person, remotely, for part, or by deputy, over expected. "
    "Personal: the same without deputies. "
    "Represented: meetings with at least one of the organisation’s expected seats filled."
)
"""What is counted of what, for a copy without percentages."""

DEFINITION = f"{DEFINITION_COUNTS} A period is the sum over the sum, not a mean of percentages."
"""Printed under every table of percentages."""

DEFINITION_SHORT = (
    "Expected: every mark but N, at meetings held with a closed register. "
    "Seat: P, V, T and D over expected. Personal: P, V and T over expected."
)
"""The same in letters, under a register that prints them."""

DEFINITION_MEETING = (
    "Expected: every mark but N. Seat: P, V, T and D over expected. Personal: P, V and T over expected. "
    "Organisations: with a seat filled, of those with one expected."
)
"""The same under the figures of each meeting."""

DEFINITION_FILLED = (
    "Seats with P, V, T or D, of those expected: every mark but N, at meetings held with a closed register. "
    f"{NOTHING} where none was expected."
)
"""Under seats filled at each meeting."""

DEFINITION_ADVISERS = "Advisers are expected and reported apart: they are in no figure of the members."
"""Printed where advisers are shown."""


def _half_up(value: Fraction, decimals: int) -> Fraction:
    """The value rounded half up to so many decimals."""
    scale = 10**decimals
    return Fraction((value * scale + Fraction(1, 2)).__floor__(), scale)


def _written(value: Fraction, decimals: int) -> str:
    """A value already rounded to so many decimals, as text."""
    scaled = int(value * 10**decimals)
    return str(Decimal(scaled).scaleb(-decimals)) if decimals else str(scaled)


def target_shown(target: Decimal) -> str:
    """A target as printed: `90%`, `92.5%`."""
    plain = target.normalize()
    return f"{plain:f}%"


@dataclass(frozen=True)
class Figure:
    """So many of so many; `of` 0 means that nothing was expected."""

    n: int
    of: int

    def __add__(self, other: Figure) -> Figure:
        """Pooled: sum over sum."""
        return Figure(self.n + other.n, self.of + other.of)

    @property
    def exact(self) -> Fraction | None:
        """Per cent without rounding; None where nothing was expected."""
        return Fraction(self.n * 100, self.of) if self.of else None

    @property
    def percent(self) -> Decimal | None:
        """Per cent to one decimal, half up; None where nothing was expected."""
        return self.rounded(1)

    def rounded(self, decimals: int) -> Decimal | None:
        """Per cent to so many decimals, half up; None where nothing was expected."""
        if self.exact is None:
            return None
        return Decimal(_written(_half_up(self.exact, decimals), decimals))

    def meets(self, target: Decimal | None) -> bool | None:
        """Whether the figure reaches the target, judged unrounded; None without a figure or a target."""
        if self.exact is None or target is None:
            return None
        return self.exact >= Fraction(target)

    def shown(self, target: Decimal | None = None) -> str:
        """Whole per cents half up, with as many decimals as it takes to be true.

        It stays on its own side of the target, and is 0% or 100% only where it is exactly that.
        """
        if self.exact is None:
            return NOTHING
        decimals = 0
        while not self.is_true(_half_up(self.exact, decimals), target):
            decimals += 1
        return f"{_written(_half_up(self.exact, decimals), decimals)}%"

    def is_true(self, rounded: Fraction | Decimal, target: Decimal | None = None) -> bool:
        """Whether the figure may be printed as this: nothing and everything, and the target, say so."""
        if self.exact is None:
            return True
        ends = ((rounded == end) == (self.exact == end) for end in (0, 100))
        return all(ends) and (target is None or (rounded >= Fraction(target)) == self.meets(target))

    @property
    def fraction(self) -> str:
        """The count in words: `11 of 12`."""
        return f"{self.n} of {self.of}" if self.of else NOTHING

    def text(self, target: Decimal | None = None) -> str:
        """The count and the per cent: `11 of 12 · 92%`."""
        return f"{self.fraction} · {self.shown(target)}" if self.of else NOTHING


NO_FIGURE = Figure(0, 0)


@dataclass(frozen=True)
class Tally:
    """How often each mark was given to expected seats, and over how many of their meetings."""

    present: int = 0
    remote: int = 0
    part: int = 0
    deputy: int = 0
    apologies: int = 0
    absent: int = 0
    not_required: int = 0
    not_recorded: int = 0
    meetings: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Mark by mark; meetings add up too, so add only tallies of different meetings."""
        return Tally(
            self.present + other.present,
            self.remote + other.remote,
            self.part + other.part,
            self.deputy + other.deputy,
            self.apologies + other.apologies,
            self.absent + other.absent,
            self.not_required + other.not_required,
            self.not_recorded + other.not_recorded,
            self.meetings + other.meetings,
        )

    @property
    def attended(self) -> int:
        """Present in person, remotely or for part."""
        return self.present + self.remote + self.part

    @property
    def expected(self) -> int:
        """Everything but not required; a mark that is missing is still expected."""
        return self.attended + self.deputy + self.apologies + self.absent + self.not_recorded

    @property
    def personal(self) -> Figure:
        """Attended over expected."""
        return Figure(self.attended, self.expected)

    @property
    def seat(self) -> Figure:
        """Attended or represented by a deputy, over expected."""
        return Figure(self.attended + self.deputy, self.expected)


NO_TALLY = Tally()

COLUMN = {
    Mark.PRESENT: "present",
    Mark.REMOTE: "remote",
    Mark.PART: "part",
    Mark.DEPUTY: "deputy",
    Mark.APOLOGIES: "apologies",
    Mark.ABSENT: "absent",
    Mark.NOT_REQUIRED: "not_required",
    None: "not_recorded",
}
"""Which count of a tally a mark goes to."""


def tally(rows: Iterable[RollRow], *, meetings: int = 1) -> Tally:
    """Count the marks of expected seats; rows of observers and the secretary are passed over."""
    counts = dict.fromkeys(COLUMN.values(), 0)
    for row in rows:
        if row.expected:
            counts[COLUMN[row.mark]] += 1
    return Tally(**counts, meetings=meetings)
