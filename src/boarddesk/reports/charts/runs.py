"""The run chart of a KPI: actual against its steps, with headline and baseline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from boarddesk.reports.charts.canvas import (
    EDGE,
    LARGE,
    LINE,
    QUIET,
    TEXT,
    blank_figure,
    fonts,
    label,
    plain_axes,
    png_of,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

RUN_HEIGHT = 4.1
MOST_IN_ONE_LINE = 9
MOST_LABELS = 16


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
    """Actual in slate with its values, the steps dashed, headline and baseline named at the right."""
    from matplotlib import rc_context

    with rc_context({"font.family": list(fonts())}):
        figure = blank_figure(width, RUN_HEIGHT)
        below = 0.65 if len(chart.points) <= MOST_IN_ONE_LINE else 1.0
        axes = plain_axes(figure, left=1.2, right=3.7, below=below, above=0.3)
        _scale(axes, chart)
        _levels(axes, chart)
        _actuals(axes, chart)
        _steps(axes, chart)
        axes.legend(loc="lower right", bbox_to_anchor=(0.99, 0.0), ncols=2, frameon=False, fontsize=TEXT)
        return png_of(figure)


def _scale(axes: Axes, chart: RunChart) -> None:
    axes.set_xlim(-0.25, len(chart.points) - 0.75)
    axes.set_xticks(range(len(chart.points)), _under(chart))
    if chart.per_cent:
        axes.set_ylim(0, 104)
        axes.set_yticks(range(0, 101, 25), [f"{mark}%" for mark in range(0, 101, 25)])
        return
    from matplotlib.ticker import MaxNLocator

    values = _values(chart)
    lowest, highest = min(0.0, *values), max(*values, 0.0)
    room = (highest - lowest or 1.0) * 0.16
    axes.set_ylim(lowest - (room if lowest < 0 else 0), highest + room)
    axes.yaxis.set_major_locator(MaxNLocator(4))


def _under(chart: RunChart) -> list[str]:
    """Labels under the points: in two lines where there are many, every second one where there are more."""
    labels = [point.label for point in chart.points]
    if len(labels) <= MOST_IN_ONE_LINE:
        return labels
    step = -(-len(labels) // MOST_LABELS)
    return [each.replace(" ", "\n") if place % step == 0 else "" for place, each in enumerate(labels)]


def _values(chart: RunChart) -> list[float]:
    lines = [level.value for level in (chart.headline, chart.baseline) if level]
    measured = [value for point in chart.points for value in (point.actual, point.step) if value is not None]
    return [*lines, *measured, 0.0]


def _levels(axes: Axes, chart: RunChart) -> None:
    end = len(chart.points) - 0.75
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
    _name_lines(axes, names, at=end)


def _name_lines(axes: Axes, names: list[tuple[float, str]], *, at: float) -> None:
    """Names at the right end, moved apart where their lines lie close together."""
    low, high = axes.get_ylim()
    beside = axes.get_xlim()[1] * 0.013
    heights = spread_out([value for value, _ in sorted(names)], apart=(high - low) * 0.145, highest=high)
    for height, (_, said) in zip(heights, sorted(names), strict=True):
        axes.text(at + beside, height, said, fontsize=TEXT, color=EDGE, va="center", clip_on=False)


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


def _actuals(axes: Axes, chart: RunChart) -> None:
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
    step = max(1, -(-len(places) // MOST_LABELS))
    for place, value in places[::-1][::step]:
        point = chart.points[place]
        under = point.step is not None and value < point.step
        said = point.said or f"{value:g}"
        label(axes, said, at=(place, value), away=-8 if under else 7, size=LARGE - 0.5)
