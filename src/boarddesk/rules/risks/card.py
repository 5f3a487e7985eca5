"""The words of a risk card: one page that answers how bad it is, what would lower it, and what is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from boarddesk.rules.plan.figures import actual_shown, target_short
from boarddesk.rules.plan.kpis import Checkpoint, Kpi, has_data
from boarddesk.rules.risks import report as wording
from boarddesk.rules.risks.movement import Way, figure, reviews
from boarddesk.rules.risks.pack import RiskPack
from boarddesk.rules.risks.reach import reach
from boarddesk.rules.risks.risk import Risk, Score, score_on
from boarddesk.rules.wording import day, lower_first, month, number, sentence, short_month, tidied

MOST_REVIEWS: Final = 8
FEWEST_REVIEWS: Final = 3
MOST_STEPS: Final = 6
ROWS: Final = (4, 3, 2)
"""Controls and mitigations that a card lists: fewer where it would else take a second page."""


def in_short(risk: Risk, pack: RiskPack) -> tuple[str, str]:
    """`Extreme, 20, up from 16, and above the tolerable line of 12.` and what would lower it."""
    score = wording.now(risk, pack)
    if score is None:
        return "Nobody has scored this risk yet.", _what_helps(risk)
    parts = [part for part in (score.level.name if score.level else "", _number(score)) if part]
    told = ", ".join((*parts, *_moved(risk, pack)))
    appetite = against_appetite(risk, score)
    lead = f"{told}, and {appetite}" if appetite else told
    in_the_way = reach(risk).replace("after it,", "after the target’s date,")
    return sentence(lead), sentence(in_the_way) or _what_helps(risk)


def _number(score: Score) -> str:
    return str(score.product) if score.product is not None else ""


def _moved(risk: Risk, pack: RiskPack) -> Sequence[str]:
    went = wording.moved(risk, pack)
    if went is None or went.way is Way.UNKNOWN:
        return ()
    if went.way is Way.NEW or went.was is None:
        return ("new",)
    if went.way is Way.SAME:
        return ("the same as at the last board",)
    return (f"{went.way.word.lower()} from {figure(went.was)}",)


def against_appetite(risk: Risk, score: Score) -> str:
    """`above the tolerable line of 12`, `inside the tolerable line of 12`; empty without a line."""
    line = risk.appetite.tolerable
    if line is None or score.product is None:
        return ""
    if risk.appetite.optimal is not None and score.product <= risk.appetite.optimal:
        return f"at or below the optimal line of {risk.appetite.optimal}"
    return f"{'above' if score.product > line else 'inside'} the tolerable line of {line}"


def _what_helps(risk: Risk) -> str:
    """The next mitigation that is to come, with its date."""
    to_come = [each for each in risk.mitigations if each.done_on is None]
    if not to_come:
        return "Nothing is planned to lower it."
    dated = [(each.due, each.text) for each in to_come if each.due]
    if not dated:
        return ""
    due, text = min(dated)
    return f"Next: {lower_first(tidied(text).rstrip('.'))}, by {day(due)}."


def parts_of_statement(risk: Risk) -> tuple[tuple[str, str], ...]:
    """The three lines of the statement with their lead-ins; those not given are left out."""
    given = (
        ("Because", risk.cause),
        ("there is a risk that", risk.event),
        ("which would", risk.effect),
    )
    known = [(lead, tidied(text).rstrip(".,;")) for lead, text in given if text.strip()]
    return tuple(
        (lead, f"{text}{'.' if place == len(known) - 1 else ','}") for place, (lead, text) in enumerate(known)
    )


@dataclass(frozen=True)
class Reviewed:
    """One review of the run: its month, the score that was kept and the target that stood then."""

    label: str
    score: int | None
    target: int | None


def run_of(risk: Risk, pack: RiskPack) -> tuple[Reviewed, ...]:
    """The last eight reviews, the oldest first; empty under three, or where a score is no number."""
    found = reviews(risk, today=pack.as_at, most=MOST_REVIEWS)
    if len(found) < FEWEST_REVIEWS or any(each.product is None for each in found):
        return ()
    return tuple(
        Reviewed(
            short_month(each.as_at),
            each.product,
            target.product if (target := score_on(risk.target, each.as_at)) else None,
        )
        for each in found
    )


def run_told(risk: Risk, pack: RiskPack) -> str:
    """What the run shows, in one sentence."""
    run = run_of(risk, pack)
    if not run:
        return "Fewer than three reviews so far: no run is drawn."
    scores = [each.score for each in run if each.score is not None]
    same = next((at for at, score in enumerate(reversed(scores)) if score != scores[-1]), len(scores))
    if same == len(scores):
        told = f"At {scores[-1]} at {number(len(scores))} reviews"
    elif same > 1:
        before = scores[-same - 1]
        told = f"At {scores[-1]} for {number(same)} reviews, {_side(scores[-1], before)} {before}"
    else:
        told = f"{'Up' if scores[-1] > scores[-2] else 'Down'} to {scores[-1]} from {scores[-2]}"
    line = risk.appetite.tolerable
    if line is None:
        return sentence(told)
    above = [score > line for score in scores]
    where = "throughout" if all(above) else "" if not any(above) else "now" if above[-1] else "before"
    if not any(above):
        return sentence(f"{told}; inside the tolerable line throughout")
    return sentence(f"{told}; above the tolerable line {where}")


def _side(now: int, before: int) -> str:
    return "up from" if now > before else "down from"


def run_alt(risk: Risk, pack: RiskPack) -> str:
    """`Run of scores of R2: 20 in October 2025, 16 in December 2025, 20 in May 2026; tolerable line 12.`"""
    told: list[str] = []
    last: int | None = None
    for score in reviews(risk, today=pack.as_at, most=MOST_REVIEWS):
        if score.product != last:
            told.append(f"{score.product} in {month(score.as_at)}")
            last = score.product
    line = risk.appetite.tolerable
    ends = f"; tolerable line {line}." if line is not None else "."
    while told:
        alt = f"Run of scores of {risk.ref}: {', '.join(told)}{ends}"
        if len(alt) <= 150:
            return alt
        told.pop(0)
    return f"Run of scores of {risk.ref}."


def kpi_run(kpi: Kpi) -> tuple[Checkpoint, ...]:
    """The last six checkpoints of a KPI that have a figure."""
    return tuple([step for step in kpi.checkpoints if has_data(step.actual)][-MOST_STEPS:])


def step_label(step: Checkpoint) -> str:
    """`Sep 25`, or what the checkpoint is called where it has no day."""
    when = step.due or step.actual.as_at
    return short_month(when) if when else tidied(step.label)


def step_actual(kpi: Kpi, step: Checkpoint) -> str:
    """The actual as the scorecard prints it."""
    return actual_shown(step.actual, kpi.unit)


def step_target(kpi: Kpi, step: Checkpoint) -> str:
    """The step's own target, or a dash."""
    return target_short(step.target, kpi) or "–"


def dates_told(risk: Risk, pack: RiskPack) -> str:
    """`Last review 28 May 2026, next 9 June 2026. Tolerable, optimal: appetite lines for delivery risks.`"""
    score = wording.now(risk, pack)
    last = f"last review {day(score.as_at)}" if score else "not reviewed yet"
    coming = f"next {day(risk.next_review)}" if risk.next_review else "no next review is set"
    lines = ""
    if risk.appetite.tolerable is not None or risk.appetite.optimal is not None:
        kind = f" for {lower_first(risk.category)}" if risk.category else ""
        lines = f"Tolerable, optimal: the lines of appetite{kind}."
    return " ".join(part for part in (sentence(f"{last}, {coming}"), lines) if part)
