"""A refusal is said calmly; a fault of ours is admitted, with details that hold none of the person's text."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.ui.finding import button

from boarddesk.rules.refused import FileProblem, Refused
from boarddesk.ui.problems import CrashDialog, ProblemDialog, Problems
from boarddesk.ui.widgets.banner import in_two


@pytest.fixture
def told() -> list[tuple[str, str]]:
    return []


@pytest.fixture
def problems(qtbot: QtBot, told: list[tuple[str, str]]) -> Problems:
    window = QWidget()
    qtbot.addWidget(window)
    return Problems(lambda title, advice: told.append((title, advice)), window)


def _meet(problems: Problems, error: Exception) -> None:
    try:
        raise error
    except Exception:
        kind, value, trace = sys.exc_info()
        assert kind is not None and value is not None
        problems.meet(kind, value, trace)


@pytest.mark.parametrize("kind", [Refused, FileProblem])
def test_a_rule_or_a_disk_that_says_no_is_said_calmly(
    problems: Problems, told: list[tuple[str, str]], kind: type[Refused] | type[FileProblem]
) -> None:
    _meet(problems, kind("Two people are not recorded. Mark them first."))
    assert told == [("Two people are not recorded.", "Mark them first.")]
    assert problems.crash is None


def test_anything_else_opens_the_crash_dialog_without_the_persons_text(problems: Problems) -> None:
    _meet(problems, KeyError("Minutes about Tom"))
    assert problems.crash is not None
    text = problems.crash.details()
    problems.crash.close()
    assert "KeyError" in text
    assert "test_problems.py" in text
    assert "Tom" not in text


def test_a_value_that_cannot_be_is_said_calmly_where_the_file_is_damaged(
    qtbot: QtBot, told: list[tuple[str, str]]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    problems = Problems(
        lambda title, advice: told.append((title, advice)),
        window,
        damage=lambda: FileProblem("The file is damaged. Keep it."),
    )
    _meet(problems, ValueError("'closeD' is not a valid state"))
    assert told == [("The file is damaged.", "Keep it.")]
    assert problems.crash is None


def test_a_second_fault_joins_the_first_dialog(problems: Problems) -> None:
    _meet(problems, KeyError("one"))
    first = problems.crash
    _meet(problems, IndexError("two"))
    assert problems.crash is first
    assert first is not None
    assert "IndexError" in first.details()
    first.close()


def test_errors_that_leave_a_slot_arrive_here_while_installed(problems: Problems) -> None:
    before = sys.excepthook
    problems.install()
    assert sys.excepthook == problems.meet
    problems.remove()
    assert sys.excepthook is before


def test_a_sentence_alone_is_all_title() -> None:
    assert in_two("The disk is full.") == ("The disk is full.", "")


def test_another_way_is_offered_and_taken(qtbot: QtBot) -> None:
    taken: list[str] = []
    dialog = ProblemDialog(
        "It is newer. Update first.", None, choices=[("Open to read only", lambda: taken.append("yes"))]
    )
    qtbot.addWidget(dialog)
    button(dialog, "Open to read only").click()
    assert taken == ["yes"]


def test_the_details_can_be_copied(qtbot: QtBot) -> None:
    dialog = CrashDialog("where it failed", None)
    qtbot.addWidget(dialog)
    button(dialog, "Copy the details").click()
    assert QGuiApplication.clipboard().text() == "where it failed"
