"""A review of risks: the longest unreviewed first, and each as it was at its last review."""

from __future__ import annotations

from datetime import date

from boarddesk.records.file.moments import end_of
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.risks.register import risks
from boarddesk.rules.risks.risk import Risk, score_on


def to_review(file: OfficeFile, board_id: str | None, *, today: date) -> tuple[Risk, ...]:
    """The risks a board still watches, the longest unreviewed first; one never scored before all others."""

    def unreviewed_since(risk: Risk) -> date:
        last = score_on(risk.current, today)
        return last.as_at if last else date.min

    live = [risk for risk in risks(file, board_id) if risk.live]
    return tuple(sorted(live, key=unreviewed_since))


def as_of_last_review(file: OfficeFile, risk: Risk, *, today: date) -> Risk | None:
    """The risk as it stood at the end of the day of its last review before today, if any."""
    last = next((score for score in risk.current if score.as_at < today), None)
    if last is None:
        return None
    with file.as_of(end_of(last.as_at)) as past:
        return next((found for found in risks(past) if found.id == risk.id), None)
