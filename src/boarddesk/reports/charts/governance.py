"""The governance chart of a document: boards in frames, bodies outside in grey, a line for each kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boarddesk.reports import house_style as house
from boarddesk.reports.charts.canvas import (
    EDGE,
    LINE,
    QUIET,
    SMALL,
    TEXT,
    blank_figure,
    fonts,
    in_lines,
    png_of,
    text_width,
)
from boarddesk.reports.document import CM_PER_INCH
from boarddesk.rules.governance.chart import Box, Chart
from boarddesk.rules.governance.lines import LineKind
from boarddesk.rules.governance.placing import Sizes
from boarddesk.rules.governance.routes import Route

if TYPE_CHECKING:
    from matplotlib.axes import Axes

POINT: Final = CM_PER_INCH / 72
"""Centimetres of one length of the chart: it is laid out in points."""
BOX_WIDE, BOX_HIGH, INSIDE, TIP, JOINT = 172.0, 34.0, 8.0, 7.0, 2.2
LANE, ROOM = 7.0, 4.0
MARGIN: Final = 0.1
DASHES: Final[dict[LineKind, str | tuple[float, tuple[float, ...]]]] = {
    LineKind.ACCOUNTABLE_TO: "solid",
    LineKind.INFORMS: (0, (5, 3.5)),
    LineKind.SCRUTINISED_BY: (0, (1.2, 2.6)),
}
"""Solid, dashed, dotted; the word stands on each line too."""


def chart_sizes(width: float) -> Sizes:
    """The measures of a chart on a page so many centimetres wide."""
    words = max(text_width(kind, SMALL) for kind in LineKind) / POINT + 8
    return Sizes(
        (width - 2 * MARGIN) / POINT, words, box_wide=BOX_WIDE, box_high=BOX_HIGH, lane=LANE, room=ROOM
    )


def governance_picture(chart: Chart) -> bytes:
    """The chart, as wide and as high as it is."""
    from matplotlib import rc_context

    wide, high = (length * POINT + 2 * MARGIN for length in (chart.wide, chart.high))
    with rc_context({"font.family": list(fonts())}):
        figure = blank_figure(wide, high)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        edge = MARGIN / POINT
        axes.set_xlim(-edge, chart.wide + edge)
        axes.set_ylim(chart.high + edge, -edge)
        for route in chart.routes:
            _route(axes, route)
        for route in chart.routes:
            _word(axes, route)
        for box in chart.boxes:
            _box(axes, box)
        return png_of(figure)


def _route(axes: Axes, route: Route) -> None:
    kind = route.bundle.kind
    colour = EDGE if kind is LineKind.ACCOUNTABLE_TO else LINE
    for left, top, right, bottom in route.stretches:
        axes.plot((left, right), (top, bottom), color=colour, linewidth=1.2, linestyle=DASHES[kind], zorder=1)
    for x, y in route.joints:
        axes.plot(x, y, marker="o", markersize=2 * JOINT, color=colour, zorder=2)
    back = TIP if route.bundle.leads_up else -TIP
    for x, y in route.tips:
        corners = ((x, x - TIP / 2, x + TIP / 2), (y, y + back, y + back))
        axes.fill(*corners, color=colour, linewidth=0, zorder=3)


def _word(axes: Axes, route: Route) -> None:
    axes.text(
        *route.word,
        route.bundle.kind.value,
        fontsize=SMALL,
        color=EDGE,
        ha="center",
        va="center",
        zorder=4,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.5},
    )


def _box(axes: Axes, box: Box) -> None:
    from matplotlib.patches import Rectangle

    board = box.body.is_board
    fill, edge = ("white", EDGE) if board else (f"#{house.HEADER_FILL}", QUIET)
    axes.add_patch(
        Rectangle(
            (box.left, box.top), box.wide, box.high, facecolor=fill, edgecolor=edge, linewidth=0.9, zorder=5
        )
    )
    room = (box.wide - INSIDE) * POINT
    lines = [(box.body.short_name, TEXT, "bold")] if board else []
    most = 1 if board else 2
    lines += [(words, SMALL, "normal") for words in in_lines(box.body.name, SMALL, room=room, most=most)]
    for at, (words, size, weight) in enumerate(lines):
        y = box.top + box.high * (at + 1) / (len(lines) + 1)
        axes.text(
            box.left + box.wide / 2,
            y,
            words,
            fontsize=size,
            fontweight=weight,
            color=EDGE,
            ha="center",
            va="center",
            zorder=6,
        )
