"""What a scorecard says of a KPI in sentences: step and headline, direction, declared against figures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from boarddesk.rules.plan.figures import actual_shown, target_short, value_shown
from boarddesk.rules.plan.kpis import (
    Checkpoint,
    Kpi,
    Restatement,
    Verdict,
    current_step,
    heading,
    headline_verdict,
    known,
    step_before,
    step_verdict,
)
from boarddesk.rules.status import Direction

VERDICT_SHAPES: Final = {
    Verdict.MET: "✔",
    Verdict.WITHIN_TOLERANCE: "≈",
    Verdict.NOT_MET: "✖",
    Verdict.NO_DATA: "–",
    Verdict.JUDGEMENT_ONLY: "–",
}


@dataclass(frozen=True)
class Travel:
    """Where a figure is heading, and what it is compared with."""

    direction: Direction
    compared_with: str

    @property
    def shown(self) -> str:
        """`↓ Worsening from 62%`."""
        return f"{self.direction.shown} {self.compared_with}"


@dataclass(frozen=True)
class Disagreement:
    """The declared word and the figures say different things; both stand."""

    declared: str
    actual: str
    target: str
    why: str = ""

    @property
    def sentence(self) -> str:
        """What is shown beside the two; a reason is asked until one is given."""
        says = f"declared “{self.declared}”; the figures say {self.actual} against {self.target}."
        return f"{says} Reason given: {self.why}" if self.why else f"{says} A reason is asked."


def verdict_shown(verdict: Verdict) -> str:
    """Shape and word, kept on one line: `✖ Not met`."""
    return f"{VERDICT_SHAPES[verdict]}\N{NO-BREAK SPACE}{verdict.value.capitalize()}"


def judged(kpi: Kpi, *, today: date) -> str:
    """Step and headline apart, in one sentence: `met the May step (15%), headline 92% not met`."""
    step = current_step(kpi, today=today)
    if step is None:
        return "no step is set"
    return ", ".join(part for part in (_step_judged(kpi, step), _headline_judged(kpi, step)) if part)


def _step_judged(kpi: Kpi, step: Checkpoint) -> str:
    name = _step_name(step)
    target = f" ({target_short(step.target, kpi)})" if known(step.target.value) is not None else ""
    return {
        Verdict.MET: f"met the {name}{target}",
        Verdict.WITHIN_TOLERANCE: f"within tolerance of the {name}{target}",
        Verdict.NOT_MET: f"did not meet the {name}{target}",
        Verdict.NO_DATA: f"no data for the {name}{target}",
        Verdict.JUDGEMENT_ONLY: f"the {name}{target} is left to judgement",
    }[step_verdict(kpi, step)]


def _step_name(step: Checkpoint) -> str:
    label = re.sub(r"\s*\bstep\b\s*", " ", step.label, flags=re.IGNORECASE).strip()
    return f"{label} step" if label else "step"


def _headline_judged(kpi: Kpi, step: Checkpoint) -> str:
    """What is said of the headline; nothing where it is words or there is no figure to hold against it."""
    verdict = headline_verdict(kpi, step)
    if verdict in (Verdict.NO_DATA, Verdict.JUDGEMENT_ONLY):
        return ""
    return f"headline {target_short(kpi.headline, kpi)} {verdict.value}"


def since_last_step(kpi: Kpi, step: Checkpoint) -> Travel | None:
    """Where the figure is heading against the step before; None where either has no figure."""
    before, now = step_before(kpi, step), known(step.actual.value)
    was = known(before.actual.value) if before else None
    return _travel(kpi, was, now, compared_with="from") if was is not None else None


def since_baseline(kpi: Kpi, step: Checkpoint) -> Travel | None:
    """Where the figure is heading against the baseline; None where either has no figure."""
    was = known(kpi.baseline.value)
    return (
        _travel(kpi, was, known(step.actual.value), compared_with="on the baseline of")
        if was is not None
        else None
    )


def _travel(kpi: Kpi, was: Decimal, now: Decimal | None, *, compared_with: str) -> Travel | None:
    if now is None:
        return None
    return Travel(heading(kpi, was, now), f"{compared_with} {value_shown(was, kpi.unit)}")


_SAYS_NOT: Final = re.compile(
    r"\b(?:not|never|partly|partially|off|below|miss\w*|delay\w*|red|amber|behind|away)\b"
)
_SAYS_MET: Final = re.compile(
    r"\b(?:met|meets?|meeting|achieved?|exceed\w*|completed?|reached|on track|on target|surpass\w*|green|yes"
    r"|done)\b"
)


def claims_met(declared: str) -> bool | None:
    """Whether a declared word says that the target is met, that it is not, or neither."""
    words = " ".join(re.split(r"[\s-]+", declared.lower()))
    if _SAYS_NOT.search(words):
        return False
    return True if _SAYS_MET.search(words) else None


def disagreement(kpi: Kpi, step: Checkpoint) -> Disagreement | None:
    """Where what was declared of a step and its figures disagree; within tolerance contradicts nobody."""
    claim, verdict = claims_met(step.declared), step_verdict(kpi, step)
    contradicted = (claim is True and verdict is Verdict.NOT_MET) or (
        claim is False and verdict is Verdict.MET
    )
    if not contradicted or step.actual.value is None:
        return None
    return Disagreement(
        declared=step.declared.strip(),
        actual=value_shown(step.actual.value, kpi.unit),
        target=target_short(step.target, kpi),
        why=step.declared_why.strip(),
    )


def disagreements(kpi: Kpi) -> tuple[tuple[Checkpoint, Disagreement], ...]:
    """Every step of a KPI where declared and figures disagree."""
    found = ((step, disagreement(kpi, step)) for step in kpi.checkpoints)
    return tuple((step, one) for step, one in found if one)


def corrected(kpi: Kpi, step: Checkpoint, restatement: Restatement) -> str:
    """A correction as a sentence: `K7 for April corrected from 63% to 62%.`"""
    old, new = (actual_shown(actual, kpi.unit) for actual in (restatement.old, restatement.new))
    return f"{kpi.ref} for {step.label} corrected from {old} to {new}."
