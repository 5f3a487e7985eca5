"""The first morning in the window: dropped files become an office; a status is changed and taken back.

Each part goes through what a person presses; the office is closed and opened again before the last undo.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from tests.ui.finding import button
from tests.ui.import_wizard.documents import plan_document, register_workbook

from boarddesk.records import boards
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.plan import judgements, plans
from boarddesk.records.registers.reading import registers
from boarddesk.rules.plan.actions import Action
from boarddesk.ui import background
from boarddesk.ui.import_wizard.page import ImportPage
from boarddesk.ui.import_wizard.steps import At
from boarddesk.ui.settings import Settings
from boarddesk.ui.window.keepers import plain_keepers
from boarddesk.ui.window.main_window import MainWindow
from boarddesk.ui.window.window_commands import begin_with

MORNING = datetime(2026, 5, 28, 10, 42)


@pytest.fixture(autouse=True)
def at_once() -> Iterator[None]:
    with background.at_once():
        yield


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(Settings(tmp_path / "window.json"), keepers=plain_keepers(), now=lambda: MORNING)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    yield made
    for dialog in made.findChildren(QFileDialog):
        dialog.close()
    made.close_office()


def _import(window: MainWindow) -> ImportPage:
    page = window.page()
    assert isinstance(page, ImportPage)
    return page


def _file(window: MainWindow) -> OfficeFile:
    assert window.desk is not None
    return window.desk.session.file


def _press(window: MainWindow, *names: str) -> None:
    for name in names:
        button(window, name).click()


def _first_action(file: OfficeFile) -> Action:
    return plans.plan(file, plans.plans(file)[0].id).areas[0].actions[0]


def _begin(window: MainWindow, office: Path, files: list[Path]) -> ImportPage:
    """Files dropped on the doors, once it is said where the office goes."""
    window.take_files([str(path) for path in files])
    (dialog,) = window.findChildren(QFileDialog)
    dialog.close()
    begin_with(window, office, [str(path) for path in files])
    return _import(window)


def test_from_dropped_files_to_a_plan_and_registers_and_back_after_a_restart(
    window: MainWindow, tmp_path: Path
) -> None:
    office = tmp_path / "Our office.boarddesk"
    files = [plan_document(tmp_path / "plan.docx"), register_workbook(tmp_path / "register.xlsx")]
    page = _begin(window, office, files)
    assert page.at is At.FOUND
    page.found.form.new_name.setText("Northmoor Improvement Board")
    page.found.form.new_short.setText("NIB")
    _press(window, "Check the columns", "See the proposals")
    _press(window, page.foot.next.text(), "Go on with “register.xlsx”")
    assert page.found.form.board.currentText() == "Northmoor Improvement Board"
    _press(window, "Check the columns", "See the proposals")
    _press(window, page.foot.next.text(), "Open attendance")
    assert window.page() is not page

    file = _file(window)
    (board,) = boards.boards(file)
    assert len(registers(file, board.id)) == 3
    action = _first_action(file)
    assert action.declared is not None and action.declared.label == "Green"
    judgements.declare(file, action.id, "red", as_at=MORNING.date(), why="Nobody has come to the sessions.")
    window.close_office()

    assert window.open_path(office)
    window.undo()
    action = _first_action(_file(window))
    assert action.declared is not None and action.declared.label == "Green"
    window.undo()
    assert registers(_file(window), board.id) == ()
    window.undo()
    assert plans.plans(_file(window)) == ()
    assert boards.boards(_file(window)) == ()


def test_registers_first_and_the_plan_after_them(window: MainWindow, tmp_path: Path) -> None:
    files = [register_workbook(tmp_path / "register.xlsx"), plan_document(tmp_path / "plan.docx")]
    page = _begin(window, tmp_path / "Our office.boarddesk", files)
    page.found.form.new_name.setText("Northmoor Improvement Board")
    page.found.form.new_short.setText("NIB")
    _press(window, "Check the columns", "See the proposals")
    _press(window, page.foot.next.text(), "Go on with “plan.docx”", "Check the columns", "See the proposals")
    _press(window, page.foot.next.text())
    (board,) = boards.boards(_file(window))
    assert [plan.board_id for plan in plans.plans(_file(window))] == [board.id]


def test_the_door_without_files_asks_for_them(window: MainWindow, tmp_path: Path) -> None:
    begin_with(window, tmp_path / "Our office.boarddesk")
    assert _import(window).at is At.FILE
    (dialog,) = window.findChildren(QFileDialog)
    assert dialog.windowTitle() == "Which plan or registers?"


def test_a_real_published_plan_comes_in_whole_and_a_second_time_changes_nothing(
    window: MainWindow, tmp_path: Path, real_plan: Path
) -> None:
    page = _begin(window, tmp_path / "Our office.boarddesk", [real_plan])
    page.found.form.new_name.setText("SEND Improvement Board")
    page.found.form.new_short.setText("SIB")
    _press(window, "Check the columns", "See the proposals")
    _press(window, page.foot.next.text())
    file = _file(window)
    areas = plans.plan(file, plans.plans(file)[0].id).areas
    assert len(areas) == 6
    assert (areas[0].actions[0].ref, areas[-1].actions[-1].ref) == ("1.1", "6.4")
    page.begin_anew()
    page.take_files([str(real_plan)])
    _press(window, "Check the columns", "See the proposals")
    assert page.offered.ticked == set()
