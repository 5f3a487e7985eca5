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
INSIDE = 0.07  # the share of the longest bar that holds a shape and its number
RIGHT, A_LETTER = 1.7, 0.23


@dataclass(frozen=True)
class Bar:
    """One board's day and how many actions had each status, in the chart's own order."""

    label: str
    counts: tuple[int, ...]


def status_bars(statuses: Sequence[Chip], bars: Sequence[Bar], *, width: float = 17.4) -> bytes:
    """Stacked bars, newest last and bold; shape and number inside, counts too small for it at the right."""
    from matplotlib import rc_context

    with rc_context({"font.family": list(fonts())}):
        figure = blank_figure(width, BARS_HEIGHT)
        left = max(2.1, 0.3 + 0.2 * max((len(bar.label) for bar in bars), default=0))
        longest = max((sum(bar.counts) for bar in bars), default=0) or 1
        beside = [said_beside(statuses, bar, longest=longest) for bar in bars]
        right = max(RIGHT, 0.4 + A_LETTER * max(map(len, beside), default=0))
        axes = plain_axes(figure, left=left, right=right, below=0.1, above=0.85)
        _bare(axes, bars, longest=longest)
        for row, (bar, said) in enumerate(zip(reversed(bars), reversed(beside), strict=True)):
            _bar(axes, statuses, bar, row=row, longest=longest)
            axes.text(
                longest * 1.01, row, said, fontsize=TEXT, fontweight="bold", color=EDGE,
                va="center", clip_on=False,
            )  # fmt: skip
        _key(figure, statuses, left=left / width)
        return png_of(figure)


def said_beside(statuses: Sequence[Chip], bar: Bar, *, longest: int) -> str:
    """The counts whose part of the bar is too narrow to hold them, as they stand at its right."""
    counts = zip(statuses, bar.counts, strict=True)
    return "  ".join(
        f"{status.shape} {count}" for status, count in counts if count and not _fits(count, longest)
    )


def _fits(count: int, longest: int) -> bool:
    return count >= longest * INSIDE


def _bare(axes: Axes, bars: Sequence[Bar], *, longest: int) -> None:
    axes.set_xlim(0, longest)
    axes.set_ylim(-0.5, len(bars) - 0.5)
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.set_xticks([])
    axes.set_yticks(range(len(bars) - 1, -1, -1), [bar.label for bar in bars])
    axes.tick_params(axis="y", length=0, labelsize=TEXT)
    for label in axes.get_yticklabels()[len(bars) - 1 :]:
        label.set_fontweight("bold")


def _bar(axes: Axes, statuses: Sequence[Chip], bar: Bar, *, row: int, longest: int) -> None:
    start = 0
    for status, count in zip(statuses, bar.counts, strict=True):
        if not count:
            continue
        axes.barh(row, count, 0.66, left=start, color=f"#{status.fill}", edgecolor=EDGE, linewidth=0.8)
        if _fits(count, longest):
            _inside(axes, status, at=start + count / 2, row=row, said=f"{status.shape} {count}")
        start += count


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
