"""What does not add up in a risk: scores against each other, reviews and mitigations overdue, escalation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from boarddesk.rules.dates.deadlines import in_words
from boarddesk.rules.risks import Level, Response, Risk, RiskStatus, Score, level_of, score_on


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


@dataclass(frozen=True)
class RiskFlag:
    """One thing that does not add up in a risk, with its sentence."""

    check: RiskCheck
    sentence: str


def risk_flags(risk: Risk, *, levels: Sequence[Level], today: date) -> tuple[RiskFlag, ...]:
    """Everything that does not add up in a risk that is open or escalated; nothing of one that is settled."""
    if risk.status not in (RiskStatus.OPEN, RiskStatus.ESCALATED):
        return ()
    return (*_of_scores(risk, levels=levels, today=today), *_of_work(risk, today=today))


def _of_scores(risk: Risk, *, levels: Sequence[Level], today: date) -> Iterator[RiskFlag]:
    inherent, now, target = (score_on(scores, today) for scores in (risk.inherent, risk.current, risk.target))
    if now is None:
        yield RiskFlag(RiskCheck.NO_SCORE, "It has no current score.")
        return
    yield from _out_of_order(inherent, now, target=target)
    highest = max(levels, key=lambda level: level.highest)
    if level_of(now.product, levels) == highest and risk.status is RiskStatus.OPEN:
        says = f"It scores {now.product}, {highest.name}, and has not been escalated."
        yield RiskFlag(RiskCheck.NOT_ESCALATED, says)
    if risk.appetite is not None and now.product > risk.appetite:
        kind = risk.category or "its kind"
        says = f"It scores {now.product}, above the appetite of {risk.appetite} for {kind}."
        yield RiskFlag(RiskCheck.ABOVE_APPETITE, says)


def _out_of_order(inherent: Score | None, now: Score, *, target: Score | None) -> Iterator[RiskFlag]:
    if target and target.product > now.product:
        says = f"Its target {target.product} is above where it stands now, {now.product}."
        yield RiskFlag(RiskCheck.TARGET_ABOVE_CURRENT, says)
    if inherent and now.product > inherent.product:
        says = f"It stands at {now.product}, above its inherent score {inherent.product}."
        yield RiskFlag(RiskCheck.CURRENT_ABOVE_INHERENT, says)


def _of_work(risk: Risk, *, today: date) -> Iterator[RiskFlag]:
    if risk.response is Response.TREAT and not risk.controls.strip() and not risk.mitigations:
        yield RiskFlag(RiskCheck.NOTHING_DONE, "It is to be treated, but has no control and no mitigation.")
    if risk.next_review and risk.next_review < today:
        yield RiskFlag(RiskCheck.REVIEW_OVERDUE, f"Its review was due on {in_words(risk.next_review)}.")
    for mitigation in risk.mitigations:
        if mitigation.due and mitigation.due < today and mitigation.done_on is None:
            says = f"“{mitigation.text}” was due on {in_words(mitigation.due)}."
            yield RiskFlag(RiskCheck.MITIGATION_OVERDUE, says)
