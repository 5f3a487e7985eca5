"""Tells the sample's risks and issues from the day they were raised: scores, treatments, escalation."""

from __future__ import annotations

from datetime import date, timedelta

from boarddesk.records.file.office_file import Change
from boarddesk.records.owners import owner_called
from boarddesk.records.plan import challenges
from boarddesk.records.risks import escalations, issues, register, scores
from boarddesk.records.risks import treatment as treatments
from boarddesk.records.risks.escalations import Sending
from boarddesk.rules.risks.escalations import EscalationKind
from boarddesk.rules.risks.risk import Appetite, ScoreKind
from boarddesk.sample.diary import Diary
from boarddesk.sample.hazards.hazard import APPETITES, Hazard, ScoreStep, Treatment, Trouble
from boarddesk.sample.hazards.register import HAZARDS
from boarddesk.sample.hazards.troubles import TROUBLES


def note_hazards(diary: Diary, *, board: str) -> None:
    """Risks are raised at their first score, and scored again as things change."""
    for hazard in HAZARDS:
        _note_raised(diary, hazard, board)
        for scored in hazard.scores[1:]:
            _note_score(diary, hazard, scored)
        for treatment in hazard.treatments:
            _note_moves(diary, hazard, treatment)
            _note_done(diary, hazard, treatment)
        _note_state(diary, hazard)
    for trouble in TROUBLES:
        _note_trouble(diary, trouble, board)
    _note_difference(diary, board)


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
            target_by=None if hazard.target_by is None else diary.calendar.month_end(hazard.target_by),
            action_ids=[diary.named("action", ref) for ref in hazard.actions],
            kpi_ids=[diary.named("kpi", ref) for ref in hazard.measures],
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
                due=diary.calendar.month_end(_first_due(treatment)),
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


def _first_due(treatment: Treatment) -> int:
    """The month it was due in before it was moved, two before the first it was moved to."""
    return treatment.moved[0][1] - 2 if treatment.moved else treatment.due


def _note_moves(diary: Diary, hazard: Hazard, treatment: Treatment) -> None:
    for board, month, why in treatment.moved:
        day = diary.calendar.forms_back(board)

        def write(change: Change, day: date = day, month: int = month, why: str = why) -> None:
            treatments.move_mitigation(
                diary.file,
                diary.named(f"treatment {hazard.ref}", treatment.text),
                due=diary.calendar.month_end(month),
                on=day,
                why=why,
            )

        diary.report(day, f"Move a mitigation of {hazard.ref}", write)


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

    if hazard.closed:
        diary.report(day, f"Close risk {hazard.ref}", close, form="Review risks")
    if hazard.escalated_to:
        _note_escalation(diary, hazard)
    if hazard.asked:
        _note_question(diary, hazard)


def _note_escalation(diary: Diary, hazard: Hazard) -> None:
    """Sent up with its newest score; one that was taken went up before the last partnership board."""
    calendar = diary.calendar
    taken_on = calendar.partnership(-1)
    sent_on = taken_on - timedelta(21) if hazard.taken else calendar.forms_back(hazard.scores[-1].board)
    key = f"escalation {hazard.ref}"

    def send(change: Change) -> None:
        made = escalations.escalate(
            diary.file,
            Sending(
                EscalationKind.RISK,
                sent_on,
                why="No builder on site." if hazard.taken else hazard.scores[-1].why,
                asked_for=hazard.asked_for,
                from_board_id=diary.named("board", "SIB"),
                to_board_id=diary.named("board", hazard.escalated_to),
                record_id=diary.named("risk", hazard.ref),
                meeting_id=diary.named("meeting", f"{hazard.escalated_to} {-1 if hazard.taken else 0}"),
            ),
        )
        diary.name("escalation", key, made)

    def take(change: Change) -> None:
        escalations.take(diary.file, diary.named("escalation", key), on=taken_on, outcome=hazard.taken)

    def bring_down(change: Change) -> None:
        escalations.bring_down(
            diary.file, diary.named("escalation", key), on=calendar.forms_back(0), why=hazard.came_down
        )

    diary.report(sent_on, f"Escalate risk {hazard.ref}", send, form="Review risks")
    if hazard.taken:
        diary.note(taken_on, f"Take risk {hazard.ref}", take)
        diary.report(calendar.forms_back(0), f"Bring risk {hazard.ref} down", bring_down, form="Review risks")


def _note_difference(diary: Diary, board: str) -> None:
    """What two partners could not settle, sent up in words."""
    day = diary.calendar.forms_back(-1)

    def write(change: Change) -> None:
        escalations.escalate(
            diary.file,
            Sending(
                EscalationKind.DIFFERENCE,
                day,
                why="Nine families were given two answers.",
                asked_for="Say which of the two pays from September.",
                from_board_id=diary.named("board", board),
                to_board_id=diary.named("board", "SPB"),
                what="Who pays for transport to therapy outside school",
                parties="The council and the community trust",
                tried="Two meetings of directors, and a paper by the finance leads.",
            ),
        )

    diary.report(day, "Escalate a professional difference to SPB", write)


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
