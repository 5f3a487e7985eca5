"""What every chart is drawn on: fonts this machine has, margins in centimetres, a PNG without a date."""

from __future__ import annotations

import io
import logging
import struct
from functools import lru_cache
from typing import TYPE_CHECKING

from boarddesk.reports import house_style as house
from boarddesk.reports.document import CM_PER_INCH

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

RESOLUTION = 200
FONTS = ("Arial", "Liberation Sans", "Helvetica", "Segoe UI Symbol", "DejaVu Sans")
SMALL, TEXT, LARGE = 9.5, 10.0, 11.0
EDGE = f"#{house.INK}"
LINE = f"#{house.SLATE}"
QUIET = f"#{house.GREY}"

# On a slow machine, or where it may keep nothing, it speaks of its cache in the terminal: of no use there.
logging.getLogger("matplotlib").setLevel(logging.ERROR)


@lru_cache(maxsize=1)
def fonts() -> tuple[str, ...]:
    """The fonts this machine has, first choice first; the last one comes with the drawing itself."""
    from matplotlib.font_manager import fontManager

    present = {font.name for font in fontManager.ttflist}
    return tuple(name for name in FONTS if name in present)


def blank_figure(width: float, height: float) -> Figure:
    """A white sheet of so many centimetres."""
    from matplotlib.figure import Figure

    return Figure(figsize=(width / CM_PER_INCH, height / CM_PER_INCH), dpi=RESOLUTION, facecolor="white")


def png_of(figure: Figure) -> bytes:
    """The picture, without the name of the program or a date."""
    held = io.BytesIO()
    figure.savefig(held, format="png", dpi=RESOLUTION, metadata={"Software": None})
    return held.getvalue()


def centimetres_of(png: bytes) -> float:
    """How wide a picture was drawn to be placed."""
    (across,) = struct.unpack(">I", png[16:20])
    return float(across) / RESOLUTION * CM_PER_INCH


def text_width(said: str, size: float) -> float:
    """Centimetres the words take in the font this machine draws them in."""
    text = _scrap().text(0, 0, said, fontsize=size, fontfamily=list(fonts()))
    across = text.get_window_extent().width
    text.remove()
    return float(across) / RESOLUTION * CM_PER_INCH


@lru_cache(maxsize=1)
def _scrap() -> Figure:
    """A sheet to try words on."""
    return blank_figure(1, 1)


def in_lines(said: str, size: float, *, room: float, most: int) -> list[str]:
    """The words in at most so many lines of so many centimetres; the last is cut where they are more."""
    lines: list[str] = []
    for word in said.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    kept = [*lines[: most - 1], " ".join(lines[most - 1 :])] if lines else []
    return [_cut(line, size, room=room) for line in kept if line]


def _cut(line: str, size: float, *, room: float) -> str:
    if text_width(line, size) <= room:
        return line
    kept = len(line)
    while kept > 1 and text_width(f"{line[:kept].rstrip()}…", size) > room:
        kept -= 1
    return f"{line[:kept].rstrip()}…"


def plain_axes(figure: Figure, *, left: float, right: float, below: float, above: float) -> Axes:
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


def label(
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
