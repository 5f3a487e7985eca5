"""Statuses and risk levels as chips: their words with shape, fill and a paragraph style of their own."""

from __future__ import annotations

from collections.abc import Sequence

from boarddesk.reports.document import Chip
from boarddesk.reports.house_style import INK, LEVELS
from boarddesk.rules.risks import Level
from boarddesk.rules.statuses.shades import ink_on
from boarddesk.rules.statuses.status import Status

_STEPS = tuple(level.fill for level in LEVELS)


def status_chip(status: Status) -> Chip:
    """The chip of a declared status."""
    return Chip(status.label, f"Status {status.label}", status.fill, status.ink, status.shape)


def level_fill(level: str, levels: Sequence[Level]) -> str:
    """The fill of a level: even steps from the lowest band to the highest, however many there are."""
    names = [each.name for each in sorted(levels, key=lambda each: each.lowest)]
    if level not in names:
        return _STEPS[0]
    last = max(len(names) - 1, 1)
    return _STEPS[round(names.index(level) / last * (len(_STEPS) - 1))]


def level_chip(level: str, levels: Sequence[Level], *, score: int | None = None) -> Chip:
    """The chip of a risk level, with its score: `20 Extreme`."""
    fill = level_fill(level, levels)
    words = level if score is None else f"{score}\N{NO-BREAK SPACE}{level}"
    ink = INK if fill == LEVELS[2].fill else ink_on(fill)
    return Chip(words, f"Level {level}", fill, ink)


def offered(statuses: Sequence[Status], levels: Sequence[Level]) -> tuple[Chip, ...]:
    """Every chip a reader may choose from."""
    return (
        *(status_chip(status) for status in statuses),
        *(level_chip(level.name, levels) for level in levels),
    )
