"""Lists the risk register: scores, levels, movement since the last board, and what does not add up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boarddesk.cli.listing.subject import Listing, ListQuery, day_shown
from boarddesk.records.meetings import meetings
from boarddesk.records.plan.kpis import kpis
from boarddesk.records.plan.plans import plans
from boarddesk.records.risks.matrices import in_force
from boarddesk.records.risks.register import risks as kept_risks
from boarddesk.rules.meetings.boards_around import boards_before, last_board
from boarddesk.rules.risks.checks import RiskFlag, risk_flags
from boarddesk.rules.risks.movement import Movement, movement, over_boards
from boarddesk.rules.risks.risk import Control, Mitigation, Risk, Score, score_on

MOST_BOARDS = 6


def risks(query: ListQuery) -> Listing:
    matrix = in_force(query.file)
    known = [kpi for plan in plans(query.file) for kpi in kpis(query.file, plan.id, as_at=query.today)]
    found = [(risk, _moved(query, risk)) for risk in kept_risks(query.file, query.board_id)]
    return Listing(
        headings=(
            "Ref",
            "Risk",
            "Owner",
            "Inherent",
            "Current",
            "Target",
            "Movement",
            "Next review",
            "Status",
        ),
        rows=[_row(risk, moved, today=query.today) for risk, moved in found],
        document=[
            _document(
                risk,
                moved,
                flags=risk_flags(risk, matrix=matrix, today=query.today, kpis=known),
                today=query.today,
            )
            | {"over_boards": _boards(query, risk)}
            for risk, moved in found
        ],
        noun="risk",
    )


def _boards(query: ListQuery, risk: Risk) -> list[dict[str, object]]:
    """How the risk stood at each of the last boards that were held, the oldest first."""
    held = [meeting.date for meeting in boards_before(meetings(query.file, risk.board_id), query.today)]
    stands = over_boards(risk, held[-MOST_BOARDS:])
    return [{"board": stand.day, "score": _score(stand.score)} for stand in stands]


def _moved(query: ListQuery, risk: Risk) -> Movement | None:
    last = last_board(meetings(query.file, risk.board_id), query.today)
    return movement(risk, last_board=last, today=query.today)


def _row(risk: Risk, moved: Movement | None, *, today: date) -> tuple[str, ...]:
    kinds = (risk.inherent, risk.current, risk.target)
    scores = [score.shown if (score := score_on(scores, today)) else "–" for scores in kinds]
    shown = moved.shown if moved else "–"
    review = day_shown(risk.next_review)
    return (risk.ref, risk.title, risk.owner.name or "–", *scores, shown, review, risk.status_said)


def _document(
    risk: Risk, moved: Movement | None, *, flags: Sequence[RiskFlag], today: date
) -> dict[str, object]:
    return {
        "ref": risk.ref,
        "title": risk.title,
        "cause": risk.cause,
        "event": risk.event,
        "effect": risk.effect,
        "category": risk.category,
        "appetite": {"optimal": risk.appetite.optimal, "tolerable": risk.appetite.tolerable},
        "owner": risk.owner.name,
        "owner_is": risk.owner.kind if risk.owner.name else None,
        "raised_on": risk.raised_on,
        "inherent": _score(score_on(risk.inherent, today)),
        "current": _score(score_on(risk.current, today)),
        "target": _score(score_on(risk.target, today)),
        "target_by": risk.target_by,
        "movement": moved.way.word.lower() if moved else None,
        "controls": [_control(control) for control in risk.controls],
        "mitigations": [_mitigation(mitigation) for mitigation in risk.mitigations],
        "response": risk.response,
        "proximity": risk.proximity,
        "next_review": risk.next_review,
        "flags": [{"flag": flag.check, "why": flag.sentence} for flag in flags],
        "escalated_to": risk.escalated_to,
        "escalated_on": risk.escalated.sent_on if risk.escalated else None,
        "status": risk.status.value if risk.said_escalated else risk.status_said,
        "status_words": risk.status_words,
        "closed_on": risk.closed_on,
        "closed_why": risk.closed_why,
    }


def _control(control: Control) -> dict[str, object]:
    return {
        "text": control.text,
        "owner": control.owner.name,
        "assurance": control.assurance or None,
        "tested_on": control.tested_on,
    }


def _mitigation(mitigation: Mitigation) -> dict[str, object]:
    return {
        "text": mitigation.text,
        "owner": mitigation.owner.name,
        "due": mitigation.due,
        "due_as_written": mitigation.due_as_written,
        "done_on": mitigation.done_on,
    }


def _score(score: Score | None) -> dict[str, object] | None:
    if score is None:
        return None
    return {
        "likelihood": score.likelihood,
        "impact": score.impact,
        "score": score.product,
        "level": score.level.name if score.level else None,
    }
