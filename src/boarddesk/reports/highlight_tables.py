"""The tables of a highlight report: status, areas at a glance, actions, KPIs, risks."""

from __future__ import annotations

from collections.abc import Sequence

from boarddesk.reports.chips import level_chip, status_chip
from boarddesk.reports.document import Cell, Column, Table, Text, bold, cell, words
from boarddesk.rules.highlight_actions import ActionLine, ActionLines, by_when_lines
from boarddesk.rules.highlight_figures import (
    KpiLine,
    RiskLine,
    RiskLines,
    fed_note,
    kpi_line,
    step_title,
)
from boarddesk.rules.highlight_words import area_standing, plain_title
from boarddesk.rules.highlights import AreaPack, HighlightPack
from boarddesk.rules.plan.kpis import Kpi
from boarddesk.rules.status import StatusIs
from boarddesk.rules.wording import bound, cut_characters, day, tidied

LONGEST_ACTION, LONGEST_WORDS = 360, 160
LONGEST_GLANCE, GLANCE_OF_MANY, FEW_AREAS = 90, 60, 6


def _columns(*given: tuple[str, float]) -> tuple[Column, ...]:
    return tuple(Column(title, width) for title, width in given)


def met_title(pack: HighlightPack) -> str:
    """What the scheme calls an action that is complete."""
    labels = [status.label for status in pack.scheme.statuses if status.is_a is StatusIs.COMPLETE]
    return labels[0] if labels and labels[0] == "Met" else "Complete"


def status_table(area: AreaPack, pack: HighlightPack) -> Table:
    """Where one area stands: one row."""
    stands = area_standing(area, pack)
    return Table(
        "Status of the area",
        "One row: status now, at the last board, direction, actions met and overdue.",
        _columns(
            ("Status now", 3.5),
            ("Last board", 3.6),
            ("Direction", 3.3),
            (f"Actions {met_title(pack).lower()}", 3.2),
            ("Overdue", 3.8),
        ),
        (
            (
                cell(status_chip(stands.status)),
                cell(stands.before),
                cell(stands.direction),
                cell(stands.met),
                cell(stands.overdue),
            ),
        ),
        row_headings=False,
    )


def glance_table(pack: HighlightPack) -> Table:
    """Every area in one row each."""
    return Table(
        "Areas at a glance",
        "One row for each area: status now, at the last board, direction, actions met and overdue.",
        _columns(
            ("Area", 5.8),
            ("Status now", 3.0),
            ("Last board", 2.8),
            ("Direction", 2.4),
            (met_title(pack), 1.5),
            ("Overdue", 1.9),
        ),
        tuple(_glance_row(area, pack) for area in pack.areas),
    )


def _glance_row(area: AreaPack, pack: HighlightPack) -> tuple[Cell, ...]:
    stands = area_standing(area, pack)
    longest = LONGEST_GLANCE if len(pack.areas) <= FEW_AREAS else GLANCE_OF_MANY
    title = cut_characters(plain_title(area), longest)
    return (
        cell(tidied(f"{area.area.number} {title}")),
        cell(status_chip(stands.status)),
        cell(stands.before),
        cell(stands.direction),
        cell(stands.met),
        cell(str(stands.overdue_count) if stands.overdue_count else "None"),
    )


def actions_table(lines: ActionLines, pack: HighlightPack) -> Table:
    """The actions that are not met, in order of ref."""
    last = f"since {day(pack.period.last_board)}" if pack.period.last_board else "since the last board"
    return Table(
        "Actions not yet met",
        f"One row for each action: by when, owner, status, change {last} and the latest news.",
        _columns(
            ("Ref", 1.1),
            ("Action", 3.4),
            ("By when", 3.2),
            ("Owner", 2.2),
            ("Status", 2.3),
            ("Change", 1.9),
            ("Latest", 3.3),
        ),
        tuple(_action_row(line) for line in lines.shown),
    )


def _action_row(line: ActionLine) -> tuple[Cell, ...]:
    return (
        cell(line.action.ref or "–"),
        cell(bound(cut_characters(line.action.text, LONGEST_ACTION))),
        cell(*by_when_lines(line.action)),
        cell(line.owner),
        cell(status_chip(line.status)),
        cell(line.change),
        cell(_latest(line)),
    )


def _latest(line: ActionLine) -> Text:
    flags = " ".join(line.flags)
    return words(bold(flags), f" {line.latest}" if flags and line.latest else line.latest)


def kpi_table(kpis: Sequence[Kpi], pack: HighlightPack, *, title: str) -> Table:
    """A scorecard: the KPIs that have something to show, and under it what feeds them."""
    return Table(
        title,
        "One row for each KPI: baseline, target of this step, actual, verdict and direction.",
        _columns(
            ("Ref", 1.1),
            ("KPI", 4.4),
            ("Baseline", 2.1),
            (step_title(kpis, pack), 2.5),
            ("Actual", 2.3),
            ("Verdict", 2.4),
            ("Direction", 2.6),
        ),
        tuple(_kpi_row(kpi_line(kpi, pack)) for kpi in kpis),
        note=words(bound(fed_note(kpis))),
    )


def _kpi_row(line: KpiLine) -> tuple[Cell, ...]:
    return (
        cell(line.ref or "–"),
        cell(bound(cut_characters(line.wording, LONGEST_WORDS))),
        cell(*line.baseline),
        cell(line.step),
        cell(*line.actual),
        cell(line.verdict),
        cell(*line.direction),
    )


def risk_table(lines: RiskLines, pack: HighlightPack) -> Table:
    """Risks highest first, then issues."""
    return Table(
        "Risks and issues",
        "One row for each risk or issue: score and level now, movement, owner and what is being done.",
        _columns(
            ("Ref", 1.1),
            ("Risk or issue", 4.8),
            ("Score now", 2.7),
            ("Movement", 2.2),
            ("Owner", 2.5),
            ("What is being done", 4.1),
        ),
        tuple(_risk_row(line, pack) for line in lines.shown),
        note=words(lines.left_out),
    )


def _risk_row(line: RiskLine, pack: HighlightPack) -> tuple[Cell, ...]:
    scored = line.score is not None and line.level
    score = cell(level_chip(line.level, pack.levels, score=line.score)) if scored else cell()
    return (
        cell(line.ref or "–"),
        cell(bound(cut_characters(line.words, LONGEST_WORDS))),
        score,
        cell(line.movement),
        cell(line.owner),
        cell(line.doing),
    )
