"""Lists the risk register: scores, levels, movement since the last board, and what does not add up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boarddesk.cli.listing.subject import Listing, ListQuery, day_shown
from boarddesk.records.meetings import meetings
from boarddesk.records.risks import levels as kept_levels
from boarddesk.records.risks import risks as kept_risks
from boarddesk.rules.meetings.boards_around import last_board
from boarddesk.rules.risk_checks import risk_flags
from boarddesk.rules.risks import Level, Movement, Risk, Score, level_of, movement, score_on


def risks(query: ListQuery) -> Listing:
    levels = kept_levels(query.file)
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
        rows=[_row(risk, moved, levels=levels, today=query.today) for risk, moved in found],
        document=[_document(risk, moved, levels=levels, today=query.today) for risk, moved in found],
        noun="risk",
    )


def _moved(query: ListQuery, risk: Risk) -> Movement | None:
    last = last_board(meetings(query.file, risk.board_id), query.today)
    return movement(risk, last_board=last, today=query.today)


def _row(risk: Risk, moved: Movement | None, *, levels: Sequence[Level], today: date) -> tuple[str, ...]:
    kinds = (risk.inherent, risk.current, risk.target)
    scores = [_score_shown(score_on(scores, today), levels) for scores in kinds]
    shown = moved.shown if moved else "–"
    review = day_shown(risk.next_review)
    return (risk.ref, risk.title, risk.owner.name or "–", *scores, shown, review, risk.status)


def _score_shown(score: Score | None, levels: Sequence[Level]) -> str:
    return f"{score.product} {level_of(score.product, levels).name}" if score else "–"


def _document(
    risk: Risk, moved: Movement | None, *, levels: Sequence[Level], today: date
) -> dict[str, object]:
    flags = risk_flags(risk, levels=levels, today=today)
    return {
        "ref": risk.ref,
        "title": risk.title,
        "cause": risk.cause,
        "event": risk.event,
        "effect": risk.effect,
        "owner": risk.owner.name,
        "owner_is": risk.owner.kind if risk.owner.name else None,
        "inherent": _score(score_on(risk.inherent, today), levels),
        "current": _score(score_on(risk.current, today), levels),
        "target": _score(score_on(risk.target, today), levels),
        "movement": moved.way.word.lower() if moved else None,
        "next_review": risk.next_review,
        "flags": [{"flag": flag.check, "why": flag.sentence} for flag in flags],
        "escalated_to": risk.escalated_to,
        "escalated_on": risk.escalated.sent_on if risk.escalated else None,
        "status": risk.status,
    }


def _score(score: Score | None, levels: Sequence[Level]) -> dict[str, object] | None:
    if score is None:
        return None
    return {
        "likelihood": score.likelihood,
        "impact": score.impact,
        "score": score.product,
        "level": level_of(score.product, levels).name,
    }
