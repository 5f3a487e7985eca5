"""The heat map of attendance: rows down, meetings across, each cell its count on its step of slate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from boarddesk.reports import house_style as house
from boarddesk.reports.charts.canvas import EDGE, QUIET, SMALL, TEXT, blank_figure, fonts, png_of
from boarddesk.reports.document import CM_PER_INCH

if TYPE_CHECKING:
    from matplotlib.axes import Axes

ROW, HEAD, FOOT = 0.62, 1.0, 0.75
NAMES, WIDEST, KEY = 5.4, 1.5, 11.5
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


def heat_map(
    heads: Sequence[str], rows: Sequence[tuple[str, Sequence[HeatCell]]], *, width: float = 17.4
) -> bytes:
    """As high as its rows and as wide as its meetings need, `width` at most."""
    from matplotlib import rc_context

    with rc_context({"font.family": list(fonts())}):
        height = HEAD + ROW * len(rows) + FOOT
        wide = heat_width(len(heads), width=width)
        figure = blank_figure(wide, height)
        pitch = pitch_of(len(heads), width=width)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_xlim(0, wide)
        axes.set_ylim(height, 0)
        axes.axis("off")
        _heads(axes, heads, pitch=pitch)
        for at, (name, cells) in enumerate(rows):
            _row(axes, name, cells, top=HEAD + ROW * at, pitch=pitch)
        _key(axes, top=HEAD + ROW * len(rows) + 0.2)
        return png_of(figure)


def pitch_of(meetings: int, *, width: float) -> float:
    """How far apart the meetings stand, in centimetres."""
    return min((width - NAMES) / max(meetings, 1), WIDEST)


def heat_width(meetings: int, *, width: float = 17.4) -> float:
    """How wide the picture is for so many meetings; never narrower than its key."""
    return min(max(NAMES + meetings * pitch_of(meetings, width=width) + 0.1, NAMES + KEY), width)


def _heads(axes: Axes, heads: Sequence[str], *, pitch: float) -> None:
    for at, head in enumerate(heads):
        middle = NAMES + pitch * (at + 0.5)
        axes.text(middle, HEAD - 0.12, head, fontsize=SMALL, color=EDGE, ha="center", va="bottom")


def _row(axes: Axes, name: str, cells: Sequence[HeatCell], *, top: float, pitch: float) -> None:
    middle = top + ROW / 2
    axes.text(NAMES - 0.2, middle, _fitted(name), fontsize=TEXT, color=EDGE, ha="right", va="center")
    for at, cell in enumerate(cells):
        _cell(axes, cell, left=NAMES + pitch * at, top=top, pitch=pitch)


def _cell(axes: Axes, cell: HeatCell, *, left: float, top: float, pitch: float) -> None:
    middle = (left + pitch / 2, top + ROW / 2)
    if cell.percent is None:
        axes.text(*middle, cell.words, fontsize=SMALL, color=QUIET, ha="center", va="center")
        return
    fill, ink = _step(cell.percent)
    _box(axes, left + 0.03, top + 0.03, wide=pitch - 0.06, fill=fill)
    axes.text(*middle, cell.words, fontsize=SMALL, color=f"#{ink}", ha="center", va="center")


def _step(percent: float) -> tuple[str, str]:
    return next((fill, ink) for least, fill, ink, _ in STEPS if percent >= least)


def _box(axes: Axes, left: float, top: float, *, wide: float, fill: str) -> None:
    from matplotlib.patches import Rectangle

    axes.add_patch(
        Rectangle((left, top), wide, ROW - 0.06, facecolor=f"#{fill}", edgecolor=QUIET, linewidth=0.4)
    )


def _key(axes: Axes, *, top: float) -> None:
    left = NAMES
    for _, fill, _, words in STEPS:
        _box(axes, left, top - 0.02, wide=0.5, fill=fill)
        axes.text(left + 0.62, top + ROW / 2 - 0.05, words, fontsize=SMALL, color=EDGE, va="center")
        left += 0.95 + 0.19 * len(words)


def _fitted(name: str) -> str:
    """A name as long as its room; the table beside holds it whole."""
    room = int(NAMES * CM_PER_INCH * 2.1)
    return name if len(name) <= room else f"{name[: room - 1].rstrip()}…"
