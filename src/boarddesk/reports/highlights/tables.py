"""The tables of a highlight report: status, areas at a glance, actions, KPIs, risks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boarddesk.reports.chips import score_cell, status_chip
from boarddesk.reports.document import Cell, Column, Table, Text, bold, cell, words
from boarddesk.reports.metrics import POINTS_PER_CM, lines_of
from boarddesk.rules.highlights.actions import ActionLine, ActionLines, by_when_lines
from boarddesk.rules.highlights.area import area_standing, plain_title
from boarddesk.rules.highlights.figures import (
    KpiLine,
    RiskLine,
    RiskLines,
    fed_note,
    kpi_line,
    step_title,
)
from boarddesk.rules.highlights.pack import AreaPack, HighlightPack
from boarddesk.rules.plan.kpis import Kpi
from boarddesk.rules.statuses.status import StatusIs
from boarddesk.rules.wording import bound, cut_characters, cut_words, day, tidied

WORDS_OF_ACTION, LONGEST_ACTION, LONGEST_WORDS = 20, 180, 160
LONGEST_FIGURE = 80
LINES_OF_OWNERS, OWNER, OWNER_OF_RISK, TABLE_SIZE = 2, 2.4, 2.5, 10.5
CELL_SIDES = 0.34  # centimetres beside the words of a cell, and a little to spare
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
    rows = tuple(_action_row(line, pack.as_at) for line in lines.shown)
    return Table(
        "Actions not yet met",
        f"One row for each action: by when, owner, status, change {last} and the latest news.",
        _columns(
            ("Ref", 1.1),
            ("Action", 3.4),
            ("By when", 3.2),
            ("Owner", OWNER),
            ("Status", 2.3),
            ("Change", 1.9),
            ("Latest", 3.1),
        ),
        rows,
        note=_notes(lines.rest, cut_note(rows, _plan_named(pack))),
    )


def _notes(*sentences: str) -> Text:
    return words(" ".join(said for said in sentences if said))


def _plan_named(pack: HighlightPack) -> str:
    return f"“{cut_characters(pack.plan, 60)}”" if pack.plan else "the plan"


def cut_note(rows: Sequence[Sequence[Cell]], where: str) -> str:
    """Where the words stand in full that a table cuts: `…: cut; in full in “Northmoor plan”.`"""
    return f"…: cut; in full in {where}." if any("…" in each.said for row in rows for each in row) else ""


def owners_shown(names: Sequence[str], width: float) -> str:
    """Who is responsible, in two lines of a column: all of them, or the first and how many more."""
    known = [tidied(name) for name in names if tidied(name)] or ["To be agreed"]
    first, more = known[0], len(known) - 1
    forms = [", ".join(known), f"{first} and {more} more", f"{first}, …"]
    room = (width - CELL_SIDES) * POINTS_PER_CM
    while lines_of(forms[0], TABLE_SIZE, room=room) > LINES_OF_OWNERS and len(forms[0]) > 1:
        forms = forms[1:] if len(forms) > 1 and more else [f"{forms[-1].rstrip('…, ')[:-1].rstrip()}…"]
    return forms[0]


def _action_row(line: ActionLine, as_at: date) -> tuple[Cell, ...]:
    return (
        cell(line.action.ref or "–"),
        cell(bound(cut_characters(cut_words(line.action.text, WORDS_OF_ACTION), LONGEST_ACTION))),
        cell(*by_when_lines(line.action, as_at)),
        cell(owners_shown(line.action.owners, OWNER)),
        cell(status_chip(line.status)),
        cell(line.change),
        cell(_latest(line)),
    )


def _latest(line: ActionLine) -> Text:
    flags = " ".join(line.flags)
    return words(bold(flags), f" {line.latest}" if flags and line.latest else line.latest)


def kpi_table(kpis: Sequence[Kpi], pack: HighlightPack, *, title: str) -> Table:
    """A scorecard: the KPIs that have something to show, and under it what feeds them."""
    rows = tuple(_kpi_row(kpi_line(kpi, pack)) for kpi in kpis)
    return Table(
        title,
        "One row for each KPI: baseline, this step’s target, actual, verdicts and direction.",
        _columns(
            ("Ref", 1.1),
            ("KPI", 4.4),
            ("Baseline", 2.1),
            (step_title(kpis, pack), 2.5),
            ("Actual", 2.3),
            ("Verdict", 2.4),
            ("Direction", 2.6),
        ),
        rows,
        note=_notes(bound(fed_note(kpis)), cut_note(rows, _plan_named(pack))),
    )


def _kpi_row(line: KpiLine) -> tuple[Cell, ...]:
    return (
        cell(line.ref or "–"),
        cell(bound(cut_characters(line.wording, LONGEST_WORDS))),
        cell(*map(_short, line.baseline)),
        cell(_short(line.step)),
        cell(*map(_short, line.actual)),
        cell(*line.verdict),
        cell(*line.direction),
    )


def _short(line: str) -> str:
    """A figure in words, cut where somebody wrote a paragraph."""
    return line if len(line) <= LONGEST_FIGURE else bound(cut_characters(line, LONGEST_FIGURE))


def risk_table(lines: RiskLines) -> Table:
    """Risks highest first, then issues."""
    rows = tuple(_risk_row(line) for line in lines.shown)
    return Table(
        "Risks and issues",
        "One row for each risk or issue: score and level now, movement, owner and what is being done.",
        _columns(
            ("Ref", 1.1),
            ("Risk or issue", 4.8),
            ("Score now", 2.7),
            ("Movement", 2.2),
            ("Owner", OWNER_OF_RISK),
            ("What is being done", 4.1),
        ),
        rows,
        note=_notes(lines.left_out, cut_note(rows, "the risk register")),
    )


def _risk_row(line: RiskLine) -> tuple[Cell, ...]:
    score = score_cell(line.score)
    return (
        cell(line.ref or "–"),
        cell(bound(cut_characters(line.words, LONGEST_WORDS))),
        score,
        cell(line.movement),
        cell(owners_shown((line.owner,), OWNER_OF_RISK)),
        cell(line.doing),
    )
