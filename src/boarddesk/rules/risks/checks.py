"""What does not add up in a risk: scores against each other, reviews and mitigations overdue, escalation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from boarddesk.rules.dates.deadlines import in_words
from boarddesk.rules.plan.kpis import Kpi
from boarddesk.rules.risks.figures import figures_differ
from boarddesk.rules.risks.matrix import Matrix
from boarddesk.rules.risks.movement import Way, figure, reviews, way_between
from boarddesk.rules.risks.reach import out_of_reach, reach
from boarddesk.rules.risks.risk import Response, Risk, RiskStatus, Score, is_at_top, score_on


class RiskCheck(StrEnum):
    """What can be wrong with a risk."""

    NO_SCORE = "no score"
    TARGET_ABOVE_CURRENT = "target above current"
    CURRENT_ABOVE_INHERENT = "current above inherent"
    NOTHING_DONE = "treated with nothing"
    REVIEW_OVERDUE = "review overdue"
    MITIGATION_OVERDUE = "mitigation overdue"
    NOT_ESCALATED = "highest level, not escalated"
    ABOVE_APPETITE = "above appetite"
    FIGURES_DIFFER = "score against figures"
    OUT_OF_REACH = "target not reachable by its date"
    ACCEPTANCE_OVER = "acceptance over"
    CONSIDER_CLOSING = "consider closing"


@dataclass(frozen=True)
class RiskFlag:
    """One thing that does not add up in a risk, with its sentence."""

    check: RiskCheck
    sentence: str


def risk_flags(risk: Risk, *, matrix: Matrix, today: date, kpis: Iterable[Kpi] = ()) -> tuple[RiskFlag, ...]:
    """Everything that does not add up in a risk that is open or escalated; nothing of one that is settled.

    The KPIs are those of the office: the score is held against the ones that are linked.
    """
    if not risk.live:
        return ()
    differ = (
        RiskFlag(RiskCheck.FIGURES_DIFFER, found.sentence)
        for found in figures_differ(risk, kpis, today=today)
        if not found.why
    )
    return (*_of_scores(risk, matrix=matrix, today=today), *differ, *_of_work(risk, today=today))


def _of_scores(risk: Risk, *, matrix: Matrix, today: date) -> Iterator[RiskFlag]:
    inherent, now, target = (score_on(scores, today) for scores in (risk.inherent, risk.current, risk.target))
    if now is None:
        yield RiskFlag(RiskCheck.NO_SCORE, "It has no current score.")
        return
    yield from _out_of_order(inherent, now, target=target)
    if is_at_top(now, matrix) and risk.status is RiskStatus.OPEN:
        yield RiskFlag(RiskCheck.NOT_ESCALATED, f"It scores {_told(now)}, and {_not_escalated(risk)}.")
    yield from _of_appetite(risk, now, today=today)


def _not_escalated(risk: Risk) -> str:
    if risk.said_escalated:
        return f"its register says “{risk.status_words}”, but to which board is not recorded here"
    return "has not been escalated"


def _of_appetite(risk: Risk, now: Score, *, today: date) -> Iterator[RiskFlag]:
    """Above what is borne, unless a board above has it or somebody bears it; or below what is wanted."""
    borne, wanted = risk.appetite.tolerable, risk.appetite.optimal
    accepted = risk.acceptance
    bears = accepted is not None and (accepted.until is None or accepted.until >= today)
    at_home = risk.status is RiskStatus.OPEN
    if borne is not None and now.product is not None and now.product > borne and at_home and not bears:
        kind = risk.category or "its kind"
        says = f"It scores {now.product}, above the appetite of {borne} for {kind}."
        yield RiskFlag(RiskCheck.ABOVE_APPETITE, says)
    if accepted and accepted.until and accepted.until < today:
        says = f"{accepted.by} accepted it until {in_words(accepted.until)}."
        yield RiskFlag(RiskCheck.ACCEPTANCE_OVER, says)
    last = [score.product for score in reviews(risk, today=today, most=2)]
    if wanted is not None and len(last) == 2 and all(each is not None and each <= wanted for each in last):
        says = f"It has been at or below the optimal {wanted} for two reviews. Consider closing it."
        yield RiskFlag(RiskCheck.CONSIDER_CLOSING, says)


def _told(score: Score) -> str:
    parts = (score.product, score.level.name if score.level else None)
    return ", ".join(str(part) for part in parts if part is not None)


def _out_of_order(inherent: Score | None, now: Score, *, target: Score | None) -> Iterator[RiskFlag]:
    if target and way_between(now, target) is Way.UP:
        says = f"Its target {figure(target)} is above where it stands now, {figure(now)}."
        yield RiskFlag(RiskCheck.TARGET_ABOVE_CURRENT, says)
    if inherent and way_between(inherent, now) is Way.UP:
        says = f"It stands at {figure(now)}, above its inherent score {figure(inherent)}."
        yield RiskFlag(RiskCheck.CURRENT_ABOVE_INHERENT, says)


def _of_work(risk: Risk, *, today: date) -> Iterator[RiskFlag]:
    if risk.response is Response.TREAT and not risk.controls and not risk.mitigations:
        yield RiskFlag(RiskCheck.NOTHING_DONE, "It is to be treated, but has no control and no mitigation.")
    if out_of_reach(risk):
        yield RiskFlag(RiskCheck.OUT_OF_REACH, f"Its target is {reach(risk)}.")
    if risk.next_review and risk.next_review < today:
        yield RiskFlag(RiskCheck.REVIEW_OVERDUE, f"Its review was due on {in_words(risk.next_review)}.")
    for mitigation in risk.mitigations:
        if mitigation.due and mitigation.due < today and mitigation.done_on is None:
            says = f"“{mitigation.text}” was due on {in_words(mitigation.due)}."
            yield RiskFlag(RiskCheck.MITIGATION_OVERDUE, says)
