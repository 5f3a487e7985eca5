"""Questions the board put to an action, a KPI or a risk, which stay until they are answered."""

from __future__ import annotations

from datetime import date

from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meeting
from boarddesk.records.numbers import next_number
from boarddesk.records.plan.loading import QUESTIONS, challenge
from boarddesk.records.reading import given, one
from boarddesk.rules.plan.questions import ChallengeWithRef
from boarddesk.rules.refused import Refused

ABOUT = {"action": "action_id", "kpi": "kpi_id", "risk": "risk_id"}
GONE = "That question is no longer there."

_ASKED = {
    "action": "SELECT x.ref, p.board_id FROM action x JOIN area r ON r.id = x.area_id "
    "JOIN plan p ON p.id = r.plan_id WHERE x.id = ?",
    "kpi": "SELECT x.ref, p.board_id FROM kpi x JOIN plan p ON p.id = x.plan_id WHERE x.id = ?",
    "risk": "SELECT x.ref, x.board_id FROM risk x WHERE x.id = ?",
}
"""The ref of what is asked about, and the board whose plan or register it is in."""


def ask(
    file: OfficeFile,
    about_id: str,
    *,
    about: str = "action",
    text: str,
    asked_on: date,
    asked_by: str = "",
    relayed_by: str = "",
    board_id: str | None = None,
    meeting_id: str | None = None,
    item_id: str | None = None,
) -> str:
    """Put a question to an action, a kpi or a risk, with the next number of the board that asks.

    The board is the one given, else that of the meeting, else the one whose plan or register it is about.
    """
    if not text.strip():
        raise Refused("Write the question.", field="text")
    row = one(file.row(_ASKED[about], (about_id,)), "That row is no longer there.")
    board_id = board_id or (meeting(file, meeting_id).board_id if meeting_id else row["board_id"])
    with file.change(f"Ask about {row['ref']}") as change:
        return change.insert(
            "challenge",
            **{ABOUT[about]: about_id},
            text=text.strip(),
            asked_on=asked_on,
            asked_by=asked_by.strip(),
            relayed_by=relayed_by.strip(),
            board_id=board_id,
            number=next_number(file, "challenge", board_id) if board_id else None,
            meeting_id=meeting_id,
            item_id=item_id,
        )


def answer(
    file: OfficeFile,
    challenge_id: str,
    *,
    answer: str,
    answered_on: date,
    accepted: bool = True,
    evidence_id: str | None = None,
) -> None:
    """Answer a question; it is settled by that once the board accepts the answer."""
    if not answer.strip():
        raise Refused("Write the answer.", field="answer")
    asked = question(file, challenge_id).challenge
    if answered_on < asked.asked_on:
        raise Refused("It was asked later than that.", field="answered_on")
    with file.change(f"Answer {asked.ref or 'a question of the board'}") as change:
        change.update(
            "challenge",
            challenge_id,
            answer=answer.strip(),
            answered_on=answered_on,
            accepted=accepted,
            evidence_id=evidence_id,
        )


def change_question(
    file: OfficeFile,
    challenge_id: str,
    *,
    text: str | None = None,
    asked_by: str | None = None,
    relayed_by: str | None = None,
) -> None:
    """Put it in other words, or say who asked and who brought it; None leaves a field as it is."""
    if text is not None and not text.strip():
        raise Refused("Write the question.", field="text")
    fields = given(text=text and text.strip(), asked_by=asked_by, relayed_by=relayed_by)
    with file.change("Change a question of the board") as change:
        change.update("challenge", challenge_id, **fields)


def remove_question(file: OfficeFile, challenge_id: str) -> None:
    """Take out one entered by mistake; its number is not given again, and undo brings it back."""
    asked = question(file, challenge_id).challenge
    with file.change(f"Remove {asked.ref or 'a question of the board'}") as change:
        change.delete("challenge", challenge_id)


def questions(file: OfficeFile, *, still_open: bool = True) -> tuple[ChallengeWithRef, ...]:
    """The questions of every board, oldest first; or only those still open."""
    found = (_with_ref(row) for row in file.rows(f"{QUESTIONS} ORDER BY c.asked_on, c.number, c.id"))
    return tuple(asked for asked in found if asked and not (still_open and not asked.challenge.is_open))


def questions_elsewhere(file: OfficeFile, board_id: str | None = None) -> tuple[ChallengeWithRef, ...]:
    """The open ones about KPIs and risks, of every board or about what is a board's: actions carry theirs."""
    found = (asked for asked in questions(file) if asked.about != "action")
    if board_id is None:
        return tuple(found)

    def whose(asked: ChallengeWithRef) -> object:
        row = file.row(_ASKED[asked.about], (asked.about_id,))
        return row["board_id"] if row else None

    return tuple(asked for asked in found if whose(asked) == board_id)


def question(file: OfficeFile, challenge_id: str) -> ChallengeWithRef:
    """One of them; refused when it is no longer there."""
    found = _with_ref(one(file.row(f"{QUESTIONS} WHERE c.id = ?", (challenge_id,)), GONE))
    if found is None:
        raise Refused(GONE)
    return found


def _with_ref(row: Row) -> ChallengeWithRef | None:
    about = next((about for about, column in ABOUT.items() if row[column] is not None), None)
    if about is None:
        return None
    return ChallengeWithRef(challenge(row), about, row[ABOUT[about]], row["ref"], row["area_id"])
