"""The run chart of a KPI: actual against its steps, with headline and baseline."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from boarddesk.reports.charts.canvas import (
    EDGE,
    LARGE,
    LINE,
    QUIET,
    RESOLUTION,
    TEXT,
    blank_figure,
    fonts,
    label,
    plain_axes,
    png_of,
    text_width,
)
from boarddesk.reports.document import CM_PER_INCH

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

RUN_HEIGHT, LEFT, RIGHT, ABOVE = 4.1, 1.2, 3.7, 0.3
A_LINE, TWO_LINES, KEY = 0.65, 1.15, 0.5
"""Under the axis with its words in one line or in two; above it where the key stands there."""
A_NAME, A_LABEL, GAP, A_TICK = 0.45, 0.72, 0.12, 0.32
"""How high a name at the right is, how far a value reaches from its point, and what keeps
words apart, from each other and from an axis with its ticks."""

A_CM: Final = RESOLUTION / CM_PER_INCH
"""Pixels of a centimetre."""


@dataclass(frozen=True)
class Point:
    """One place on a run chart: what was measured there and what the step asked; either may be absent."""

    label: str
    actual: float | None = None
    step: float | None = None
    said: str = ""


@dataclass(frozen=True)
class Level:
    """A level line across a chart with the words that name it."""

    value: float
    words: str


@dataclass(frozen=True)
class RunChart:
    """A KPI over time against its steps, its headline and its baseline."""

    points: tuple[Point, ...]
    headline: Level | None = None
    baseline: Level | None = None
    step_words: str = ""
    per_cent: bool = False


def run_chart(chart: RunChart, *, width: float = 17.4) -> bytes:
    """Actual in slate with its values, the steps dashed, headline and baseline named at the right.

    The key stands inside where nothing else does, and above the chart where there is no such place.
    """
    from matplotlib import rc_context

    with rc_context({"font.family": list(fonts())}):
        for above in (ABOVE, ABOVE + KEY):
            figure = blank_figure(width, RUN_HEIGHT)
            axes = _drawn(figure, chart, width=width, above=above)
            if above > ABOVE:
                _key(axes, "lower right", (0.99, 1 + (ABOVE + 0.03) * A_CM / axes.bbox.height))
            elif any(_key(axes, *place) for place in _KEY_PLACES):
                break
        return png_of(figure)


Corner = Literal["lower right", "lower center", "lower left", "upper right", "upper center", "upper left"]
_KEY_PLACES: Final[tuple[tuple[Corner, tuple[float, float]], ...]] = (
    ("lower right", (0.99, 0.11)),
    ("lower center", (0.5, 0.11)),
    ("lower left", (0.01, 0.11)),
    ("upper right", (0.99, 0.97)),
    ("upper center", (0.5, 0.97)),
    ("upper left", (0.01, 0.97)),
)


def _drawn(figure: Figure, chart: RunChart, *, width: float, above: float) -> Axes:
    room = width - LEFT - RIGHT
    under = _under(chart, pitch=room / max(len(chart.points), 1))
    below = TWO_LINES if any("\n" in each for each in under) else A_LINE
    height = RUN_HEIGHT - below - above
    low, high = _limits(chart, height=height)
    ticks = _ticks(chart, low, high)
    left = max(LEFT, A_TICK + max(text_width(said, TEXT) for said in ticks.values()))
    room = width - left - RIGHT
    axes = plain_axes(figure, left=left, right=RIGHT, below=below, above=above)
    axes.set_ylim(low, high)
    axes.set_yticks(list(ticks), list(ticks.values()))
    widest = max((text_width(_said(point), LARGE) for point in chart.points), default=0.0)
    beside = widest / 2 + GAP
    pad = max(0.25, beside * (len(chart.points) - 1) / (room - 2 * beside))
    axes.set_xlim(-pad, len(chart.points) - 1 + pad)
    axes.set_xticks(range(len(chart.points)), under)
    _levels(axes, chart, height=height)
    step = max(1, math.ceil((widest + GAP) * (len(chart.points) - 1 + 2 * pad) / room))
    _actuals(axes, chart, height=height, every=step)
    _steps(axes, chart)
    return axes


def _key(axes: Axes, place: Corner, anchor: tuple[float, float]) -> bool:
    """The key put at that place, where it lies over no line and no words there."""
    key = axes.legend(
        loc=place,
        bbox_to_anchor=anchor,
        ncols=2,
        frameon=False,
        fontsize=TEXT,
        borderpad=0,
        borderaxespad=0,
    )
    box = key.get_window_extent().padded(0.1 * A_CM)
    lines = [line.get_transform().transform_path(line.get_path()) for line in axes.lines]
    return not any(line.intersects_bbox(box, filled=False) for line in lines) and not any(
        box.overlaps(words.get_window_extent()) for words in axes.texts
    )


def _limits(chart: RunChart, *, height: float) -> tuple[float, float]:
    """Where the scale begins and ends, with room above the highest value for its words."""
    values = _values(chart)
    lowest, highest = min(0.0, *values), max(*values, 0.0)
    share = (A_LABEL - ABOVE + GAP) / height
    measured = max((point.actual for point in chart.points if point.actual is not None), default=0.0)
    if chart.per_cent:
        return 0, max(104, measured / (1 - share))
    room = (highest - lowest or 1.0) * 0.16
    foot = lowest - (room if lowest < 0 else 0)
    return foot, max(highest + room, foot + (measured - foot) / (1 - share))


def _ticks(chart: RunChart, low: float, high: float) -> dict[float, str]:
    """The marks of the scale with their words."""
    if chart.per_cent:
        return {mark: f"{mark}%" for mark in range(0, 101, 25)}
    from matplotlib.ticker import MaxNLocator

    marks = (float(mark) for mark in MaxNLocator(4).tick_values(low, high))
    return {mark: f"{mark:,.10g}".replace("-", "−") for mark in marks if low <= mark <= high}


def _under(chart: RunChart, *, pitch: float) -> list[str]:
    """Labels under the points: in two lines where one is too wide, and of more every second or third."""
    labels = [point.label for point in chart.points]
    if all(text_width(label, TEXT) + GAP <= pitch for label in labels):
        return labels
    broken = [label.replace(" ", "\n") for label in labels]
    widest = max(text_width(line, TEXT) for label in broken for line in label.split("\n"))
    step = max(1, math.ceil((widest + GAP) / pitch))
    return [each if place % step == 0 else "" for place, each in enumerate(broken)]


def _said(point: Point) -> str:
    return "" if point.actual is None else point.said or f"{point.actual:g}"


def _values(chart: RunChart) -> list[float]:
    lines = [level.value for level in (chart.headline, chart.baseline) if level]
    measured = [value for point in chart.points for value in (point.actual, point.step) if value is not None]
    return [*lines, *measured, 0.0]


def _levels(axes: Axes, chart: RunChart, *, height: float) -> None:
    names: list[tuple[float, str]] = []
    if chart.headline:
        axes.axhline(chart.headline.value, color=QUIET, linewidth=1, linestyle=(0, (1, 2)))
        names.append((chart.headline.value, chart.headline.words))
    if chart.baseline:
        axes.axhline(chart.baseline.value, color=QUIET, linewidth=1, linestyle=(0, (9, 3)))
        names.append((chart.baseline.value, chart.baseline.words))
    steps = [point.step for point in chart.points if point.step is not None]
    if steps and chart.step_words:
        names.append((steps[-1], chart.step_words))
    _name_lines(axes, names, height=height)


def _name_lines(axes: Axes, names: list[tuple[float, str]], *, height: float) -> None:
    """Names at the right end, moved apart where their lines lie close together."""
    low, high = axes.get_ylim()
    first, last = axes.get_xlim()
    beside, apart = last + (last - first) * 0.013, (high - low) * A_NAME / height
    places = spread_out([value for value, _ in sorted(names)], apart=apart, highest=high)
    for place, (_, said) in zip(places, sorted(names), strict=True):
        axes.text(beside, place, said, fontsize=TEXT, color=EDGE, va="center", clip_on=False)


def spread_out(values: Sequence[float], *, apart: float, highest: float) -> list[float]:
    """Heights for names from the lowest up, at least so far apart and none above the highest."""
    placed: list[float] = []
    for value in values:
        placed.append(max(value, placed[-1] + apart) if placed else value)
    limit = highest
    for place in range(len(placed) - 1, -1, -1):
        placed[place] = min(placed[place], limit)
        limit = placed[place] - apart
    return placed


def _steps(axes: Axes, chart: RunChart) -> None:
    places = [(place, point.step) for place, point in enumerate(chart.points) if point.step is not None]
    if places:
        axes.plot(
            [place for place, _ in places],
            [value for _, value in places],
            color=EDGE,
            linewidth=1.3,
            linestyle=(0, (4, 2)),
            marker="s",
            markersize=5.5,
            markerfacecolor="white",
            markeredgecolor=EDGE,
            label="Target of the step",
            zorder=2,
        )


def _actuals(axes: Axes, chart: RunChart, *, height: float, every: int) -> None:
    places = [(place, point.actual) for place, point in enumerate(chart.points) if point.actual is not None]
    axes.plot(
        [place for place, _ in places],
        [value for _, value in places],
        color=LINE,
        linewidth=2.6,
        marker="o",
        markersize=6.5,
        label="Actual",
        zorder=3,
    )
    low, high = axes.get_ylim()
    for place, value in places[::-1][::every]:
        point = chart.points[place]
        has_room = (value - low) / (high - low) * height >= A_LABEL
        under = point.step is not None and value < point.step and has_room
        label(axes, _said(point), at=(place, value), away=-8 if under else 7, size=LARGE - 0.5)
