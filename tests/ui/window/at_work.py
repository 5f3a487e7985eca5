"""A window in which somebody does several kinds of work, one after the other: run in a process of its own.

Each change is told on a line once what made it is done, so that whoever ends the process knows what must be
kept: its number in the log, and its words.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.finding import attendance_of

from boarddesk.records import boards, documents
from boarddesk.records.meetings import meetings
from boarddesk.ui import office_dialogs
from boarddesk.ui.look import theme
from boarddesk.ui.reports.page import ReportsPage
from boarddesk.ui.settings import Settings
from boarddesk.ui.widgets.answers import line_of
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.window.keepers import plain_keepers
from boarddesk.ui.window.main_window import MainWindow

MORNING = datetime(2026, 5, 28, 10, 42)
HELD = datetime(2026, 5, 12).date()


class Secretary:
    """Takes a register, adds people and risks, undoes, redoes, backs up and issues; nothing else is asked."""

    def __init__(self, office: Path, seed: int, *, early: bool) -> None:
        self._chance, self._early, self._folder = random.Random(seed), early, office.parent
        self._window = MainWindow(
            Settings(office.with_name("window.json")), keepers=plain_keepers(), now=lambda: MORNING
        )
        self._window.resize(1366, 768)
        self._window.show()
        assert self._window.open_path(office)
        assert self._window.desk
        self._desk = self._window.desk
        self._file = self._desk.session.file
        self._board = boards.board_named(self._file, "SIB").id
        self._desk.pick_board(self._board)
        self._told = self._file.commit_number
        self._made = 0

    def work(self) -> None:
        """For ever; each kind of work in its turn, a little of it at once, every round in another order."""
        deeds = [self._issue, self._mark, self._undo, self._add_person, self._add_risk]
        while True:
            self._chance.shuffle(deeds)
            for deed in deeds:
                self._do(deed)

    def _do(self, deed: Callable[[], None]) -> None:
        if self._early:  # the control: told before it is done
            print(self._told + 1, flush=True)
        deed()
        QTest.qWait(self._chance.randrange(5))
        for entry in reversed(self._file.log(20)):
            if entry.number > self._told:
                print(entry.number, entry.label, flush=True)
        self._told = self._file.commit_number

    def _mark(self) -> None:
        held = next(one for one in meetings(self._file, self._board) if one.date == HELD)
        self._desk.open_record("meeting", held.id)
        page = self._window.page()
        assert page
        view = attendance_of(page).register.table.view
        view.setFocus()
        for letter in self._chance.choices("pvax", k=4):
            QTest.keyClicks(view, letter)
            QTest.keyClick(view, Qt.Key.Key_Down)

    def _add_person(self) -> None:
        self._fill("people", "Add person…", "name", "Robin")

    def _add_risk(self) -> None:
        self._fill("risks", "Add risk…", "title", "Families wait longer, case")

    def _fill(self, page: str, title: str, field: str, words: str) -> None:
        self._made += 1
        self._desk.show_page(page)
        next(action for action in self._window.commands() if action.title == title).run()
        dialog = next(one for one in self._window.findChildren(FormDialog) if one.isVisible())
        line_of(dialog.fields[field].editor).setText(f"{words} {self._made}")
        dialog.try_accept()
        assert not dialog.isVisible(), title

    def _undo(self) -> None:
        self._window.undo()
        self._window.redo()
        self._window.back_up_now()

    def _issue(self) -> None:
        self._made += 1
        self._desk.open_record("report", "attendance")
        page = self._window.page()
        assert isinstance(page, ReportsPage)
        before = len(documents.issued(self._file))
        to = self._folder / f"issued {self._made}.docx"
        office_dialogs.ask_save = lambda _page, chosen, **_more: chosen(to)
        page.issue()
        while len(documents.issued(self._file)) == before:
            QTest.qWait(1)


if __name__ == "__main__":
    app = QApplication([])
    theme.install(app, choice=theme.ThemeChoice.LIGHT)
    Secretary(Path(sys.argv[1]), int(sys.argv[2]), early=sys.argv[3] == "early").work()
