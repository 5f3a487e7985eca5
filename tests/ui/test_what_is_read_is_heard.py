"""Whatever a page read, and whatever its details read later, is heard when it is written; nothing else is."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from tests.ui.finding import attendance_of
from tests.ui.office_for_tests import MORNING, keepers
from tests.ui.settling import settle, settle_short_waits

from boarddesk.issuing.registry import kinds_by_reader
from boarddesk.records import boards, meetings
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.registers import reading as registers
from boarddesk.records.registers import taking as attendance
from boarddesk.rules.people import Board, QuorumRule, Sector
from boarddesk.rules.registers.register import Mark, Register
from boarddesk.ui import background
from boarddesk.ui.attendance.page import AttendancePage
from boarddesk.ui.meetings.page import MeetingsPage
from boarddesk.ui.meetings.register.room import Room
from boarddesk.ui.meetings.register.view import RegisterView
from boarddesk.ui.page import Page
from boarddesk.ui.pages import PAGES
from boarddesk.ui.people.page import PeoplePage
from boarddesk.ui.plan.page import PlanPage
from boarddesk.ui.reports.page import ReportsPage
from boarddesk.ui.settings import Settings
from boarddesk.ui.window.main_window import MainWindow

every_page = pytest.mark.parametrize("name", [entry.name for entry in PAGES])


@pytest.fixture
def window(qtbot: QtBot, sample_path: Path, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "Northmoor SEND office.boarddesk"
    shutil.copyfile(sample_path, path)
    made = MainWindow(Settings(tmp_path / "window.json"), keepers=keepers(), now=lambda: MORNING)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    with background.at_once():
        made.open_path(path)
        while made.desk is not None and made.desk.make_next():
            pass  # what is made while nobody waits is none of a page's reading
        yield made


def _show(window: MainWindow, name: str) -> Page:
    assert window.desk is not None
    window.desk.show_page(name)
    QApplication.processEvents()
    page = window.page()
    assert page is not None and page.name == name
    return page


def _file(window: MainWindow) -> OfficeFile:
    assert window.desk is not None
    return window.desk.session.file


def _real(file: OfficeFile, tables: set[str]) -> set[str]:
    """The tables of the office among them: those a change can write."""
    known = {str(row["name"]) for row in file.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    return tables & known - {"change_entry", "change_row", "file_meta", "sqlite_schema"}


def _open_everything(page: Page) -> None:
    """Each row and what opens beside it, each part there is of the page."""
    if isinstance(page, PlanPage | PeoplePage):
        tables = [page.list.table] if isinstance(page, PlanPage) else []
        if isinstance(page, PeoplePage):
            for kind, part in page.lists.items():
                page.segments.choose(kind)
                page.segments.picked.emit(kind)
                tables.append(part.table)
        for table in tables:
            for row in table.rows_shown()[:8]:
                table.choose(row.id)
                table.opened.emit(row.id)
                settle()
    elif isinstance(page, AttendancePage):
        for row in page.table.rows_shown()[:8]:
            page.table.choose(row.id)
            page.explain(asked=True)
    elif isinstance(page, ReportsPage):
        for document in kinds_by_reader():
            page.gallery.choose(document.key)


@every_page
def test_nothing_a_page_reads_is_unheard(window: MainWindow, qtbot: QtBot, name: str) -> None:
    page = _show(window, name)
    file = _file(window)
    with file.reading() as seen:
        page.refresh()
        settle_short_waits(qtbot, page)  # what follows the focus comes a moment later
    assert _real(file, seen) <= page.heard


@every_page
def test_nothing_that_is_opened_on_a_page_is_unheard(window: MainWindow, name: str) -> None:
    page = _show(window, name)
    file = _file(window)
    if not isinstance(page, MeetingsPage):  # which reads another meeting for each
        with file.reading() as seen:
            _open_everything(page)
        assert _real(file, seen) <= page.heard
        return
    ids = {one.state: one.id for one in meetings.meetings(file)}.values()
    for meeting_id, part in product(ids, range(page.workspace.tabs.count())):
        page.open_record("meeting", meeting_id)
        page.workspace.tabs.setCurrentIndex(part)
        with file.reading() as seen:  # what was in front before is heard no longer
            page.open_record("meeting", meeting_id)
            settle()
        assert _real(file, seen) <= page.heard


@every_page
def test_what_is_heard_is_what_was_read(window: MainWindow, name: str) -> None:
    page = _show(window, name)
    file = _file(window)
    with file.reading() as seen:
        page.renew()
    assert page.heard == seen


def _meetings_page(window: MainWindow) -> MeetingsPage:
    """An open register of the improvement board, everybody there."""
    page = _show(window, "meetings")
    assert isinstance(page, MeetingsPage) and window.desk is not None
    file = _file(window)
    window.desk.pick_board(boards.board_named(file, "SIB").id)
    taken = registers.registers(file, page.session.board_id)
    page.open_record("meeting", next(one.meeting.id for one in taken if one.roll_id and not one.closed))
    attendance_of(page).register.mark_everyone()
    return page


def test_a_quorum_rule_added_under_people_judges_the_open_register_anew(window: MainWindow) -> None:
    register = attendance_of(_meetings_page(window)).register
    before = register.verdict.text()
    assert before.startswith("Quorate")
    file = _file(window)
    _show(window, "people")
    board = boards.board_named(file, "SIB")
    wanted = QuorumRule(at_least=9, sector=Sector.HEALTH)
    boards.set_quorum_rules(file, board.id, [*board.quorum_rules, wanted])
    _show(window, "meetings")
    assert register.verdict.text().startswith("Not quorate")
    assert "9" in register.panel.accessibleName()
    file.undo()
    assert register.verdict.text() == before


def test_words_of_the_office_for_a_letter_stand_in_the_open_register(window: MainWindow) -> None:
    register = attendance_of(_meetings_page(window)).register
    attendance.set_mark_labels(_file(window), [(Mark.APOLOGIES, "sent regrets")])
    assert any("Sent regrets" in one.text() for one in register.panel.findChildren(QLabel))


def test_one_key_in_the_register_reads_it_once_and_asks_the_file_little(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    register = attendance_of(_meetings_page(window)).register
    shown, asked = _watch(window, register, monkeypatch)
    register.table.typed.emit(register.table.chosen_id(), "mark", "A")
    assert len(shown) == 1
    assert len(asked) <= 21, "\n".join(asked)


def _room(window: MainWindow, qtbot: QtBot) -> tuple[MeetingsPage, Room]:
    """The register in the room, in front of the page it belongs to."""
    page = _meetings_page(window)
    page.open_room()
    room = page.room
    assert room is not None
    qtbot.waitUntil(room.isActiveWindow)
    return page, room


def test_one_key_in_the_room_is_read_by_the_room_alone(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    page, room = _room(window, qtbot)
    below, _ = _watch(window, attendance_of(page).register, monkeypatch)
    inside, asked = _watch(window, room.register, monkeypatch)
    room.register.table.typed.emit(room.register.table.chosen_id(), "mark", "A")
    assert (len(inside), len(below)) == (1, 0)
    assert len(asked) <= 25, "\n".join(asked)
    room.accept()
    assert len(below) == 1, "back on the page the register is as it was left"


def test_the_window_beside_the_room_shows_the_register_as_it_is(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    page, room = _room(window, qtbot)
    below, _ = _watch(window, attendance_of(page).register, monkeypatch)
    room.register.table.typed.emit(room.register.table.chosen_id(), "mark", "A")
    assert not below
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert len(below) == 1, "whoever comes back to the window sees it as it is"
    room.register.table.typed.emit(room.register.table.chosen_id(), "mark", "A")
    assert len(below) == 2, "both are in sight"
    room.accept()


def _watch(
    window: MainWindow, view: RegisterView, monkeypatch: pytest.MonkeyPatch
) -> tuple[list[object], list[str]]:
    """How often the register is shown from now on, and what is asked of the file."""
    shown: list[object] = []
    asked: list[str] = []
    show = view.show_register

    def count(register: Register, board: Board) -> None:
        shown.append(register)
        show(register, board)

    def note(sql: str) -> None:
        if sql.lstrip().startswith(("SELECT", "WITH")):
            asked.append(" ".join(sql.split())[:120])

    monkeypatch.setattr(view, "show_register", count)
    _file(window)._door.connection.set_trace_callback(note)
    return shown, asked
