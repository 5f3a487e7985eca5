"""Charts for documents: drawn at the size they are placed, with the same pixels every time."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from boarddesk.reports import house_style as house
from boarddesk.reports.document import CM_PER_INCH, Chip

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

RESOLUTION = 200
FONTS = ("Arial", "Liberation Sans", "Helvetica", "Segoe UI Symbol", "DejaVu Sans")
SMALL, TEXT, LARGE = 9.5, 10.0, 11.0
EDGE = f"#{house.INK}"
LINE = f"#{house.SLATE}"
QUIET = f"#{house.GREY}"

RUN_HEIGHT = 4.1
ATTENDANCE_HEIGHT = 5.4
BARS_HEIGHT = 4.2
FEWEST_POINTS = 3
FEWEST_INSIDE = 3


@lru_cache(maxsize=1)
def _fonts() -> tuple[str, ...]:
    """The fonts this machine has, first choice first; the last one comes with the drawing itself."""
    from matplotlib.font_manager import fontManager

    present = {font.name for font in fontManager.ttflist}
    return tuple(name for name in FONTS if name in present)


def _figure(width: float, height: float) -> Figure:
    from matplotlib.figure import Figure

    return Figure(figsize=(width / CM_PER_INCH, height / CM_PER_INCH), dpi=RESOLUTION, facecolor="white")


def _png(figure: Figure) -> bytes:
    held = io.BytesIO()
    figure.savefig(held, format="png", dpi=RESOLUTION, metadata={"Software": None})
    return held.getvalue()


def _axes(figure: Figure, *, left: float, right: float, below: float, above: float) -> Axes:
    """Axes inside margins given in centimetres, without a frame or a grid."""
    width, height = (size * CM_PER_INCH for size in figure.get_size_inches())
    axes = figure.add_axes(
        (left / width, below / height, (width - left - right) / width, (height - below - above) / height)
    )
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    for side in ("left", "bottom"):
        axes.spines[side].set_color(QUIET)
    axes.tick_params(labelsize=TEXT, colors=EDGE, labelcolor=EDGE, width=0.6, length=3)
    return axes


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

    with rc_context({"font.family": list(_fonts())}):
        figure = _figure(width, RUN_HEIGHT)
        axes = _axes(figure, left=1.2, right=3.7, below=0.65, above=0.25)
        _scale(axes, chart)
        _levels(axes, chart)
        _actuals(axes, chart)
        _steps(axes, chart)
        axes.legend(loc="lower right", bbox_to_anchor=(0.99, 0.0), ncols=2, frameon=False, fontsize=TEXT)
        return _png(figure)


def _scale(axes: Axes, chart: RunChart) -> None:
    axes.set_xlim(-0.25, len(chart.points) - 0.75)
    axes.set_xticks(range(len(chart.points)), [point.label for point in chart.points])
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
    apart = (high - low) * 0.145
    placed = low - apart
    for value, said in sorted(names):
        placed = max(value, placed + apart)
        axes.text(at + 0.1, placed, said, fontsize=TEXT, color=EDGE, va="center", clip_on=False)


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
    for place, value in places:
        point = chart.points[place]
        under = point.step is not None and value < point.step
        said = point.said or f"{value:g}"
        _label(axes, said, at=(place, value), away=-8 if under else 7, size=LARGE - 0.5)


def _label(
    axes: Axes,
    said: str,
    *,
    at: tuple[float, float],
    away: float,
    size: float,
    bold: bool = True,
    colour: str = EDGE,
) -> None:
    """Words beside a point, above or below it, with a white rim so that no line strikes them through."""
    from matplotlib.patheffects import withStroke

    axes.annotate(
        said,
        at,
        xytext=(0, away),
        textcoords="offset points",
        ha="center",
        va="top" if away < 0 else "bottom",
        fontsize=size,
        fontweight="bold" if bold else "normal",
        color=colour,
        annotation_clip=False,
        zorder=5,
        path_effects=[withStroke(linewidth=2.5, foreground="white")],
    )


@dataclass(frozen=True)
class Bar:
    """One board's day and how many actions had each status, in the chart's own order."""

    label: str
    counts: tuple[int, ...]


def status_bars(statuses: Sequence[Chip], bars: Sequence[Bar], *, width: float = 17.4) -> bytes:
    """Stacked bars, newest last and bold; shape and number inside, small counts at the right."""
    from matplotlib import rc_context

    with rc_context({"font.family": list(_fonts())}):
        figure = _figure(width, BARS_HEIGHT)
        axes = _axes(figure, left=2.1, right=1.7, below=0.1, above=0.85)
        _bare(axes, bars)
        for place, bar in enumerate(bars):
            _bar(axes, statuses, bar, row=len(bars) - 1 - place)
        _key(figure, statuses, left=2.1 / width)
        return _png(figure)


def _bare(axes: Axes, bars: Sequence[Bar]) -> None:
    axes.set_xlim(0, max((sum(bar.counts) for bar in bars), default=0) or 1)
    axes.set_ylim(-0.5, len(bars) - 0.5)
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.set_xticks([])
    axes.set_yticks(range(len(bars) - 1, -1, -1), [bar.label for bar in bars])
    axes.tick_params(axis="y", length=0, labelsize=TEXT)
    for label in axes.get_yticklabels()[len(bars) - 1 :]:
        label.set_fontweight("bold")


def _bar(axes: Axes, statuses: Sequence[Chip], bar: Bar, *, row: int) -> None:
    start, beside = 0, []
    fewest = max(FEWEST_INSIDE, axes.get_xlim()[1] * 0.07)
    for status, count in zip(statuses, bar.counts, strict=True):
        if not count:
            continue
        axes.barh(row, count, 0.66, left=start, color=f"#{status.fill}", edgecolor=EDGE, linewidth=0.8)
        if count >= fewest:
            _inside(axes, status, at=start + count / 2, row=row, said=f"{status.shape} {count}")
        else:
            beside.append(f"{status.shape} {count}")
        start += count
    axes.text(
        axes.get_xlim()[1] * 1.01, row, "  ".join(beside), fontsize=TEXT, fontweight="bold", color=EDGE,
        va="center", clip_on=False,
    )  # fmt: skip


def _inside(axes: Axes, status: Chip, *, at: float, row: int, said: str) -> None:
    axes.text(
        at,
        row,
        said,
        ha="center",
        va="center",
        fontsize=LARGE - 0.5,
        fontweight="bold",
        color=f"#{status.ink}",
    )


def _key(figure: Figure, statuses: Sequence[Chip], *, left: float) -> None:
    from matplotlib.patches import Rectangle

    width = figure.get_size_inches()[0] * CM_PER_INCH
    height = figure.get_size_inches()[1] * CM_PER_INCH
    at, side = left, 0.48
    for status in statuses:
        box = Rectangle(
            (at, 1 - 0.68 / height),
            side / width,
            side / height,
            facecolor=f"#{status.fill}",
            edgecolor=EDGE,
            linewidth=0.8,
        )
        figure.add_artist(box)
        middle = 1 - (0.68 - side / 2) / height
        figure.text(
            at + side / 2 / width,
            middle,
            status.shape,
            fontsize=SMALL,
            color=f"#{status.ink}",
            ha="center",
            va="center",
        )
        figure.text(at + 0.65 / width, middle, status.label, fontsize=TEXT, color=EDGE, va="center")
        at += (1.25 + len(status.label) * 0.178) / width


@dataclass(frozen=True)
class Attended:
    """One meeting on the trend: its day, its fraction and its per cent as printed."""

    label: str
    fraction: str
    shown: str
    value: float


def attendance_trend(
    meetings: Sequence[Attended], *, target: float | None, target_words: str = "", width: float = 17.4
) -> bytes:
    """Per cent of each meeting bold, its fraction in grey, the target dashed and named."""
    from matplotlib import rc_context

    with rc_context({"font.family": list(_fonts())}):
        figure = _figure(width, ATTENDANCE_HEIGHT)
        below = 1.05 if any("\n" in each.label for each in meetings) else 0.65
        axes = _axes(figure, left=1.2, right=2.4, below=below, above=1.05)
        lowest = scale_starts_at([each.value for each in meetings] + ([target] if target is not None else []))
        _per_cents(axes, meetings, lowest=lowest)
        if target is not None:
            axes.axhline(target, color=EDGE, linewidth=1.3, linestyle=(0, (4, 2)), zorder=1)
            end = len(meetings) - 0.48
            axes.text(end, target, target_words, fontsize=TEXT, color=EDGE, va="center", clip_on=False)
        _trend(axes, meetings, target=target)
        return _png(figure)


def scale_starts_at(values: Sequence[float]) -> int:
    """The lowest tick: nought, or the even ten at least ten points under everything from 60% up."""
    least = min(values, default=0.0)
    return max(0, int(least // 10) * 10 - 20) if least >= 60 else 0


def _per_cents(axes: Axes, meetings: Sequence[Attended], *, lowest: int) -> None:
    marks = range(lowest, 101, 10 if lowest >= 40 else 25)
    axes.set_ylim(lowest, 100)
    axes.set_yticks(list(marks), [f"{mark}%" for mark in marks])
    axes.set_xlim(-0.45, len(meetings) - 0.55)
    axes.set_xticks(range(len(meetings)), [each.label for each in meetings])


def _trend(axes: Axes, meetings: Sequence[Attended], *, target: float | None) -> None:
    values = [each.value for each in meetings]
    axes.plot(values, color=LINE, linewidth=2.6, marker="o", markersize=7, clip_on=False, zorder=3)
    for place, each in enumerate(meetings):
        at = (float(place), each.value)
        near, far = (-9, -20) if _reads_below(values, place, target=target) else (7, 18)
        _label(axes, each.shown, at=at, away=near, size=TEXT)
        if each.fraction:
            _label(axes, each.fraction, at=at, away=far, size=SMALL, bold=False, colour=QUIET)


def _reads_below(values: Sequence[float], place: int, *, target: float | None) -> bool:
    """Below its point where the target line or the line to its neighbours would cross the words."""
    if target is not None:
        return values[place] < target
    beside = [values[near] for near in (place - 1, place + 1) if 0 <= near < len(values)]
    return bool(beside) and values[place] < sum(beside) / len(beside)
