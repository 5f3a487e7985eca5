"""An office open to read only says so at once: nothing opens that could only be refused."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from tests.ui.finding import attendance_of
from tests.ui.office_for_tests import MORNING, keepers

from boarddesk.records.meetings import meetings
from boarddesk.rules.refused import FileProblem
from boarddesk.rules.wording import lower_first
from boarddesk.ui import background
from boarddesk.ui.meetings.documents import meeting_kinds
from boarddesk.ui.meetings.mail_dialog import ROUNDS
from boarddesk.ui.meetings.page import MeetingsPage
from boarddesk.ui.settings import Settings
from boarddesk.ui.widgets.choose_in_place import ChooseInPlace
from boarddesk.ui.widgets.in_place import InPlace
from boarddesk.ui.widgets.table.record_table import RecordTable
from boarddesk.ui.window.main_window import MainWindow

WORDS = "open to read only"


@pytest.fixture
def window(qtbot: QtBot, sample_path: Path, tmp_path: Path) -> Iterator[MainWindow]:
    path = Path(shutil.copy(sample_path, tmp_path / "Northmoor.boarddesk"))
    made = MainWindow(Settings(tmp_path / "window.json"), keepers=keepers(), now=lambda: MORNING)
    qtbot.addWidget(made)
    with background.at_once():
        made.open_path(path, read_only=True)
        made.show()
        yield made


def _dialogs(window: MainWindow) -> list[QDialog]:
    return [one for one in window.findChildren(QDialog) if one.isVisible()]


def test_ctrl_n_on_any_page_is_refused_before_anything_opens(window: MainWindow) -> None:
    desk = window.desk
    assert desk is not None
    for name in ("meetings", "plan", "people", "import"):
        desk.show_page(name)
        with pytest.raises(FileProblem, match=WORDS):
            window.new_here()
        assert _dialogs(window) == []


def test_no_cell_and_no_words_become_a_field(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.desk
    assert desk is not None
    for name in ("plan", "people"):
        desk.show_page(name)
        page = desk.page(name)
        for table in page.findChildren(RecordTable):
            table.choose_first()
            flags = [
                table.model.flags(table.model.index(row, column))
                for row in range(table.model.rowCount())
                for column in range(table.model.columnCount())
            ]
            assert not any(flag & Qt.ItemFlag.ItemIsEditable for flag in flags)
        fields: list[InPlace | ChooseInPlace] = [
            *page.findChildren(InPlace),
            *page.findChildren(ChooseInPlace),
        ]
        for field in fields:
            with pytest.raises(FileProblem, match=WORDS):
                field.begin()
        assert fields or name == "plan"


def test_a_status_is_not_offered_to_be_changed(window: MainWindow) -> None:
    desk = window.desk
    assert desk is not None
    desk.show_page("plan")
    commands = {command.title: command for command in desk.page("plan").commands()}
    with pytest.raises(FileProblem, match=WORDS):
        commands["Change status…"].run()
    assert _dialogs(window) == []


WRITES_NOTHING = {
    *("Register full screen", "Copy link of the call", "Sign-in sheet…", "Calendar file…", "Save the pack…"),
    *("Next item", "Item before", "Minutes over the whole screen", "Transcript under the text"),
    "Corrections to the draft minutes",
    *("Carry forward…", "Open paper", *(f"{kind.title}…" for kind in meeting_kinds())),
    *(f"E-mail: {lower_first(mail_round.title)}…" for mail_round in ROUNDS.values()),
}


def test_no_deed_of_a_meeting_or_its_register_is_refused_for_another_reason(window: MainWindow) -> None:
    """A register with gaps is not closed because nothing can be written, whatever else is in the way."""
    desk = window.desk
    assert desk is not None
    desk.show_page("meetings")
    page = desk.page("meetings")
    assert isinstance(page, MeetingsPage)
    register, tried = attendance_of(page).register, set()
    for meeting, part in product(meetings(desk.session.file), range(page.workspace.tabs.count())):
        desk.open_record("meeting", meeting.id)
        page.workspace.tabs.setCurrentIndex(part)
        register.table.choose_first()
        for action in (one for group in page.workspace.meeting_actions for one in group):
            if action.title not in WRITES_NOTHING and action.can_be_done():
                with pytest.raises(FileProblem, match=WORDS):
                    action.run()
                tried.add(action.title)
        for row in register.table.rows_shown() if register.is_open() else ():
            for letter in "PD":
                with pytest.raises(FileProblem, match=WORDS):
                    register._type(row.id, letter)
    assert {"Close register", "Reopen register", "Remove meeting", "Add guest…"} <= tried
    assert _dialogs(window) == []
