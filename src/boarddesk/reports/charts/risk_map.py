"""The heat map of risks: the matrix with its words, each cell its score and level, risks as white labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from boarddesk.reports.charts.canvas import (
    EDGE,
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

HEIGHT: Final = 9.2
LEFT, BELOW, GAP, RIM = 3.1, 1.25, 0.06, 0.12
LABEL, LABEL_GAP, UNDER_SCORE = 0.46, 0.07, 0.5
BOLD = 1.1
"""How much wider bold words are than the same words measured plain."""
MOST_LABELS: Final = 2
"""From three on a cell names its risks by their refs alone."""


@dataclass(frozen=True)
class MapLabel:
    """A risk on the map: its ref, its title and, where it moved, what it was (`was 16`)."""

    ref: str
    title: str
    was: str = ""


@dataclass(frozen=True)
class MapCell:
    """One cell: what is printed in it, its fill and ink, and its risks."""

    words: str
    fill: str
    ink: str
    labels: tuple[MapLabel, ...] = ()


@dataclass(frozen=True)
class RiskMap:
    """Cells row by row from the lowest likelihood, with the words of both axes."""

    likelihoods: tuple[str, ...]
    impacts: tuple[str, ...]
    cells: tuple[tuple[MapCell, ...], ...]


def risk_map(shown: RiskMap, *, width: float = 26.1) -> bytes:
    """Likelihood upwards, impact to the right."""
    from matplotlib import rc_context

    with rc_context({"font.family": list(fonts())}):
        figure = blank_figure(width, HEIGHT)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_xlim(0, width)
        axes.set_ylim(0, HEIGHT)
        axes.axis("off")
        wide = (width - LEFT - RIM) / len(shown.impacts)
        high = (HEIGHT - BELOW - RIM) / len(shown.likelihoods)
        for row, cells in enumerate(shown.cells):
            for at, cell in enumerate(cells):
                _cell(axes, cell, left=LEFT + wide * at, foot=BELOW + high * row, wide=wide, high=high)
        _axes_words(axes, shown, wide=wide, high=high, width=width)
        return png_of(figure)


def _axes_words(axes: Axes, shown: RiskMap, *, wide: float, high: float, width: float) -> None:
    for row, word in enumerate(shown.likelihoods):
        lines = in_lines(f"{row + 1} {word}", TEXT, room=LEFT - 1.0, most=2)
        said, middle = "\n".join(lines), BELOW + high * (row + 0.5)
        axes.text(LEFT - 0.15, middle, said, fontsize=TEXT, color=EDGE, ha="right", va="center")
    for at, word in enumerate(shown.impacts):
        (said,) = in_lines(f"{at + 1} {word}", TEXT, room=wide - 0.1, most=1)
        axes.text(
            LEFT + wide * (at + 0.5), BELOW - 0.12, said, fontsize=TEXT, color=EDGE, ha="center", va="top"
        )
    bold: dict[str, Any] = {"fontsize": TEXT, "fontweight": "bold", "color": EDGE}
    middle = (LEFT + width - RIM) / 2
    axes.text(middle, 0.12, "Impact", ha="center", va="bottom", **bold)
    side = BELOW + high * len(shown.likelihoods) / 2
    axes.text(0.35, side, "Likelihood", ha="center", va="center", rotation=90, **bold)


def _cell(axes: Axes, cell: MapCell, *, left: float, foot: float, wide: float, high: float) -> None:
    from matplotlib.patches import Rectangle

    box = (left + GAP / 2, foot + GAP / 2)
    axes.add_patch(Rectangle(box, wide - GAP, high - GAP, facecolor=f"#{cell.fill}", edgecolor="none"))
    top = foot + high - 0.13
    axes.text(left + 0.14, top, cell.words, fontsize=SMALL, color=f"#{cell.ink}", ha="left", va="top")
    for place, said in enumerate(_labels(cell, room=wide - 0.5, lines=_fit(high))):
        _label(axes, said, left=left + 0.16, top=foot + high - UNDER_SCORE - place * (LABEL + LABEL_GAP))


def _fit(high: float) -> int:
    """How many labels a cell of that height has room for under its score."""
    return max(1, int((high - UNDER_SCORE) / (LABEL + LABEL_GAP)))


def _labels(cell: MapCell, *, room: float, lines: int) -> Sequence[str]:
    """Each risk with its words while there are at most two; else refs, and how many more."""
    if len(cell.labels) <= min(MOST_LABELS, lines):
        return [_in_room(label, room) for label in cell.labels]
    rows: list[str] = []
    left = [label.ref for label in cell.labels]
    while left and len(rows) < lines:
        last = len(rows) == lines - 1
        taken = _row_of(left, room=room, last=last)
        shown, left = left[:taken], left[taken:]
        rows.append(", ".join(shown) + (f" and {len(left)} more" if left and last else ""))
    return rows


def _in_room(label: MapLabel, room: float) -> str:
    """`R2 Late advice, was 16`: the title is cut, never the ref or what it was."""
    was = f", was {label.was}" if label.was else ""
    for kept in range(len(label.title), 0, -1):
        title = label.title if kept == len(label.title) else f"{_whole_words(label.title[:kept])}…"
        if text_width(f"{label.ref} {title}{was}", SMALL) * BOLD <= room:
            return f"{label.ref} {title}{was}"
    return f"{label.ref}{was}"


def _whole_words(cut: str) -> str:
    """Without the word that was cut through, where another stands before it."""
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;")


def _row_of(refs: Sequence[str], *, room: float, last: bool) -> int:
    """How many of the refs stand in one row; in the last one, with the words for those that do not."""
    taken = len(refs)
    while taken > 1:
        more = f" and {len(refs) - taken} more" if last and taken < len(refs) else ""
        if text_width(f"{', '.join(refs[:taken])}{more}", SMALL) * BOLD <= room:
            break
        taken -= 1
    return taken


def _label(axes: Axes, said: str, *, left: float, top: float) -> None:
    from matplotlib.patches import FancyBboxPatch

    wide = text_width(said, SMALL) * BOLD + 0.16
    axes.add_patch(
        FancyBboxPatch(
            (left, top - LABEL + 0.06),
            wide,
            LABEL - 0.08,
            boxstyle="round,pad=0,rounding_size=0.07",
            facecolor="white",
            edgecolor=EDGE,
            linewidth=0.9,
        )
    )
    middle = top - LABEL / 2 + 0.02
    axes.text(left + 0.08, middle, said, fontsize=SMALL, fontweight="bold", color=EDGE, va="center_baseline")
