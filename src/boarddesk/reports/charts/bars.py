"""Stacked bars: how many actions had each status on the days of the last boards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from boarddesk.reports.charts.canvas import EDGE, LARGE, SMALL, TEXT, blank_figure, fonts, plain_axes, png_of
from boarddesk.reports.document import CM_PER_INCH, Chip

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

BARS_HEIGHT = 4.2
FEWEST_INSIDE = 3


@dataclass(frozen=True)
class Bar:
    """One board's day and how many actions had each status, in the chart's own order."""

    label: str
    counts: tuple[int, ...]


def status_bars(statuses: Sequence[Chip], bars: Sequence[Bar], *, width: float = 17.4) -> bytes:
    """Stacked bars, newest last and bold; shape and number inside, small counts at the right."""
    from matplotlib import rc_context

    with rc_context({"font.family": list(fonts())}):
        figure = blank_figure(width, BARS_HEIGHT)
        left = max(2.1, 0.3 + 0.2 * max((len(bar.label) for bar in bars), default=0))
        axes = plain_axes(figure, left=left, right=1.7, below=0.1, above=0.85)
        _bare(axes, bars)
        for place, bar in enumerate(bars):
            _bar(axes, statuses, bar, row=len(bars) - 1 - place)
        _key(figure, statuses, left=left / width)
        return png_of(figure)


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
