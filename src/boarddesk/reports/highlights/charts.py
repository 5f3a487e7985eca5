"""The charts of a highlight report, and small tables that hold their numbers whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from boarddesk.reports.charts.bars import Bar, status_bars
from boarddesk.reports.charts.runs import Level, Point, RunChart, run_chart
from boarddesk.reports.chips import status_chip
from boarddesk.reports.document import (
    Block,
    Column,
    Heading,
    Paragraph,
    ParagraphKind,
    Picture,
    Table,
    bold,
    cell,
    words,
)
from boarddesk.rules.highlights import board
from boarddesk.rules.highlights.actions import in_order
from boarddesk.rules.highlights.chart import FEWEST_POINTS, ChartPoint, KpiChart, chart_of
from boarddesk.rules.highlights.pack import HighlightPack, StatusCounts
from boarddesk.rules.wording import day, day_of_year

CHART_WIDTH = 17.4
MOST_POINTS = 8
NAMES, DAYS, TOTAL = 2.4, 3.0, 1.6


def kpi_chart(chart: KpiChart) -> Iterator[Block]:
    """The finding above the run chart."""
    remark = f" {chart.remark}" if chart.remark else ""
    yield Paragraph(words(bold(chart.finding), remark), ParagraphKind.CHART_TITLE)
    yield Picture(_drawn(chart), chart.alt, CHART_WIDTH)


@lru_cache(maxsize=32)
def _drawn(chart: KpiChart) -> bytes:
    points = tuple(Point(each.label, each.actual, each.target, each.said) for each in chart.points)
    lines = [Level(*line) if line else None for line in (chart.headline, chart.baseline)]
    return run_chart(RunChart(points, lines[0], lines[1], chart.last_target, chart.per_cent))


def bars_chart(pack: HighlightPack) -> Iterator[Block]:
    """The finding above the stacked bars."""
    yield Paragraph(words(bold(board.bars_finding(pack))), ParagraphKind.CHART_TITLE)
    statuses = in_order(pack.scheme)
    drawn = status_bars(
        [status_chip(status) for status in statuses],
        [Bar(day_of_year(bar.board_day), board.counts_in_order(bar, statuses)) for bar in _bars(pack)],
    )
    yield Picture(drawn, board.bars_alt(pack), CHART_WIDTH)


def has_bars(pack: HighlightPack) -> bool:
    """Whether there are boards enough to draw."""
    return len(_bars(pack)) >= FEWEST_POINTS


def _bars(pack: HighlightPack) -> tuple[StatusCounts, ...]:
    return board.bars_in_order(pack)


# In figures


def charts_in_figures(pack: HighlightPack) -> Iterator[Block]:
    """Every number that a chart of the report draws, in small tables; nothing where none is drawn."""
    charts = [chart_of(kpis, pack) for kpis in (*(area.kpis for area in pack.areas), pack.across)]
    tables = [*([_bars_table(pack)] if pack.whole_board and has_bars(pack) else [])]
    for chart in charts:
        tables += _tables(chart) if chart else []
    if tables:
        yield Heading("The charts in figures", 3)
    for table in tables:
        yield Paragraph(words(bold(f"{table.title}.")), ParagraphKind.NOTE)
        yield table


def _tables(chart: KpiChart) -> list[Table]:
    """Actual and target of each step; headline and baseline are levels, and stand beneath."""
    name = chart.finding.split(": ")[0]
    levels = [line[1] for line in (chart.headline, chart.baseline) if line]
    parts = [chart.points[at : at + MOST_POINTS] for at in range(0, len(chart.points), MOST_POINTS)]
    made = [
        _figures(points, name if len(parts) == 1 else f"{name}, part {number} of {len(parts)}")
        for number, points in enumerate(parts, 1)
    ]
    made[-1] = replace(made[-1], note=words(f"{'; '.join(levels)}." if levels else ""))
    return made


def _figures(points: Sequence[ChartPoint], title: str) -> Table:
    rows = [("Actual", [each.actual_shown for each in points])]
    if any(each.target_shown for each in points):
        rows.append(("Step target", [each.target_shown for each in points]))
    width = (CHART_WIDTH - NAMES) / MOST_POINTS
    return Table(
        title,
        "One column for each step of the chart: what was measured there and what was aimed at.",
        (Column("Figure", NAMES), *(Column(each.label, width) for each in points)),
        tuple((cell(name), *(cell(value) for value in values)) for name, values in rows),
    )


def _bars_table(pack: HighlightPack) -> Table:
    statuses = in_order(pack.scheme)
    counts = [(bar.board_day, board.counts_in_order(bar, statuses)) for bar in _bars(pack)]
    width = (CHART_WIDTH - DAYS - TOTAL) / len(statuses)
    return Table(
        board.bars_title(pack),
        "One row for each day of the chart: how many actions had each status, and how many there were.",
        (Column("Day", DAYS), *(Column(each.label, width) for each in statuses), Column("All", TOTAL)),
        tuple(
            (cell(day(when)), *(cell(str(count)) for count in each), cell(str(sum(each))))
            for when, each in counts
        ),
    )
