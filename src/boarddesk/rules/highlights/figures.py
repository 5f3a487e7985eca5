"""KPIs, risks and issues in a highlight report: the words of each row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from boarddesk.rules.highlights.pack import AreaPack, HighlightPack
from boarddesk.rules.plan.figures import NO_DATA, target_shown, value_shown
from boarddesk.rules.plan.kpis import (
    Checkpoint,
    Kpi,
    Verdict,
    current_step,
    has_data,
    known,
)
from boarddesk.rules.plan.scorecard import Reading, disagreement, reading, since_last_step, verdict_shown
from boarddesk.rules.risks.movement import figure, movement
from boarddesk.rules.risks.risk import Issue, Risk, Score, by_score, score_on
from boarddesk.rules.wording import (
    MONTHS,
    bound,
    count_in_words,
    cut_words,
    listed,
    month_in_short,
    number,
    sentence,
    tidied,
)

MOST_RISKS: Final = 5
WORDS_OF_DOING: Final = 12
LONGEST_STEP: Final = 10
FEWEST_POINTS: Final = 3
LONGEST_ALT: Final = 150
NOTHING_RECORDED: Final = "Not given."


@dataclass(frozen=True)
class KpiLine:
    """One row of the KPI table, each field already in words."""

    ref: str
    wording: str
    baseline: tuple[str, ...]
    step: str
    actual: tuple[str, ...]
    verdict: tuple[str, ...]
    direction: tuple[str, ...]


def kpi_line(kpi: Kpi, pack: HighlightPack) -> KpiLine:
    """A KPI at the step the report is about."""
    found = reading(kpi, today=pack.meeting_day)
    verdict = verdict_shown(found.verdict if found else Verdict.NO_DATA)
    return KpiLine(
        kpi.ref,
        tidied(kpi.wording),
        _baseline_lines(kpi),
        bound(target_shown(found.step.target, kpi.unit)) if found else "None set",
        _actual_lines(found),
        (verdict, found.headline_words) if found and found.headline_words else (verdict,),
        _direction_lines(kpi, found.step if found else None),
    )


def _baseline_lines(kpi: Kpi) -> tuple[str, ...]:
    value, as_at = known(kpi.baseline.value), kpi.baseline.as_at
    said = bound(tidied(kpi.baseline.words)) or ("" if value is None else value_shown(value, kpi.unit))
    return tuple(line for line in (said, month_in_short(as_at) if as_at and said else "") if line) or (
        NO_DATA,
    )


def _actual_lines(found: Reading | None) -> tuple[str, ...]:
    """The figure with its day; where this step has none, that, and the last known one."""
    if found is None or not has_data(found.figure):
        return (NO_DATA,)
    value = known(found.figure.value)
    shown = "" if value is None else value_shown(value, found.kpi.unit)
    said = bound(tidied(found.figure.words))
    provisional = "provisional" if found.figure.provisional else ""
    figure = (said, shown, provisional)
    lines = (NO_DATA, found.days, *figure) if found.is_last_known else (*figure, found.days)
    return tuple(line for line in lines if line)


def _direction_lines(kpi: Kpi, step: Checkpoint | None) -> tuple[str, ...]:
    if step is None or known(step.actual.value) is None:
        return ("–\N{NO-BREAK SPACE}No data",)
    travel = since_last_step(kpi, step)
    if travel is None:
        return ("–\N{NO-BREAK SPACE}First figure",)
    return travel.direction.shown, travel.compared_with


@dataclass(frozen=True)
class KpiLines:
    """The KPIs that have a figure or a target, and one sentence for those that have neither."""

    shown: tuple[Kpi, ...]
    silent: str


def kpi_lines(kpis: Sequence[Kpi]) -> KpiLines:
    """A KPI nobody has given a figure or a target is only named, not printed as a row of gaps."""
    shown = tuple(kpi for kpi in kpis if _has_figures(kpi))
    silent = [_named(kpi) for kpi in kpis if not _has_figures(kpi)]
    if not silent:
        return KpiLines(shown, "")
    times = Counter(silent)
    names = ", ".join(f"{name} ({number(many)})" if many > 1 else name for name, many in times.items())
    lead = count_in_words(len(silent), "KPI has", "KPIs have")
    return KpiLines(shown, f"{lead[0].upper()}{lead[1:]} neither figure nor target yet: {names}.")


def _has_figures(kpi: Kpi) -> bool:
    measured = (kpi.baseline, *(step.actual for step in kpi.checkpoints))
    aimed = (kpi.headline, *(step.target for step in kpi.checkpoints))
    return any(map(has_data, measured)) or any(target.value is not None or target.words for target in aimed)


def _named(kpi: Kpi) -> str:
    return kpi.ref or cut_words(kpi.wording, 4)


def fed_note(kpis: Sequence[Kpi]) -> str:
    """Under the table, which figures nobody typed: `K7: from the attendance registers of SIB.`"""
    found: dict[str, list[str]] = {}
    for kpi in kpis:
        if kpi.fed_from:
            found.setdefault(kpi.fed_from.source, []).append(_named(kpi))
    return " ".join(f"{listed(names)}: {source}." for source, names in found.items())


def step_title(kpis: Sequence[Kpi], pack: HighlightPack) -> str:
    """The heading of the column of targets: `May step` where all KPIs are at the same one."""
    found = [current_step(kpi, today=pack.meeting_day) for kpi in kpis]
    names = {MONTHS[step.due.month - 1] if step.due else label_of(step) for step in found if step}
    name = names.pop() if len(names) == 1 else ""
    return f"{name} step" if 0 < len(name) <= LONGEST_STEP else "Step target"


def label_of(step: Checkpoint) -> str:
    """The name of a step without the word step."""
    return re.sub(r"\s*\bstep\b\s*", " ", tidied(step.label), flags=re.IGNORECASE).strip() or "This"


def disagreement_sentences(kpis: Sequence[Kpi], pack: HighlightPack) -> tuple[tuple[str, str], ...]:
    """Ref and sentence for each KPI whose declared word and figures differ at this step."""
    steps = ((kpi, current_step(kpi, today=pack.meeting_day)) for kpi in kpis)
    found = ((kpi, disagreement(kpi, step)) for kpi, step in steps if step)
    return tuple((kpi.ref, differs.sentence) for kpi, differs in found if differs)


# Risks and issues


@dataclass(frozen=True)
class RiskLine:
    """One row of risks and issues; an issue has no score."""

    ref: str
    words: str
    score: Score | None
    movement: str
    owner: str
    doing: str


@dataclass(frozen=True)
class RiskLines:
    """The highest five risks, every issue, and how many risks are left out."""

    shown: tuple[RiskLine, ...]
    left_out: str = ""


def risk_lines(area: AreaPack, pack: HighlightPack) -> RiskLines:
    """Risks highest first, then issues."""
    open_risks = [risk for risk in area.risks if risk.live]
    ordered = by_score(open_risks)
    rest = ordered[MOST_RISKS:]
    issues = [issue for issue in area.issues if issue.resolved_on is None]
    shown = (
        *(_risk_line(risk, pack) for risk in ordered[:MOST_RISKS]),
        *(_issue_line(issue, pack) for issue in issues),
    )
    return RiskLines(shown, _left_out(rest))


def _left_out(rest: Sequence[Risk]) -> str:
    if not rest:
        return ""
    above = f", none above {figure(rest[0].current[0])}" if rest[0].current else ""
    names = [risk.ref or cut_words(risk.title, 4) for risk in rest]
    return f"And {number(len(rest))} more{above}: {listed(names)}."


def _risk_line(risk: Risk, pack: HighlightPack) -> RiskLine:
    score = score_on(risk.current, pack.as_at)
    moved = movement(risk, last_board=pack.period.last_board, today=pack.as_at)
    return RiskLine(
        risk.ref,
        tidied(risk.title),
        score,
        moved.shown.replace("was ", "was\N{NO-BREAK SPACE}") if moved else "–",
        tidied(risk.owner.name) or "To be agreed",
        _doing(risk),
    )


def _doing(risk: Risk) -> str:
    open_ones = [each.text for each in risk.mitigations if each.done_on is None]
    said = "; ".join(tidied(text).rstrip(".") for text in open_ones) or "; ".join(
        tidied(control.text).rstrip(".") for control in risk.controls
    )
    return bound(sentence(cut_words(said, WORDS_OF_DOING))) or NOTHING_RECORDED


def _issue_line(issue: Issue, pack: HighlightPack) -> RiskLine:
    last = pack.period.last_board
    new = last is None or issue.raised_on > last
    doing = bound(sentence(cut_words(issue.resolution, WORDS_OF_DOING))) or NOTHING_RECORDED
    owner = tidied(issue.owner.name) or "To be agreed"
    movement_word = "New" if new else "→\N{NO-BREAK SPACE}Same"
    return RiskLine(issue.ref, f"Issue: {tidied(issue.title)}", None, movement_word, owner, doing)
