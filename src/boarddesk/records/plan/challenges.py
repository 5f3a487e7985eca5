"""Questions the board put to an action, a KPI or a risk, which stay until they are answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.plan.loading import challenge
from boarddesk.records.reading import one
from boarddesk.rules.plan.actions import Challenge
from boarddesk.rules.refused import Refused

ABOUT = {"action": "action_id", "kpi": "kpi_id", "risk": "risk_id"}


@dataclass(frozen=True)
class ChallengeWithRef:
    """A question with the ref of what it is about and the area that has to answer it."""

    challenge: Challenge
    about: str  # action, kpi or risk
    about_id: str
    ref: str
    area_id: str | None


def ask(
    file: OfficeFile,
    about_id: str,
    *,
    about: str = "action",
    text: str,
    asked_on: date,
    asked_by: str = "",
    meeting_id: str | None = None,
) -> str:
    """Put a question to an action, a kpi or a risk."""
    if not text.strip():
        raise Refused("Write the question.", field="text")
    ref = one(file.row(f"SELECT ref FROM {about} WHERE id = ?", (about_id,)), "That row is no longer there.")[
        "ref"
    ]
    with file.change(f"Ask about {ref}") as change:
        return change.insert(
            "challenge",
            **{ABOUT[about]: about_id},
            text=text.strip(),
            asked_on=asked_on,
            asked_by=asked_by,
            meeting_id=meeting_id,
        )


def answer(file: OfficeFile, challenge_id: str, *, answer: str, answered_on: date) -> None:
    """Settle a question with its answer."""
    if not answer.strip():
        raise Refused("Write the answer.", field="answer")
    with file.change("Answer a question of the board") as change:
        change.update("challenge", challenge_id, answer=answer.strip(), answered_on=answered_on)


def questions(file: OfficeFile, *, still_open: bool = True) -> tuple[ChallengeWithRef, ...]:
    """The board's questions, oldest first."""
    rows = file.rows(
        "SELECT c.*, coalesce(a.ref, k.ref, r.ref) AS ref, "
        "coalesce(a.area_id, k.area_id, r.area_id) AS area_id "
        "FROM challenge c LEFT JOIN action a ON a.id = c.action_id LEFT JOIN kpi k ON k.id = c.kpi_id "
        "LEFT JOIN risk r ON r.id = c.risk_id ORDER BY c.asked_on, c.id"
    )
    return tuple(
        ChallengeWithRef(challenge(row), about, row[column], row["ref"], row["area_id"])
        for row in rows
        for about, column in ABOUT.items()
        if row[column] is not None and not (still_open and row["answered_on"])
    )
