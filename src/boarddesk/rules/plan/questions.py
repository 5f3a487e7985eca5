"""Questions of the boards with what they were put to, and how one that is still open is told of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from boarddesk.rules.dates.deadlines import in_words
from boarddesk.rules.plan.actions import Challenge, Plan


@dataclass(frozen=True)
class ChallengeWithRef:
    """A question with the ref of what it is about and the area that has to answer it."""

    challenge: Challenge
    about: str  # action, kpi or risk
    about_id: str
    ref: str
    area_id: str | None


def open_questions(plan: Plan) -> Iterator[ChallengeWithRef]:
    """Those put to the actions of a plan that still wait."""
    for area in plan.areas:
        for action in area.actions:
            yield from still_open(
                ChallengeWithRef(asked, "action", action.id, action.ref, area.id)
                for asked in action.challenges
            )


def still_open(questions: Iterable[ChallengeWithRef]) -> Iterator[ChallengeWithRef]:
    """Those that wait for an answer, or for one that can be accepted."""
    return (question for question in questions if question.challenge.is_open)


def open_sentence(asked: Challenge) -> str:
    """`C-009, asked on 12 May 2026 and not answered: …`"""
    number = f"{asked.ref}, asked" if asked.ref else "Asked"
    stands = "not answered" if asked.answered_on is None else "answered, not accepted"
    return f"{number} on {in_words(asked.asked_on)} and {stands}: {asked.text}"
