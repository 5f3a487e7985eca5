"""Tells the sample's risks and issues from the day they were raised: scores, treatments, escalation."""

from __future__ import annotations

from datetime import timedelta

from boarddesk.records.file.office_file import Change
from boarddesk.records.owners import owner_called
from boarddesk.records.plan import challenges
from boarddesk.records.risks import escalations, issues, register, scores
from boarddesk.records.risks import treatment as treatments
from boarddesk.records.risks.escalations import Sending
from boarddesk.rules.risks.escalations import EscalationKind
from boarddesk.rules.risks.risk import Appetite, ScoreKind
from boarddesk.sample.diary import Diary
from boarddesk.sample.hazards import APPETITES, HAZARDS, TROUBLES, Hazard, ScoreStep, Treatment, Trouble


def note_hazards(diary: Diary, *, board: str) -> None:
    """Risks are raised at their first score, and scored again as things change."""
    for hazard in HAZARDS:
        _note_raised(diary, hazard, board)
        for scored in hazard.scores[1:]:
            _note_score(diary, hazard, scored)
        for treatment in hazard.treatments:
            _note_done(diary, hazard, treatment)
        _note_state(diary, hazard)
    for trouble in TROUBLES:
        _note_trouble(diary, trouble, board)


def _note_raised(diary: Diary, hazard: Hazard, board: str) -> None:
    first = hazard.scores[0]
    day = diary.calendar.forms_back(first.board)

    def write(change: Change) -> None:
        risk_id = register.add_risk(
            diary.file,
            ref=hazard.ref,
            title=hazard.title,
            raised_on=day,
            cause=hazard.cause,
            event=diary.fill_in(hazard.event),
            effect=hazard.effect,
            board_id=diary.named("board", board),
            area_id=diary.named("area", hazard.area),
            category_id=treatments.add_category(
                diary.file, hazard.category, appetite=Appetite(*APPETITES[hazard.category])
            ),
            owner=owner_called(diary.file, hazard.owner),
            response=hazard.response,
            proximity=hazard.proximity,
            next_review=None if hazard.closed else diary.calendar.today + timedelta(hazard.review_in),
        )
        diary.name("risk", hazard.ref, risk_id)
        for kind, (likelihood, impact) in (
            (ScoreKind.INHERENT, hazard.inherent),
            (ScoreKind.TARGET, hazard.target),
            (ScoreKind.CURRENT, (first.likelihood, first.impact)),
        ):
            scores.set_score(
                diary.file, risk_id, likelihood=likelihood, impact=impact, as_at=day, kind=kind, why=first.why
            )
        for safeguard in hazard.controls:
            treatments.add_control(
                diary.file,
                risk_id,
                text=safeguard.text,
                owner=owner_called(diary.file, safeguard.owner),
                assurance=safeguard.assurance,
                tested_on=None if safeguard.tested is None else diary.calendar.forms_back(safeguard.tested),
            )
        for treatment in hazard.treatments:
            made = treatments.add_mitigation(
                diary.file,
                risk_id,
                text=diary.fill_in(treatment.text),
                owner=owner_called(diary.file, treatment.owner),
                due=diary.calendar.month_end(treatment.due),
            )
            diary.name(f"treatment {hazard.ref}", treatment.text, made)

    diary.report(day, f"Add risk {hazard.ref}", write)


def _note_score(diary: Diary, hazard: Hazard, scored: ScoreStep) -> None:
    day = diary.calendar.forms_back(scored.board)

    def write(change: Change) -> None:
        scores.set_score(
            diary.file,
            diary.named("risk", hazard.ref),
            likelihood=scored.likelihood,
            impact=scored.impact,
            as_at=day,
            why=scored.why,
        )

    diary.report(day, f"Score risk {hazard.ref}", write, form="Review risks")


def _note_done(diary: Diary, hazard: Hazard, treatment: Treatment) -> None:
    if treatment.done is None:
        return
    day = diary.calendar.forms_back(treatment.done)

    def write(change: Change) -> None:
        treatments.finish_mitigation(
            diary.file, diary.named(f"treatment {hazard.ref}", treatment.text), done_on=day
        )

    diary.report(day, f"Finish a mitigation of {hazard.ref}", write)


def _note_state(diary: Diary, hazard: Hazard) -> None:
    day = diary.calendar.forms_back(hazard.scores[-1].board)

    def close(change: Change) -> None:
        register.close_risk(diary.file, diary.named("risk", hazard.ref), why=hazard.closed, on=day)

    def escalate(change: Change) -> None:
        escalations.escalate(
            diary.file,
            Sending(
                EscalationKind.RISK,
                day,
                why=hazard.scores[-1].why,
                asked_for=hazard.asked_for,
                from_board_id=diary.named("board", "SIB"),
                to_board_id=diary.named("board", hazard.escalated_to),
                record_id=diary.named("risk", hazard.ref),
            ),
        )

    if hazard.closed:
        diary.report(day, f"Close risk {hazard.ref}", close, form="Review risks")
    if hazard.escalated_to:
        diary.report(day, f"Escalate risk {hazard.ref}", escalate, form="Review risks")
    if hazard.asked:
        _note_question(diary, hazard)


def _note_question(diary: Diary, hazard: Hazard) -> None:
    day = diary.calendar.board(-1)

    def write(change: Change) -> None:
        challenges.ask(
            diary.file,
            diary.named("risk", hazard.ref),
            about="risk",
            text=hazard.asked,
            asked_on=day,
            asked_by="Margaret Ashdown",
            meeting_id=diary.named("meeting", "SIB -1"),
        )

    diary.report(day, f"Ask about {hazard.ref}", write)


def _note_trouble(diary: Diary, trouble: Trouble, board: str) -> None:
    day = diary.calendar.forms_back(trouble.board)

    def write(change: Change) -> None:
        made = issues.add_issue(
            diary.file,
            ref=trouble.ref,
            title=trouble.title,
            raised_on=day,
            impact=trouble.impact,
            board_id=diary.named("board", board),
            area_id=diary.named("area", trouble.area),
            owner=owner_called(diary.file, trouble.owner),
            resolution=trouble.resolution,
            due=diary.calendar.month_end(trouble.due),
        )
        diary.name("issue", trouble.ref, made)

    diary.report(day, f"Add issue {trouble.ref}", write)
    if trouble.resolved is None:
        return
    settled = diary.calendar.forms_back(trouble.resolved)

    def settle(change: Change) -> None:
        issues.change_issue(diary.file, diary.named("issue", trouble.ref), resolved_on=settled)

    diary.report(settled, f"Resolve issue {trouble.ref}", settle)
