"""What a backup holds and lacks, in the words a secretary chooses it by."""

from __future__ import annotations

from boarddesk.rules.health.holdings import Holdings, not_in_it

HELD = Holdings(26, 14, 40, 3, 12, 78, 9, 300, 31)


def test_the_list_says_meetings_and_actions() -> None:
    assert HELD.sentence == "26 meetings, 43 actions"
    assert Holdings(1, 0, 1, 0, 0, 0, 0, 0, 0).sentence == "1 meeting, 1 action"


def test_the_panel_says_the_rest_line_by_line() -> None:
    assert HELD.rows[-3:] == [
        ("KPIs and actuals", "12 and 78"),
        ("Risks", "9"),
        ("Papers and evidence", "331"),
    ]


def test_what_is_not_in_it_is_said_by_the_labels_of_the_log() -> None:
    labels = ["Mark attendance"] * 3 + ["Import the plan", "Change status", "Change status"]
    said = "Mark attendance (3 times), change status (2 times) and import the plan."
    assert not_in_it(labels) == said


def test_many_kinds_are_counted_after_the_first_three() -> None:
    assert not_in_it(["A", "B", "C", "D", "E"]) == "A, b, c and 2 other kinds of change."


def test_a_backup_that_lacks_nothing_says_so() -> None:
    assert not_in_it([]) == "Nothing: it holds all that the office holds now."
