"""The form that gives a risk another score: inherent, current or target, by keys and with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.risks import matrices, register, scores
from boarddesk.rules.plan.kpis import Kpi
from boarddesk.rules.refused import Refused
from boarddesk.rules.risks.figures import figures_differ
from boarddesk.rules.risks.matrix import Matrix
from boarddesk.rules.risks.movement import Way, figure, way_between
from boarddesk.rules.risks.next_review import next_review
from boarddesk.rules.risks.risk import Risk, Score, ScoreKind, score_by
from boarddesk.ui.risks.fields import day_field, given_score, score_field, score_words
from boarddesk.ui.risks.forms.adding import WIDE
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.form import FieldKind, Form, FormField, Note

_WHY = "Say why: it is kept with the score and printed."
KINDS = tuple(
    (kind.value, kind.capitalize()) for kind in (ScoreKind.CURRENT, ScoreKind.TARGET, ScoreKind.INHERENT)
)


def last_score(risk: Risk, kind: ScoreKind) -> Score | None:
    """The newest score of a kind."""
    kept = {ScoreKind.CURRENT: risk.current, ScoreKind.TARGET: risk.target, ScoreKind.INHERENT: risk.inherent}
    return next(iter(kept[kind]), None)


def score_form(
    file: OfficeFile,
    risk: Risk,
    *,
    today: date,
    kind: ScoreKind = ScoreKind.CURRENT,
    kpis: Sequence[Kpi] = (),
) -> Form:
    """A new score beside those before it; a current one says when the risk is looked at next."""
    matrix = matrices.in_force(file)
    last = last_score(risk, kind)

    def steps() -> tuple[int | None, int | None]:
        fits = last is not None and last.matrix_id == matrix.id
        return (last.likelihood, last.impact) if last is not None and fits else (None, None)

    def write(given: Answers) -> None:
        _keep(file, risk, given)

    def offer_next(given: Answers) -> None:
        score, as_at = given_score(given), given.day_if_any("as_at")
        if score and as_at and _is_current(given):
            given.fill("next_review", next_review(matrix.level(*score), max(as_at, today)))

    def says(given: Answers) -> str:
        return _went(given, risk, matrix, today=today)

    likelihood, impact = steps()
    return Form(
        "score",
        f"Score {risk.ref}",
        write,
        [
            FormField("kind", "Which score", FieldKind.SEGMENTS, kind.value, choices=KINDS),
            score_field("likelihood", "Likelihood", matrix.likelihoods, likelihood),
            score_field("impact", "Impact", matrix.impacts, impact),
            Note(says),
            Note(lambda given: _against_figures(given, risk, matrix, kpis=kpis, today=today), role="warn"),
            FormField("why", "Reason", FieldKind.LINES, lines=2, hint="Why the score is what it is."),
            *_days(risk, _coming(risk, matrix, steps(), today=today), today=today),
        ],
        button="Keep score",
        under=risk.title,
        focus="likelihood",
        width=WIDE,
        picked={"likelihood": offer_next, "impact": offer_next},
        about=risk.id,
    )


def _is_current(given: Answers) -> bool:
    return given.text("kind") == ScoreKind.CURRENT


def _coming(risk: Risk, matrix: Matrix, score: tuple[int | None, int | None], *, today: date) -> date | None:
    """The day that was agreed; where it is past, the one that the level asks for from today."""
    likelihood, impact = score
    if likelihood is None or impact is None or (risk.next_review and risk.next_review > today):
        return risk.next_review
    return next_review(matrix.level(likelihood, impact), today)


def _days(risk: Risk, coming: date | None, *, today: date) -> list[FormField]:
    """As at which day; when it is reviewed next, or by when a target is to be reached."""
    return [
        day_field("as_at", "As at", today),
        FormField(
            "next_review",
            "Next review",
            FieldKind.DAY,
            coming,
            beside=True,
            shown=_is_current,
        ),
        FormField(
            "target_by",
            "To be reached by",
            FieldKind.DAY,
            risk.target_by,
            beside=True,
            shown=lambda given: given.text("kind") == ScoreKind.TARGET,
        ),
    ]


def _keep(file: OfficeFile, risk: Risk, given: Answers) -> None:
    """The score with its day and reason, as one change; a target with the day it is to be reached by."""
    score = given_score(given)
    if score is None:
        raise Refused("Choose a likelihood and an impact.", field="likelihood")
    chosen = ScoreKind(given.text("kind"))
    before = last_score(risk, chosen)
    if not given.text("why") and before is not None and chosen is ScoreKind.CURRENT:
        raise Refused(_WHY, field="why")
    with file.change(f"Score risk {risk.ref}"):
        scores.set_score(
            file,
            risk.id,
            likelihood=score[0],
            impact=score[1],
            as_at=given.needed_day("as_at"),
            kind=chosen,
            why=given.text("why"),
            next_review=given.day("next_review") if chosen is ScoreKind.CURRENT else None,
        )
        if chosen is ScoreKind.TARGET and given.day("target_by"):
            register.change_risk(file, risk.id, target_by=given.day("target_by"))


def _against_figures(given: Answers, risk: Risk, matrix: Matrix, *, kpis: Sequence[Kpi], today: date) -> str:
    """Both sides where a linked KPI worsened twice while the score would fall or stand."""
    score = given_score(given)
    if score is None or given.text("kind") != ScoreKind.CURRENT:
        return ""
    made = score_by(matrix, *score, as_at=today)
    return " ".join(found.sentence for found in figures_differ(risk, kpis, today=today, proposed=made))


def _went(given: Answers, risk: Risk, matrix: Matrix, *, today: date) -> str:
    """`16 Extreme, ↑ up from 12, above tolerable 10`."""
    score = given_score(given)
    if score is None:
        return ""
    kind = ScoreKind(given.text("kind"))
    made, before = score_by(matrix, *score, as_at=today), last_score(risk, kind)
    parts = [score_words(given, matrix)]
    if before is not None:
        way = way_between(before, made)
        same = "same as before" if way is Way.SAME else ""
        parts.append(same or f"{way.arrow} {way.word.lower()} from {figure(before)}".strip())
    line = risk.appetite.tolerable
    if kind is ScoreKind.CURRENT and line is not None and made.product is not None:
        parts.append(f"{'above' if made.product > line else 'inside'} tolerable {line}")
    return ", ".join(parts)
