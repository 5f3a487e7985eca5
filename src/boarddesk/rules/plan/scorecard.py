"""What a scorecard says of a KPI in sentences: step and headline, direction, declared against figures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from boarddesk.rules.plan.figures import actual_shown, days_shown, target_short, value_shown
from boarddesk.rules.plan.kpis import (
    Actual,
    Checkpoint,
    Kpi,
    Verdict,
    current_step,
    has_data,
    heading,
    headline_verdict,
    known,
    step_before,
    step_verdict,
)
from boarddesk.rules.statuses.status import Direction

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


@dataclass(frozen=True)
class Reading:
    """A KPI at the step it is at: the step's verdict, the headline's apart, and the figure they are of.

    Where the step has no figure, the last known one is shown, marked as such, and held against the headline.
    """

    kpi: Kpi
    step: Checkpoint
    known_at: Checkpoint

    @property
    def figure(self) -> Actual:
        """What was measured at this step, or last before it."""
        return self.known_at.actual

    @property
    def is_last_known(self) -> bool:
        """Whether this step has no figure and an earlier one stands for it."""
        return self.known_at.id != self.step.id

    @property
    def verdict(self) -> Verdict:
        """What the figures say of the step; without one of its own, that there is no data."""
        return step_verdict(self.kpi, self.step)

    @property
    def headline(self) -> Verdict | None:
        """What they say of the headline; None where it is words, or nothing is known to hold against it."""
        found = headline_verdict(self.kpi, self.known_at)
        return None if found in (Verdict.NO_DATA, Verdict.JUDGEMENT_ONLY) else found

    @property
    def headline_words(self) -> str:
        """`headline 90%: not met`, or nothing where no verdict can be given."""
        if self.headline is None:
            return ""
        return f"headline {target_short(self.kpi.headline, self.kpi)}: {self.headline.value}"

    @property
    def days(self) -> str:
        """The day of the figure or the days it counts; an earlier one is marked: `last known, 9 May 2026`."""
        day = days_shown(self.figure)
        if not self.is_last_known:
            return day
        return f"last known, {day or _step_name(self.known_at)}"


def reading(kpi: Kpi, *, today: date) -> Reading | None:
    """How a KPI stands on a day; None where no step is set."""
    step = current_step(kpi, today=today)
    if step is None:
        return None
    known_at = step if has_data(step.actual) else step_before(kpi, step)
    return Reading(kpi, step, known_at or step)


def judged(kpi: Kpi, *, today: date) -> str:
    """Step and headline apart, in one sentence: `met the May step (15%), headline 92% not met`."""
    found = reading(kpi, today=today)
    if found is None:
        return "no step is set"
    last = f"{actual_shown(found.figure, kpi.unit)} {found.days}" if found.is_last_known else ""
    headline = found.headline_words.replace(": ", " ")
    return ", ".join(part for part in (judged_step(found), last, headline) if part)


def judged_step(found: Reading) -> str:
    """What the figures say of the step: `met the May step (15%)`; the headline’s stands beside it."""
    kpi, step = found.kpi, found.step
    name = _step_name(step)
    target = f" ({target_short(step.target, kpi)})" if known(step.target.value) is not None else ""
    return {
        Verdict.MET: f"met the {name}{target}",
        Verdict.WITHIN_TOLERANCE: f"within tolerance of the {name}{target}",
        Verdict.NOT_MET: f"did not meet the {name}{target}",
        Verdict.NO_DATA: f"no data for the {name}{target}",
        Verdict.JUDGEMENT_ONLY: f"the {name}{target} is left to judgement",
    }[found.verdict]


def _step_name(step: Checkpoint) -> str:
    label = re.sub(r"\s*\bstep\b\s*", " ", step.label, flags=re.IGNORECASE).strip()
    return f"{label} step" if label else "step"


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
    return tuple((step, differs) for step, differs in found if differs)


def corrected(kpi: Kpi, step: Checkpoint, was: Actual, now: Actual) -> str:
    """A correction as a sentence: `K7 for April corrected from 63% to 62%.`"""
    old, new = (actual_shown(actual, kpi.unit) for actual in (was, now))
    return f"{kpi.ref} for {step.label} corrected from {old} to {new}."
