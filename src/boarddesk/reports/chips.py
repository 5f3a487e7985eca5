"""Statuses and risk levels as chips: their words with shape, fill and a paragraph style of their own."""

from __future__ import annotations

from collections.abc import Sequence

from boarddesk.reports.document import Cell, Chip, cell
from boarddesk.reports.house_style import INK, LEVELS
from boarddesk.rules.risks.matrix import HIGH, Level, Severity, severity_called
from boarddesk.rules.risks.risk import Score
from boarddesk.rules.statuses.shades import ink_on
from boarddesk.rules.statuses.status import Status

FILLS = {severity: level.fill for severity, level in zip(Severity, LEVELS, strict=True)}
"""The fill of a level by what it is, whatever an office calls it."""


def status_chip(status: Status) -> Chip:
    """The chip of a declared status."""
    return Chip(status.label, f"Status {status.label}", status.fill, status.ink, status.shape)


def level_ink(severity: Severity) -> str:
    """The ink of words on a level's fill."""
    return INK if severity is HIGH.severity else ink_on(FILLS[severity])


def level_chip(level: Level, *, score: int | None = None) -> Chip:
    """The chip of a risk level, with its score: `20 Extreme`."""
    words = level.name if score is None else f"{score}\N{NO-BREAK SPACE}{level.name}"
    usual = severity_called(level.name) in (None, level.severity)
    style = f"Level {level.name}" if usual else f"Level {level.name} ({level.severity})"
    return Chip(words, style, FILLS[level.severity], level_ink(level.severity))


def score_cell(score: Score | None) -> Cell:
    """A score in a table: the chip of its level with its number, else what little is known of it."""
    if score is None:
        return cell()
    return cell(level_chip(score.level, score=score.product) if score.level else score.shown)


def offered(statuses: Sequence[Status], levels: Sequence[Level]) -> tuple[Chip, ...]:
    """Every chip a reader may choose from."""
    return (*(status_chip(status) for status in statuses), *(level_chip(level) for level in levels))
