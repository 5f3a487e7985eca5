"""Whoever a pasted list names as not there is not marked present, and is said to be left aside."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.names.lists import read_names

AWAY = (
    "Apologies", "Apologies:", "Apologies for absence", "Absent", "Did not attend:", "Not present",
    "In the lobby (1)", "Waiting Room (1)", "Others invited (2)", "Suggestions (1)", "Declined (1)",
)  # fmt: skip
THERE = ("Participants", "In this meeting (5)", "Present:", "Attendees (2)", "In attendance")


def _names(text: str) -> list[str]:
    return [one.name for one in read_names(text).names]


@pytest.mark.parametrize("heading", AWAY)
@pytest.mark.parametrize("back", THERE)
def test_names_under_a_heading_of_those_not_there_are_left_aside_and_said(heading: str, back: str) -> None:
    text = f"Participants\nAnn Hale\n\n{heading}\nRobert Stone\nCatherine Poe\n{back}\nBob Moor\n"
    assert _names(text) == ["Ann Hale", "Bob Moor"]
    assert {"Robert Stone", "Catherine Poe"} <= set(read_names(text).left_aside)


@given(
    st.lists(
        st.tuples(st.sampled_from(["", *AWAY, *THERE]), st.lists(st.integers(0, 99), max_size=3)), max_size=5
    )
)
def test_every_name_is_read_or_said_whatever_the_headings(parts: Sequence[tuple[str, list[int]]]) -> None:
    words = ["Ann Hale", "Bob Moor", "Robert Stone", "Catherine Poe", "Femi Ade"]
    text = "\n".join(line for head, who in parts for line in (head, *(words[one % 5] for one in who)))
    found = read_names(text)
    said = {*(one.name for one in found.names), *found.left_aside}
    assert {words[one % 5] for _, who in parts for one in who} <= said


@pytest.mark.parametrize(
    "line",
    [
        "Absent: Robert Stone", "Did not attend: Robert Stone", "Apologies for absence: Robert Stone",
        "Absent - Robert Stone", "Absent\tRobert Stone",
        "Robert Stone (apologies)", "Robert Stone - apologies", "Robert Stone sends apologies",
        "Robert Stone, declined", "Robert Stone (absent)", "Ann Hale; Robert Stone (apologies)",
    ],
)  # fmt: skip
def test_a_line_that_says_somebody_was_not_there_marks_nobody(line: str) -> None:
    text = f"Ann Hale\n{line}\nBob Moor\n"
    assert _names(text) == ["Ann Hale", "Bob Moor"]
    assert any("Robert Stone" in said for said in read_names(text).left_aside)


def test_whoever_apologises_for_being_late_was_there() -> None:
    assert len(_names("Ann Hale (apologies for lateness)\nBob Moor\n")) == 2


def test_what_a_panel_says_of_people_is_no_name() -> None:
    text = (
        "AH\nAnn Hale\nOrganiser\nBM\nBob Moor\nUnverified\nMuted\nAccepted\nRS\nRobert Stone\nNo response\n"
    )
    assert _names(text) == ["Ann Hale", "Bob Moor"]
    assert read_names(text).left_aside == ("Robert Stone",)


def test_initials_of_nobody_beside_them_are_still_asked_about() -> None:
    assert _names("AH\nBob Moor\n") == ["AH", "Bob Moor"]


def test_time_in_the_waiting_room_is_no_time_on_the_call() -> None:
    head = "Name (original name),Email,Join time,Leave time,Duration (minutes),Guest,In waiting room\n"
    waited = "{},,06/09/2026 01:50:12 PM,06/09/2026 01:58:01 PM,8,Yes,Yes\n"
    found = read_names(
        head
        + waited.format("Bob Moor")
        + "Bob Moor,,06/09/2026 01:58:12 PM,06/09/2026 03:35:01 PM,97,Yes,No\n"
        + waited.format("Robert Stone")
    )
    [bob] = found.names
    assert (bob.name, bob.joined, bob.minutes) == ("Bob Moor", "13:58", 97)
    assert found.left_aside == (waited.format("Robert Stone").strip(),)


@pytest.mark.parametrize(
    ("heading", "there", "away"),
    [
        (
            "Attended,User Name (Original Name),Email,Join Time",
            "Yes,Ann Hale,,06/09/2026 13:58",
            "No,Robert Stone,,--",
        ),
        (
            "Name\tFirst Join\tLast Leave\tIn-Meeting Duration",
            "Ann Hale\t1:28 PM\t3:31 PM\t2h 2m",
            "Robert Stone\t\t\t0s",
        ),
        (
            "Name\tAttendance\tResponse",
            "Ann Hale\tRequired Attendee\tAccepted",
            "Robert Stone\tRequired Attendee\tDeclined",
        ),
        ("Name\tEmail", "Ann Hale\t", "Robert Stone (apologies)\t"),
    ],
)
def test_a_row_that_says_somebody_was_not_there_marks_nobody(heading: str, there: str, away: str) -> None:
    table = f"{heading}\n{there}\n{away}\n"
    assert _names(table) == ["Ann Hale"]
    assert any("Robert Stone" in said for said in read_names(table).left_aside)


def test_somebody_there_for_seconds_was_there() -> None:
    assert _names("Name\tDuration\nAnn Hale\t45s\n") == ["Ann Hale"]


def test_an_answer_about_recording_says_nothing_of_who_was_there() -> None:
    head = "Name (original name),Total duration (minutes),Guest,Recording disclaimer response\n"
    assert _names(head + "Ann Hale,97,No,No response\n") == ["Ann Hale"]


def test_a_heading_of_those_present_is_no_name() -> None:
    assert _names("Waiting Room (1)\nRobert Stone\nIn the meeting (1)\nAnn Hale\n") == ["Ann Hale"]


def test_a_reply_on_its_own_takes_away_only_the_name_above_it() -> None:
    assert _names("Declined\nAnn Hale\nBob Moor\nDeclined\n") == ["Ann Hale"]
    assert _names("Ann Hale\nApologies\nRobert Stone\nDeclined\n") == ["Ann Hale"]


def test_after_a_line_of_those_present_the_names_below_were_there_too() -> None:
    assert _names("Apologies\nRobert Stone\nPresent: Ann Hale\nBob Moor\n") == ["Ann Hale", "Bob Moor"]
