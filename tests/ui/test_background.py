"""Long jobs run beside the window and come back on its thread."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot
from tests.ui.settling import settle_jobs

from boarddesk.ui import background


def test_a_job_runs_on_another_thread_and_its_outcome_arrives_on_this_one(qtbot: QtBot) -> None:
    threads: list[int] = []
    outcomes: list[tuple[int, int]] = []

    def job() -> int:
        threads.append(threading.get_ident())
        return 42

    background.run(job, lambda found: outcomes.append((found, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(outcomes))
    assert outcomes == [(42, threading.get_ident())]
    assert threads != [threading.get_ident()]


def test_an_error_in_a_job_arrives_on_this_thread(qtbot: QtBot) -> None:
    errors: list[tuple[str, int]] = []

    def job() -> int:
        raise ValueError("no such file")

    background.run(job, lambda _found: None, lambda error: errors.append((str(error), threading.get_ident())))
    qtbot.waitUntil(lambda: bool(errors))
    assert errors == [("no such file", threading.get_ident())]


def test_within_at_once_a_job_is_done_before_run_returns() -> None:
    outcomes: list[int] = []
    with background.at_once():
        background.run(lambda: 7, outcomes.append)
    assert outcomes == [7]


def test_within_at_once_an_unheard_error_is_not_swallowed() -> None:
    def job() -> int:
        raise ValueError("lost")

    with background.at_once(), pytest.raises(ValueError, match="lost"):
        background.run(job, lambda _found: None)


def test_the_outcome_for_a_dialog_that_was_closed_goes_nowhere(qtbot: QtBot) -> None:
    lets_go, outcomes = threading.Event(), list[int]()
    dialog, other = QObject(), QObject()

    def job() -> int:
        assert lets_go.wait(20)
        return 42

    background.run(job, lambda _found: outcomes.append(1), of=dialog)
    background.run(job, lambda _found: outcomes.append(2), of=other)
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete.value)
    lets_go.set()
    qtbot.waitUntil(lambda: bool(outcomes))
    settle_jobs()
    assert outcomes == [2]


def test_the_trouble_of_what_nobody_waits_for_goes_nowhere(qtbot: QtBot) -> None:
    page = QObject()
    lets_go = threading.Event()

    def job() -> int:
        assert lets_go.wait(20)
        raise ValueError("too late")

    with qtbot.captureExceptions() as said:
        background.run(job, lambda _found: None, of=page)
        page.deleteLater()
        QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete.value)
        lets_go.set()
        settle_jobs()
    assert said == []
