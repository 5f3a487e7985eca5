"""What came of a decision, in the words of the last column of the register."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from boarddesk.rules.arising import BoardAction
from boarddesk.rules.decisions import Bearing, Decision, DecisionPath, Effect, Verb
from boarddesk.rules.edition import Edition
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.outcomes import (
    DecisionLine,
    DecisionsPack,
    Followed,
    Progress,
    how_made,
    in_short,
    outcome_of,
    taken_up_by,
)
from boarddesk.rules.people import Board

MAY, JUNE, JULY = date(2026, 5, 12), date(2026, 6, 9), date(2026, 7, 14)
MADE = Decision("d", "b", 7, Verb.AGREED, "Spend it", JUNE)
LATER = replace(MADE, id="l", number=9, made_on=JULY)
GIVEN = BoardAction("a", "b", "A41", "Pay", JUNE, due=date(2026, 6, 22))


def bears(effect: Effect, by_when: str = "") -> Decision:
    return replace(MADE, bearing=Bearing(action_id="x", effect=effect, agreed_by_when=by_when))


@pytest.mark.parametrize(
    ("made", "followed", "words", "progress"),
    [
        (MADE, Followed(), "In force", Progress.CARRIED_OUT),
        (replace(MADE, verb=Verb.NOTED), Followed(), "Nothing to do", Progress.CARRIED_OUT),
        (replace(MADE, verb=Verb.DEFERRED), Followed(), "Not taken up yet", Progress.UNDER_WAY),
        (replace(MADE, verb=Verb.REFERRED), Followed(), "No answer yet", Progress.UNDER_WAY),
        (
            replace(MADE, to_ratify=True),
            Followed(ratify_on=JULY, actions=(GIVEN,)),
            "To be ratified 14 July 2026",
            Progress.TO_RATIFY,
        ),
        (MADE, Followed(replaced_by=LATER), "Replaced by D-009 of 14 July 2026", Progress.REPLACED),
        (MADE, Followed(actions=(GIVEN,)), "A41 due 22 June 2026", Progress.UNDER_WAY),
        (
            MADE,
            Followed(actions=(replace(GIVEN, done_on=JUNE),)),
            "A41 done 9 June 2026",
            Progress.CARRIED_OUT,
        ),
        (
            replace(MADE, verb=Verb.DEFERRED),
            Followed(taken_up=LATER),
            "Taken up 14 July 2026: D-009",
            Progress.CARRIED_OUT,
        ),
        (
            bears(Effect.NEW_DATE, "end of October"),
            Followed(plan_ref="2.6", actions=(GIVEN,)),
            "Plan cites D-007: 2.6 due end of October; A41 due 22 June 2026",
            Progress.UNDER_WAY,
        ),
        (
            bears(Effect.BUSINESS_AS_USUAL),
            Followed(plan_ref="3.4"),
            "Plan cites D-007: 3.4 handed to business as usual",
            Progress.CARRIED_OUT,
        ),
    ],
)
def test_what_came_of_it_is_said_in_few_words(
    made: Decision, followed: Followed, words: str, progress: Progress
) -> None:
    found = outcome_of(made, followed)
    assert (found.words.replace("\N{NO-BREAK SPACE}", " "), found.progress) == (words, progress)


def line(made: Decision) -> DecisionLine:
    return DecisionLine(made, "", outcome_of(made, Followed()))


def pack(*made: Decision) -> DecisionsPack:
    held = (
        Meeting("m", "b", 1, MAY, state=MeetingState.HELD),
        Meeting("n", "b", 2, JUNE, state=MeetingState.HELD),
    )
    board = Board("b", "SEND Improvement Board", "SIB")
    return DecisionsPack("", board, "2026/27", JULY, "", Edition(), tuple(map(line, made)), held)


def test_between_meetings_stands_at_its_place_and_a_meeting_without_decisions_too() -> None:
    between = replace(MADE, id="e", number=6, made_on=date(2026, 5, 22), how=DecisionPath.EMAIL)
    same_day = replace(between, id="f", number=8, made_on=JUNE)
    other = replace(MADE, id="g", number=9)
    found = pack(other, same_day, MADE, between).by_meeting
    assert [(title.replace("\N{NO-BREAK SPACE}", " "), len(lines)) for title, lines in found] == [
        ("9 June 2026", 2),
        ("Between meetings", 2),
        ("12 May 2026", 0),
    ]


def test_the_answer_counts_them_and_names_what_waits() -> None:
    waiting = replace(MADE, id="w", number=8, how=DecisionPath.EMAIL, to_ratify=True)
    assert in_short(pack(waiting, MADE)) == (
        "Two decisions, D-007 to D-008; one between meetings.",
        "One is carried out or in force. D-008 waits to be ratified.",
    )
    assert in_short(pack()) == ("No decisions.", "")


def test_who_decided_between_meetings_is_left_out_with_the_names() -> None:
    made = replace(MADE, how=DecisionPath.CHAIRS_ACTION, by_whom="Ruth Calder")
    assert how_made(made, names=True).replace("\N{NO-BREAK SPACE}", " ") == (
        "Chair’s action, 9 June 2026, Ruth Calder"
    )
    assert "Ruth" not in how_made(made, names=False)


def test_only_a_later_decision_takes_it_up() -> None:
    later, earlier = replace(LATER, item_id="i"), replace(MADE, id="e", made_on=MAY, item_id="i")
    assert taken_up_by(MADE, [later, earlier], came_from=["i"]) == later
    assert taken_up_by(MADE, [later, earlier], came_from=[]) is None
