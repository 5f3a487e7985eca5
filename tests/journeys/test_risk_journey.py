"""Ten risks reviewed by keys alone, one sent up, taken at the board above, brought down; undo after each.

What is kept is counted by another driver, straight from the tables of the file.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.journeys.test_register_journey import Keyboard
from tests.records.risks.ten_risks import ORDER, TODAY, office_with_ten_risks
from tests.ui.office_for_tests import keepers
from tests.ui.settling import all_pages_made, settle

from boarddesk.records import boards
from boarddesk.ui import background
from boarddesk.ui.look import theme
from boarddesk.ui.risks.page import RisksPage
from boarddesk.ui.settings import Settings
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.widgets.tabs import Tabs
from boarddesk.ui.window.main_window import MainWindow

IN_THE_MEETING = datetime(2026, 5, 28, 14, 12)
NEW = {"R7": (3, 4), "R1": (5, 5), "R2": (3, 3), "R9": (2, 2)}
"""What the group gives these; the others stay as they were."""


@dataclass(frozen=True)
class Tables:
    """The tables a review writes, read without the program."""

    path: Path

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        with sqlite3.connect(f"{self.path.as_uri()}?mode=ro", uri=True) as connection:
            return connection.execute(sql).fetchall()

    def kept(self) -> tuple[list[tuple[Any, ...]], ...]:
        """All of it, to be the same again after undo."""
        return tuple(
            self.rows(f"SELECT * FROM {table} ORDER BY id")
            for table in ("risk", "risk_score", "escalation", "risk_matrix")
        )

    def scores_today(self) -> dict[str, tuple[int, int, str]]:
        """Likelihood, impact and level of each risk scored at the meeting of today."""
        found = self.rows(
            "SELECT r.ref, s.likelihood, s.impact, s.level FROM risk_score s JOIN risk r ON r.id = s.risk_id "
            f"JOIN meeting m ON m.id = s.meeting_id WHERE m.date = '{TODAY}' AND s.kind = 'current'"
        )
        assert len({ref for ref, *_ in found}) == len(found), "one score a risk"
        return {ref: (likelihood, impact, level) for ref, likelihood, impact, level in found}


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    """The office of the executive group, which meets just now."""
    theme.install(qapp, choice=theme.ThemeChoice.LIGHT)
    office_with_ten_risks(tmp_path / "office.boarddesk").close()
    made = MainWindow(Settings(tmp_path / "window.json"), keepers=keepers(), now=lambda: IN_THE_MEETING)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    with background.at_once():
        made.open_path(tmp_path / "office.boarddesk")
        all_pages_made(qtbot, made)
        yield made
    made.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class Secretary:
    """Presses keys; after each step it is taken back and made again."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.keys = Keyboard(qtbot, window)
        assert window.desk is not None
        self.desk, self.file = window.desk, window.desk.session.file
        assert self.file.path is not None
        self.tables = Tables(self.file.path)
        self._qtbot, self._window = qtbot, window
        self._before = self.tables.kept()

    @property
    def page(self) -> RisksPage:
        page = self.desk.page("risks")
        assert isinstance(page, RisksPage)
        return page

    def chooses_board(self, name: str) -> None:
        """In the switcher over every page."""
        board = boards.board_named(self.file, name)
        self.keys.tab_to(self.desk.top.board)
        self.keys.press(Qt.Key.Key_Home)
        for _ in range(5):
            if self.desk.session.board_id == board.id:
                break
            self.keys.press(Qt.Key.Key_Down)
        assert self.desk.session.board_id == board.id

    def keeps(self) -> None:
        """Ctrl+Enter, in the review or in a form."""
        self.keys.press(Qt.Key.Key_Return, control=True)
        self._window.activateWindow()  # a desktop does this by itself when a dialog closes
        self._qtbot.waitUntil(lambda: QApplication.activeWindow() is self._window)
        settle()

    def has_done(self, label: str) -> None:
        """One step of that name: taken back it leaves nothing, made again it is whole."""
        after = self.tables.kept()
        assert after != self._before, f"{label} changed nothing"
        assert self.file.undo_label == label
        self.keys.press(Qt.Key.Key_Z, control=True)
        assert self.tables.kept() == self._before
        self.keys.press(Qt.Key.Key_Y, control=True)
        assert self.tables.kept() == after
        self._before = after


def test_ten_risks_are_reviewed_one_goes_up_is_taken_above_and_comes_down_by_keys_alone(
    window: MainWindow, qtbot: QtBot
) -> None:
    secretary = Secretary(qtbot, window)
    keys, tables = secretary.keys, secretary.tables
    secretary.chooses_board("EG")
    keys.command("review risks")
    review = secretary.page.review
    assert review.isVisible()
    assert review.header.detail() == "Executive group, Thu 28 May 2026"
    began = keys.pressed
    for ref in ORDER:
        assert review.form.meta.text().startswith(f"{ref} ")
        _score(secretary, ref)
        if ref == "R1":
            _escalate(secretary, lambda: review.isVisible())
        secretary.keeps()
        secretary.has_done(f"Score of {ref}")
    assert keys.pressed - began < 400

    scored = tables.scores_today()
    assert set(scored) == set(ORDER)
    assert scored["R1"] == (5, 5, "Extreme")
    assert scored["R2"] == (3, 3, "High")
    assert {ref: scored[ref][:2] for ref in NEW} == NEW
    said = review.summary.accessibleDescription()
    assert said.startswith("10 scores kept, 4 moved.")
    assert "Escalated today: R1 to SIB." in said
    secretary.keeps()
    assert not review.isVisible()

    secretary.chooses_board("SIB")
    _go_to_escalation(secretary)
    keys.command("take escalation")
    keys.type("The board asks the council for a second year.")
    secretary.keeps()
    secretary.has_done("Take risk R1")
    assert tables.rows("SELECT outcome, taken_on FROM escalation") == [
        ("The board asks the council for a second year.", "2026-05-28")
    ]

    keys.command("bring down")
    keys.type("The council has agreed.")
    secretary.keeps()
    secretary.has_done("Bring risk R1 down")
    assert tables.rows("SELECT came_down_on, came_down_why FROM escalation") == [
        ("2026-05-28", "The council has agreed.")
    ]
    assert tables.rows("SELECT status FROM risk WHERE ref = 'R1'") == [("open",)]


def _score(secretary: Secretary, ref: str) -> None:
    """Digits where the score is another one, S where it stays; the note where score and figures differ."""
    keys = secretary.keys
    if ref not in NEW:
        keys.type("s")
        return
    likelihood, impact = NEW[ref]
    keys.type(str(likelihood))
    keys.press(Qt.Key.Key_Tab)
    keys.type(str(impact))
    if ref == "R2":
        secretary.keys.press(Qt.Key.Key_Return, control=True)  # asked for the reason, and put into the note
        keys.type("The locum clears the backlog.")


def _escalate(secretary: Secretary, goes_on: Callable[[], bool]) -> None:
    """E asks what for; the review stands as it was once it is said."""
    keys = secretary.keys
    keys.type("e")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FormDialog)
    keys.type("Say how the deficit is to be carried.")
    secretary.keeps()
    assert goes_on()
    secretary.has_done("Escalate risk R1 to SIB")


def _go_to_escalation(secretary: Secretary) -> None:
    """To the list of what was sent up, where the one row is chosen."""
    page = secretary.page
    assert isinstance(page.segments, Tabs)
    secretary.keys.tab_to(page.segments.bar)
    secretary.keys.press(Qt.Key.Key_Right)
    secretary.keys.press(Qt.Key.Key_Right)
    assert page.kind == "escalation"
    assert page.front.chosen()
