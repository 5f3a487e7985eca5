"""The line of attendance: per cent and fraction at each meeting, against the target."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from boarddesk.reports.charts.canvas import (
    EDGE,
    LINE,
    QUIET,
    RESOLUTION,
    SMALL,
    TEXT,
    blank_figure,
    fonts,
    label,
    plain_axes,
    png_of,
    text_width,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

ATTENDANCE_HEIGHT, LEFT, RIGHT = 5.4, 1.2, 2.4
MOST_LABELS = 24
"""Of more meetings every second, or every third, is named, back from the newest."""
BETWEEN_WORDS = 0.05  # centimetres
POINTS, BELOW_A_POINT, A_LINE = 72, 9, 12
"""Points of an inch; how far under its point the first line of words begins, and how high a line is."""


@dataclass(frozen=True)
class TrendPoint:
    """One meeting on the trend: its day, its fraction and its per cent as printed."""

    label: str
    fraction: str
    shown: str
    value: float


def attendance_trend(
    meetings: Sequence[TrendPoint], *, target: float | None, target_words: str = "", width: float = 17.4
) -> bytes:
    """Per cent of each meeting bold, its fraction in grey, the target dashed and named."""
    from matplotlib import rc_context

    with rc_context({"font.family": list(fonts())}):
        figure = blank_figure(width, ATTENDANCE_HEIGHT)
        below = 0.65 + 0.4 * max((each.label.count("\n") for each in meetings), default=0)
        axes = plain_axes(figure, left=LEFT, right=RIGHT, below=below, above=1.05)
        lowest = scale_starts_at([each.value for each in meetings] + ([target] if target is not None else []))
        _per_cents(axes, meetings, lowest=lowest)
        if target is not None:
            axes.axhline(target, color=EDGE, linewidth=1.3, linestyle=(0, (4, 2)), zorder=1)
            end = len(meetings) - 0.48
            axes.text(end, target, target_words, fontsize=TEXT, color=EDGE, va="center", clip_on=False)
        apart = (width - LEFT - RIGHT) / max(1.0, len(meetings) - 0.1)
        _trend(axes, _with_room(meetings, apart=apart), target=target, apart=apart)
        return png_of(figure)


def scale_starts_at(values: Sequence[float]) -> int:
    """The lowest tick: nought, or the even ten at least ten points under everything from 60% up."""
    least = min(values, default=0.0)
    return max(0, int(least // 10) * 10 - 20) if least >= 60 else 0


def _per_cents(axes: Axes, meetings: Sequence[TrendPoint], *, lowest: int) -> None:
    marks = range(lowest, 101, 10 if lowest >= 40 else 25)
    axes.set_ylim(lowest, 100)
    axes.set_yticks(list(marks), [f"{mark}%" for mark in marks])
    axes.set_xlim(-0.45, len(meetings) - 0.55)
    named = named_places(len(meetings))
    axes.set_xticks(named, [meetings[place].label for place in named])


def named_places(count: int) -> list[int]:
    """The places that have their words: all of them, as long as they do not run into each other."""
    step = -(-count // MOST_LABELS)
    return sorted(range(count - 1, -1, -step)) if count else []


def _trend(axes: Axes, meetings: Sequence[TrendPoint], *, target: float | None, apart: float) -> None:
    values = [each.value for each in meetings]
    size = 7 if len(meetings) <= MOST_LABELS else 4
    axes.plot(values, color=LINE, linewidth=2.6, marker="o", markersize=size, clip_on=False, zorder=3)
    for place in _places_with_words(meetings, apart=apart):
        each = meetings[place]
        at = (float(place), each.value)
        lines = 2 if each.fraction else 1
        below = _reads_below(values, place, target=target) and _has_room_below(axes, each.value, lines)
        near, far = (-9, -20) if below else (7, 18)
        label(axes, each.shown, at=at, away=near, size=TEXT)
        if each.fraction:
            label(axes, each.fraction, at=at, away=far, size=SMALL, bold=False, colour=QUIET)


def _places_with_words(meetings: Sequence[TrendPoint], *, apart: float) -> list[int]:
    """Of the named places those whose per cents do not run into each other, back from the newest."""
    named = named_places(len(meetings))
    between = apart * (named[1] - named[0] if len(named) > 1 else 1)
    widest = max((text_width(meetings[place].shown, TEXT) for place in named), default=0.0)
    return named[::-1][:: math.ceil((widest + BETWEEN_WORDS) / between)][::-1]


def _with_room(meetings: Sequence[TrendPoint], *, apart: float) -> Sequence[TrendPoint]:
    """Without fractions where one would run into the next; they stand in the table too."""
    widest = max(
        (text_width(meeting.fraction, SMALL) for meeting in meetings if meeting.fraction), default=0.0
    )
    return meetings if widest < apart else [replace(meeting, fraction="") for meeting in meetings]


def _has_room_below(axes: Axes, value: float, lines: int) -> bool:
    """Whether words fit between a point and the days under the axis: near nought they do not."""
    lowest, highest = axes.get_ylim()
    height = axes.get_window_extent().height * POINTS / RESOLUTION
    return (value - lowest) / (highest - lowest) * height >= BELOW_A_POINT + lines * A_LINE


def _reads_below(values: Sequence[float], place: int, *, target: float | None) -> bool:
    """Below its point where the target line or the line to its neighbours would cross the words."""
    if target is not None:
        return values[place] < target
    beside = [values[near] for near in (place - 1, place + 1) if 0 <= near < len(values)]
    return bool(beside) and values[place] < sum(beside) / len(beside)
