"""The heat map of attendance: rows down, meetings across, each cell its count on its step of slate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from boarddesk.reports import house_style as house
from boarddesk.reports.charts.canvas import (
    EDGE,
    QUIET,
    SMALL,
    TEXT,
    blank_figure,
    fonts,
    in_lines,
    png_of,
    text_width,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

ROW, LINE, FOOT = 0.55, 0.4, 0.7
LEAST_NAMES, NARROWEST, WIDEST, GAP, RIM = 2.6, 1.05, 1.5, 0.2, 0.1
MOST_LINES = 2
STEPS: Final = (
    (100.0, "F4F7F8", house.INK, "all"),
    (75.0, "D3DEE5", house.INK, "75% and more"),
    (50.0, "93AEBE", house.INK, "half and more"),
    (0.0, "2F4D61", "FFFFFF", "under half"),
)
"""From so many per cent on: fill, ink, and the words of the key. Even steps when printed in grey."""


@dataclass(frozen=True)
class HeatCell:
    """One cell: what is printed in it and its per cent; None is nothing expected."""

    words: str
    percent: float | None


@dataclass(frozen=True)
class _Plan:
    """Where things stand, in centimetres: the names in lines, the pitch of the meetings, the whole width."""

    names: tuple[tuple[str, ...], ...]
    left: float
    pitch: float
    head: float
    width: float

    @property
    def heights(self) -> tuple[float, ...]:
        """A row is as high as its name needs."""
        return tuple(ROW + LINE * (len(lines) - 1) for lines in self.names)


def heat_map(
    heads: Sequence[str], rows: Sequence[tuple[str, Sequence[HeatCell]]], *, width: float = 17.4
) -> bytes:
    """As high as its rows and as wide as its names and meetings need, `width` at most."""
    from matplotlib import rc_context

    with rc_context({"font.family": list(fonts())}):
        plan = _planned(heads, [name for name, _ in rows], width=width)
        height = plan.head + sum(plan.heights) + FOOT
        figure = blank_figure(plan.width, height)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_xlim(0, plan.width)
        axes.set_ylim(height, 0)
        axes.axis("off")
        _heads(axes, heads, plan)
        top = plan.head
        for (_, cells), lines, high in zip(rows, plan.names, plan.heights, strict=True):
            _row(axes, lines, cells, plan=plan, top=top, high=high)
            top += high
        _key(axes, plan, top=top + 0.15)
        return png_of(figure)


def _planned(heads: Sequence[str], names: Sequence[str], *, width: float) -> _Plan:
    """Names have what the meetings leave, at most half; one too long for that takes two lines."""
    left = min(width - RIM - NARROWEST * len(heads), width / 2)
    room = max(left, LEAST_NAMES) - GAP - RIM
    lines = tuple(tuple(in_lines(name, TEXT, room=room, most=MOST_LINES)) for name in names)
    longest = max((text_width(line, TEXT) for each in lines for line in each), default=0.0)
    left = max(RIM + longest + GAP, LEAST_NAMES)
    pitch = min((width - RIM - left) / max(len(heads), 1), WIDEST)
    head = 0.2 + LINE * max((each.count("\n") + 1 for each in heads), default=1)
    needed = max(left + pitch * len(heads), left + _key_width()) + RIM
    return _Plan(lines, left, pitch, head, min(needed, width))


def _heads(axes: Axes, heads: Sequence[str], plan: _Plan) -> None:
    for at, head in enumerate(heads):
        middle = plan.left + plan.pitch * (at + 0.5)
        axes.text(middle, plan.head - 0.1, head, fontsize=SMALL, color=EDGE, ha="center", va="bottom")


def _row(
    axes: Axes, lines: Sequence[str], cells: Sequence[HeatCell], *, plan: _Plan, top: float, high: float
) -> None:
    name, middle = "\n".join(lines), top + high / 2
    axes.text(plan.left - GAP, middle, name, fontsize=TEXT, color=EDGE, ha="right", va="center")
    for at, cell in enumerate(cells):
        _cell(axes, cell, left=plan.left + plan.pitch * at, top=top, plan=plan, high=high)


def _cell(axes: Axes, cell: HeatCell, *, left: float, top: float, plan: _Plan, high: float) -> None:
    middle = (left + plan.pitch / 2, top + high / 2)
    if cell.percent is None:
        axes.text(*middle, cell.words, fontsize=SMALL, color=QUIET, ha="center", va="center")
        return
    fill, ink = _step(cell.percent)
    _box(axes, left + 0.03, top + 0.03, wide=plan.pitch - 0.06, high=high - 0.06, fill=fill)
    axes.text(*middle, cell.words, fontsize=SMALL, color=f"#{ink}", ha="center", va="center")


def _step(percent: float) -> tuple[str, str]:
    return next((fill, ink) for least, fill, ink, _ in STEPS if percent >= least)


def _box(axes: Axes, left: float, top: float, *, wide: float, high: float, fill: str) -> None:
    from matplotlib.patches import Rectangle

    axes.add_patch(Rectangle((left, top), wide, high, facecolor=f"#{fill}", edgecolor=QUIET, linewidth=0.4))


BOX, BESIDE, APART = 0.5, 0.12, 0.4
"""The key: a box, the space to its words, and the space to the next."""


def _key(axes: Axes, plan: _Plan, *, top: float) -> None:
    left = min(plan.left, plan.width - _key_width() - RIM)
    for _, fill, _, words in STEPS:
        _box(axes, left, top, wide=BOX, high=LINE, fill=fill)
        axes.text(left + BOX + BESIDE, top + LINE / 2, words, fontsize=SMALL, color=EDGE, va="center")
        left += BOX + BESIDE + text_width(words, SMALL) + APART


def _key_width() -> float:
    return sum(BOX + BESIDE + text_width(words, SMALL) + APART for *_, words in STEPS) - APART
