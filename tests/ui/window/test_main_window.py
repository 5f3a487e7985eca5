"""The frame: three doors, the board, the search, undo by name, and a foot that tells the truth."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from tests.ui.finding import button, unnamed
from tests.ui.office_for_tests import ENTRIES, MORNING, PeoplePage, PlanPage, keepers, small_office

from boarddesk.records import documents
from boarddesk.records.file.backups import back_up
from boarddesk.records.file.lock import lock_path
from boarddesk.records.file.moments import now, stamp
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.refused import FileProblem
from boarddesk.ui import background
from boarddesk.ui.action import Action, SearchHit
from boarddesk.ui.help_window import HelpWindow
from boarddesk.ui.look.theme import ThemeChoice, look
from boarddesk.ui.settings import Settings
from boarddesk.ui.widgets.banner import Banner
from boarddesk.ui.window.keepers import plain_keepers
from boarddesk.ui.window.main_window import EVERY_MINUTE, MainWindow
from boarddesk.ui.window.navigation import NavigationEntry
from boarddesk.ui.window.search_box import SearchBox


@pytest.fixture
def backups() -> list[str]:
    return []


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "window.json")


@pytest.fixture
def window(qtbot: QtBot, settings: Settings, backups: list[str]) -> Iterator[MainWindow]:
    made = MainWindow(settings, keepers=keepers(backups), entries=ENTRIES, now=lambda: MORNING)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    yield made
    for dialog in made.findChildren(QDialog):
        dialog.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    where = tmp_path / "Northmoor.boarddesk"
    small_office(where).close()
    return where


@pytest.fixture
def opened(window: MainWindow, path: Path, qtbot: QtBot) -> MainWindow:
    assert window.open_path(path)
    desk = window.desk
    assert desk is not None
    qtbot.waitUntil(lambda: desk.stack.count() == 2)
    return window


def _people(window: MainWindow) -> PeoplePage:
    assert window.desk is not None
    page = window.desk.page("people")
    assert isinstance(page, PeoplePage)
    return page


def _plan(window: MainWindow) -> PlanPage:
    assert window.desk is not None
    page = window.desk.page("plan")
    assert isinstance(page, PlanPage)
    return page


def _add_person(window: MainWindow) -> None:
    assert window.desk is not None
    with window.desk.session.file.change("Add a person") as change:
        change.insert("person", name="Ruth Calder")


def test_the_menus_are_whole_where_an_office_begins_with_an_import(
    qtbot: QtBot, settings: Settings, tmp_path: Path
) -> None:
    window = MainWindow(settings, keepers=keepers(), now=lambda: MORNING)
    qtbot.addWidget(window)
    window.show()
    window.create_office(tmp_path / "Our office.boarddesk")
    assert window.desk is not None
    window.desk.show_page("import")
    qtbot.waitUntil(lambda: {"Meeting", "Plan", "Reports"} <= set(window.menus.names()))
    window.close_office()


def test_without_an_office_the_menus_that_need_one_are_off(window: MainWindow) -> None:
    off = [name for name in window.menus.names() if not window.menus.menu(name).menuAction().isEnabled()]
    assert off == ["Edit", "Meeting", "Plan", "Reports"]


def test_an_office_shows_the_pages_there_are_and_no_others(opened: MainWindow) -> None:
    assert opened.desk is not None
    assert opened.desk.navigation.names() == ["people", "plan"]
    assert opened.menus.names() == ["File", "Edit", "Plan", "View", "Help"]


def test_the_window_is_named_after_its_file(opened: MainWindow) -> None:
    assert opened.windowTitle() == "Northmoor.boarddesk – BoardDesk"


def test_opening_writes_nothing(window: MainWindow, path: Path) -> None:
    before = path.read_bytes()
    window.open_path(path)
    window.close_office()
    assert path.read_bytes() == before


def test_undo_names_the_deed_and_takes_it_back(opened: MainWindow, qtbot: QtBot) -> None:
    _add_person(opened)
    assert opened.desk is not None
    assert opened.desk.top.undo.accessibleName() == "Undo add a person"
    qtbot.keyClick(opened, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _people(opened).shown.text() == "Tom Hesketh"
    qtbot.keyClick(opened, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert "Ruth Calder" in _people(opened).shown.text()


def test_undoing_an_issue_says_that_its_files_stay(opened: MainWindow, qtbot: QtBot) -> None:
    assert opened.desk is not None
    file, day = opened.desk.session.file, date(2026, 5, 28)
    documents.issue(
        file, kind="attendance", scope="", title="Attendance", word=b"PK", as_at=day, issued_on=day
    )
    opened.undo()
    QApplication.processEvents()
    page = opened.page()
    assert page is not None
    said = [words.text() for words in page.findChildren(QLabel) if words.isVisible()]
    assert any("“Attendance”, version 1" in words for words in said), said
    assert any("stay where they are" in words for words in said)


def test_the_button_at_the_far_right_undoes_too(opened: MainWindow) -> None:
    _add_person(opened)
    button(opened, "Undo add a person").click()
    assert _people(opened).shown.text() == "Tom Hesketh"


def test_pages_are_reached_by_number(opened: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(opened, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert opened.page() is _plan(opened)
    qtbot.keyClick(opened, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert opened.page() is _people(opened)


def test_the_page_shown_last_is_shown_first_next_time(opened: MainWindow, path: Path) -> None:
    assert opened.desk is not None
    opened.desk.show_page("plan")
    opened.close_office()
    opened.open_path(path)
    assert opened.page() is _plan(opened)


def test_a_page_offers_its_commands_in_the_menu_and_by_key(opened: MainWindow, qtbot: QtBot) -> None:
    menu = opened.menus.menu("Plan")
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Start update round"]
    qtbot.keyClick(opened, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    assert _plan(opened).rounds == 1


def test_ctrl_n_makes_what_the_page_makes(opened: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(opened, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert _people(opened).made == 1


def test_the_search_finds_people_and_commands_by_keyboard(opened: MainWindow, qtbot: QtBot) -> None:
    assert opened.desk is not None
    qtbot.keyClick(opened, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    search = opened.desk.search
    search.setFocus()
    qtbot.keyClicks(search, "hesk")
    assert search.offers() == ["Tom Hesketh"]
    qtbot.keyClick(search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [kind for kind, _ in _people(opened).opened] == ["person"])
    qtbot.keyClicks(search, "update r")
    assert search.offers() == ["Start update round"]
    qtbot.keyClick(search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _plan(opened).rounds == 1)


def test_the_search_offers_no_records_that_no_page_opens(opened: MainWindow, qtbot: QtBot) -> None:
    assert opened.desk is not None
    qtbot.keyClicks(opened.desk.search, "2026")
    assert opened.desk.search.offers() == []


def test_the_search_box_offers_deeds_and_no_lines_between_menus(opened: MainWindow) -> None:
    assert opened.desk is not None
    opened.desk.search.begin()
    assert "Undo" in opened.desk.search.offers()
    assert "-" not in opened.desk.search.offers()
    opened.desk.search.leave()


def test_keys_work_again_after_a_menu_was_opened_while_they_did_not(opened: MainWindow) -> None:
    done: list[str] = []
    may = [False]
    opened.menus.build(
        [Action("Full page", lambda: done.append("done"), "View", "F12", applies=lambda: may[0])]
    )
    menu = opened.menus.menu("View")
    assert menu is not None
    menu.popup(opened.mapToGlobal(opened.rect().center()))
    assert not menu.actions()[0].isEnabled()
    menu.hide()
    menu.actions()[0].trigger()
    assert not done, "asked again when pressed"
    may[0] = True
    menu.actions()[0].trigger()
    assert done


def test_escape_leaves_the_search_empty(opened: MainWindow, qtbot: QtBot) -> None:
    assert opened.desk is not None
    search = opened.desk.search
    qtbot.keyClicks(search, "hesk")
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""
    assert search.results.isHidden()


def _field_on_the_page(window: MainWindow) -> QLineEdit:
    field, page = QLineEdit(), window.page()
    assert page is not None
    page.body.addWidget(field)
    field.show()
    field.setFocus()
    return field


def test_escape_gives_the_focus_back_to_where_it_was(opened: MainWindow, qtbot: QtBot) -> None:
    assert opened.desk is not None
    field = _field_on_the_page(opened)
    opened.begin_search()
    qtbot.keyClick(opened.desk.search, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is field


def test_the_undo_button_never_takes_the_focus_from_the_search(opened: MainWindow, qtbot: QtBot) -> None:
    assert opened.desk is not None
    _add_person(opened)
    opened.begin_search()
    qtbot.keyClick(opened.desk.search, Qt.Key.Key_Escape)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert "Ruth Calder" in _people(opened).shown.text()


def test_after_a_command_the_keys_are_the_pages_again(opened: MainWindow, qtbot: QtBot) -> None:
    assert opened.desk is not None
    opened.desk.show_page("plan")
    field = _field_on_the_page(opened)
    opened.begin_search()
    qtbot.keyClicks(opened.desk.search, "update r")
    qtbot.keyClick(opened.desk.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _plan(opened).rounds == 1)
    assert QApplication.focusWidget() is field


def test_after_a_command_of_another_page_the_keys_are_that_pages(opened: MainWindow, qtbot: QtBot) -> None:
    assert opened.desk is not None
    field = _field_on_the_page(opened)
    opened.begin_search()
    qtbot.keyClicks(opened.desk.search, "update r")
    qtbot.keyClick(opened.desk.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _plan(opened).rounds == 1)
    assert opened.page() is _plan(opened)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus is not field
    assert focus.isAncestorOf(_plan(opened))


def test_ctrl_z_in_an_empty_search_undoes_the_office(opened: MainWindow, qtbot: QtBot) -> None:
    assert opened.desk is not None
    _add_person(opened)
    opened.begin_search()
    qtbot.keyClick(opened.desk.search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _people(opened).shown.text() == "Tom Hesketh"


def test_a_command_that_is_refused_runs_after_its_key(qtbot: QtBot) -> None:
    heard: list[bool] = []
    box = SearchBox(lambda: [Action("Refuse", lambda: heard.append(True))], lambda _typed: [])
    qtbot.addWidget(box)
    qtbot.keyClicks(box, "refuse")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert heard == []
    qtbot.waitUntil(lambda: heard == [True])


def test_words_typed_again_and_again_list_what_they_find_and_nothing_of_before(qtbot: QtBot) -> None:
    deeds = [Action(f"Refuse {number}", lambda: None) for number in range(8)]
    box = SearchBox(lambda: deeds, lambda typed: [SearchHit(f"Hit {typed}", "", "person", typed)])
    qtbot.addWidget(box)
    for _ in range(40):
        qtbot.keyClicks(box, "refuse")
        box.selectAll()
    assert box.results.count() == len(box.offers()) == 9
    qtbot.keyClicks(box, "nobody")
    assert box.offers() == ["Hit nobody"]


def test_the_board_chosen_reaches_every_page_and_is_remembered(
    opened: MainWindow, path: Path, qtbot: QtBot
) -> None:
    assert opened.desk is not None
    switch = opened.desk.top.board
    assert [switch.itemText(at) for at in range(switch.count())] == ["All boards", "Board 1", "Board 2"]
    switch.setFocus()
    qtbot.keyClick(switch, Qt.Key.Key_Down)
    chosen = opened.desk.session.board_id
    assert chosen
    assert _people(opened).session.board_id == chosen
    assert _plan(opened).session.board_id == chosen
    opened.close_office()
    opened.open_path(path)
    assert opened.desk is not None
    assert opened.desk.session.board_id == chosen


def test_a_single_board_leaves_no_choice(window: MainWindow, tmp_path: Path) -> None:
    where = tmp_path / "one.boarddesk"
    small_office(where, boards=1).close()
    window.open_path(where)
    assert window.desk is not None
    assert window.desk.top.board.count() == 1
    assert window.desk.session.board_id


def test_a_new_board_appears_in_the_switcher(opened: MainWindow) -> None:
    assert opened.desk is not None
    with opened.desk.session.file.change("Add a board") as change:
        change.insert("board", name="Forum", short_name="F", position=9)
    assert opened.desk.top.board.findText("Forum") == 3


def test_the_foot_says_what_is_saved_and_when_the_board_meets(opened: MainWindow) -> None:
    assert opened.foot.kept.text() == "All changes saved   ·   not backed up yet"
    _add_person(opened)
    assert opened.foot.kept.text().startswith("All changes saved 10:42")
    assert opened.foot.meets.text() == "Board 1 next meets in 12 days"


def test_backing_up_is_said_at_the_foot(opened: MainWindow, backups: list[str], path: Path) -> None:
    with background.at_once():
        opened.back_up_now()
    assert backups == [str(path)]
    assert "backed up today 09:03" in opened.foot.kept.text()


def test_closing_backs_up_only_what_was_changed(opened: MainWindow, backups: list[str], path: Path) -> None:
    opened.close_office()
    assert backups == []
    opened.open_path(path)
    _add_person(opened)
    opened.close_office()
    assert backups == [str(path)]


def test_a_closed_office_is_among_the_recent_ones(opened: MainWindow) -> None:
    opened.close_office()
    row = button(opened.start, "Northmoor.boarddesk, 2 boards, no plan, " + _place(opened) + ", Today 10:42")
    row.click()
    assert opened.desk is not None


def test_a_recent_office_says_what_it_held_when_it_was_closed(opened: MainWindow) -> None:
    assert opened.desk is not None
    with opened.desk.session.file.change("Add a board") as change:
        change.insert("board", name="Forum", short_name="F", position=9)
    opened.close_office()
    assert opened.settings.recent()[0].holds == "3 boards, no plan"


def _place(window: MainWindow) -> str:
    from boarddesk.ui.window.first_start import place

    return place(window.settings.recent()[0].path)


def test_a_file_that_cannot_be_opened_is_said_and_nothing_is_closed(
    opened: MainWindow, tmp_path: Path
) -> None:
    wrong = tmp_path / "letter.boarddesk"
    wrong.write_text("Dear all, this is not an office at all. " * 40, encoding="utf-8")
    assert not opened.open_path(wrong)
    dialogs = [dialog for dialog in opened.findChildren(QDialog) if dialog.isVisible()]
    assert len(dialogs) == 1
    dialogs[0].reject()
    assert opened.windowTitle() == "Northmoor.boarddesk – BoardDesk"


@pytest.mark.parametrize("failing", ["_note_recent", "drafts", "backup"])
def test_whatever_fails_while_closing_the_office_is_let_go_of(
    failing: str, opened: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise OSError("another program has it")

    assert opened.desk is not None and opened._safekeeping is not None
    file = opened.desk.session.file
    if failing == "backup":
        monkeypatch.setattr(opened._safekeeping, "stop", fails)
    elif failing == "drafts":
        monkeypatch.setattr("boarddesk.ui.window.main_window.drafts.forget_all", fails)
    else:
        monkeypatch.setattr(opened, failing, fails)
    with pytest.raises(OSError, match="another program has it"):
        opened.close_office()
    assert not lock_path(path).exists()
    assert file._closed and opened._safekeeping is None and opened.windowTitle() == "BoardDesk"


def test_an_office_open_elsewhere_can_be_read_meanwhile(window: MainWindow, path: Path) -> None:
    with OfficeFile.open(path):
        lock_path(path).write_text(_lock_of_another_machine(), encoding="utf-8")
        assert not window.open_path(path)
        dialog = next(dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())
        button(dialog, "Open to read only").click()
        assert window.windowTitle() == "Northmoor.boarddesk (read only) – BoardDesk"
        assert window.foot.kept.text().startswith("Open to read only")
        window.close_office()


def _lock_of_another_machine() -> str:
    moment = stamp(now())
    told = {"who": "Ruth", "machine": "WS-7", "pid": 1, "since": moment, "beat": moment, "token": "elsewhere"}
    return json.dumps(told)


def test_damage_found_after_opening_is_said_on_the_page(
    qtbot: QtBot, settings: Settings, path: Path, backups: list[str]
) -> None:
    bad = replace(keepers(backups), faults=lambda _path: ["Page 7 of this office file cannot be read."])
    window = MainWindow(settings, keepers=bad, entries=ENTRIES, now=lambda: MORNING)
    qtbot.addWidget(window)
    window.show()
    with background.at_once():
        window.open_path(path)
        qtbot.waitUntil(lambda: _people(window).notices.count() > 0)
    assert _people(window).notices.count() == 1


def test_the_newest_backup_takes_the_place_of_a_damaged_file_when_asked(
    window: MainWindow, path: Path
) -> None:
    back_up(path)
    path.write_bytes(path.read_bytes()[:5000])
    window.keepers = replace(window.keepers, rescue=plain_keepers().rescue)
    assert not window.open_path(path)
    dialog = next(dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())
    assert dialog.accessibleName().startswith("Northmoor.boarddesk is damaged")
    button(dialog, "Restore the newest backup").click()
    assert "Tom Hesketh" in _people(window).shown.text()
    assert [aside.stat().st_size for aside in path.parent.glob("*.damaged-*")] == [5000]


def test_a_damaged_file_without_a_backup_is_only_spoken_of(window: MainWindow, path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])
    assert not window.open_path(path)
    dialog = next(dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())
    assert "Restore the newest backup" not in buttons_of(dialog)


def test_copies_a_synchronising_program_left_are_said_on_the_page(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    shutil.copy(path, path.with_name("Northmoor (1).boarddesk"))
    window.keepers = replace(window.keepers, copies_beside=plain_keepers().copies_beside)
    with background.at_once():
        window.open_path(path)
        qtbot.waitUntil(lambda: _people(window).notices.count() > 0)
    (notice,) = _people(window).findChildren(Banner)
    assert notice.title() == "Another copy of this office lies beside it: Northmoor (1).boarddesk"
    assert "Open them all" in notice.advice()


def test_what_no_backup_holds_yet_is_backed_up_on_closing(
    window: MainWindow, path: Path, backups: list[str]
) -> None:
    window.keepers = replace(window.keepers, backup_due=plain_keepers().backup_due)
    window.open_path(path)
    window.close_office()
    assert backups == [str(path)]


def buttons_of(dialog: QDialog) -> list[str]:
    return [shown.text() for shown in dialog.findChildren(QAbstractButton)]


def test_an_empty_office_can_be_made(window: MainWindow, tmp_path: Path) -> None:
    window.create_office(tmp_path / "Westmere.boarddesk")
    assert window.windowTitle() == "Westmere.boarddesk – BoardDesk"


def test_a_new_office_begins_on_the_first_page(opened: MainWindow, tmp_path: Path) -> None:
    assert opened.desk is not None
    opened.desk.show_page("plan")
    opened.create_office(tmp_path / "Westmere.boarddesk")
    assert opened.page() is _people(opened)


def test_an_office_opened_while_the_sample_is_made_stays_open(
    qtbot: QtBot, settings: Settings, path: Path, tmp_path: Path
) -> None:
    lets_go = Event()

    def slowly(wanted: Path) -> Path:
        assert lets_go.wait(20)
        return keepers().make_sample(wanted)

    window = MainWindow(
        settings, keepers=replace(keepers(), make_sample=slowly), entries=ENTRIES, now=lambda: MORNING
    )
    qtbot.addWidget(window)
    window.show()
    window.create_sample(tmp_path / "Sample.boarddesk")
    window.open_path(path)
    lets_go.set()
    page = window.page()
    assert page is not None
    qtbot.waitUntil(lambda: page.notices.count() == 1)
    assert window.windowTitle().startswith("Northmoor.boarddesk")
    assert "Sample.boarddesk" in page.findChildren(Banner)[-1].accessibleName()


def test_the_sample_office_is_made_and_opened(window: MainWindow, tmp_path: Path) -> None:
    with background.at_once():
        window.create_sample(tmp_path / "Sample.boarddesk")
    assert window.windowTitle() == "Sample.boarddesk – BoardDesk"


def test_a_dropped_office_is_opened(window: MainWindow, path: Path) -> None:
    window.take_files([str(path)])
    assert window.desk is not None


def test_a_dropped_document_goes_to_the_page_in_front(opened: MainWindow) -> None:
    assert opened.desk is not None
    opened.desk.show_page("plan")
    opened.take_files(["plan.docx"])
    assert _plan(opened).taken == ["plan.docx"]


def test_a_file_nobody_takes_is_said_calmly(opened: MainWindow) -> None:
    opened.take_files(["letter.txt"])
    assert _people(opened).notices.count() == 1


def test_a_notice_goes_when_what_it_speaks_of_has_changed(opened: MainWindow) -> None:
    opened.tell("Not recorded yet: Tom Hesketh.")
    _add_person(opened)
    assert _people(opened).notices.count() == 0


def test_a_notice_goes_when_another_record_is_opened(opened: MainWindow) -> None:
    assert opened.desk is not None
    opened.tell("Open the register first.")
    opened.desk.open_record("person", "x")
    assert _people(opened).notices.count() == 0


def test_a_notice_about_the_file_itself_stays(opened: MainWindow) -> None:
    opened.tell("Page 7 of this office file cannot be read.", stays=True)
    _add_person(opened)
    assert _people(opened).notices.count() == 1


def test_below_1200_the_navigation_shows_icons_only_and_keeps_its_names(opened: MainWindow) -> None:
    assert opened.desk is not None
    assert opened.desk.navigation.width() == 168
    opened.resize(1100, 700)
    assert opened.desk.navigation.width() == 48
    assert button(opened.desk.navigation, "People").isVisible()


def test_a_page_outside_the_navigation_leaves_none_of_it_lit(opened: MainWindow) -> None:
    assert opened.desk is not None
    opened.desk.navigation.choose("import")
    assert not any(one.isChecked() for one in opened.findChildren(NavigationEntry))
    opened.desk.navigation.choose("plan")
    assert button(opened.desk.navigation, "Plan").isChecked()


def test_a_count_in_the_navigation_is_said_in_words(opened: MainWindow) -> None:
    _plan(opened).count_changed.emit(2)
    assert opened.desk is not None
    assert button(opened.desk.navigation, "Plan, 2 waiting")


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (1280, 690)])
def test_the_window_is_never_larger_than_the_screen_it_was_given(
    opened: MainWindow, size: tuple[int, int]
) -> None:
    opened.resize(*size)
    QApplication.sendPostedEvents()
    grabbed = opened.grab()
    assert (grabbed.width(), grabbed.height()) == size


@pytest.mark.parametrize("per_cent", [150, 200])
def test_larger_text_never_pushes_the_window_past_the_screen(opened: MainWindow, per_cent: int) -> None:
    look().set_text_size(per_cent)
    QApplication.sendPostedEvents()
    opened.resize(1366, 690)
    QApplication.sendPostedEvents()
    size = opened.size()
    look().set_text_size(100)
    assert (size.width(), size.height()) == (1366, 690)


def test_every_control_has_a_name(opened: MainWindow) -> None:
    assert unnamed(opened) == []


def test_the_keyboard_reaches_every_part_of_the_frame(opened: MainWindow) -> None:
    seen: set[str] = set()
    for _ in range(40):
        opened.focusNextChild()
        found = QApplication.focusWidget()
        if found is not None:
            seen.add(found.accessibleName())
    assert {"Board", "Search or type a command", "Undo set up"} <= seen
    assert any(isinstance(entry, NavigationEntry) for entry in opened.findChildren(NavigationEntry))
    assert {"People"} <= seen


def test_the_theme_and_text_size_are_remembered(opened: MainWindow, settings: Settings) -> None:
    for title in ("Dark", "Larger text"):
        next(command for command in opened.commands() if command.title == title).run()
    assert settings.value("theme") == "dark"
    assert settings.number("text size", 100) == 110
    assert look().tokens.dark
    look().scale = 1.0
    look().set_choice(ThemeChoice.LIGHT)


def test_help_opens_the_guide_where_it_speaks_of_the_page(opened: MainWindow, qtbot: QtBot) -> None:
    assert opened.desk is not None
    opened.desk.show_page("plan")
    opened.show_help()
    guide = opened.findChildren(HelpWindow)[-1]
    assert guide.isVisible()
    assert "import" in guide.text().casefold()
    guide.close()


def test_another_text_size_makes_the_pages_anew_and_stays_on_the_page(opened: MainWindow, path: Path) -> None:
    assert opened.desk is not None
    opened.desk.show_page("plan")
    before = opened.desk
    next(command for command in opened.commands() if command.title == "Larger text").run()
    assert opened.desk is not before
    assert opened.page() is _plan(opened)
    assert opened.desk.navigation.width() == round(168 * 1.1)
    next(command for command in opened.commands() if command.title == "Text at 100%").run()
    assert opened.desk.navigation.width() == 168


def test_a_window_left_open_over_midnight_knows_the_day(
    qtbot: QtBot, settings: Settings, path: Path, backups: list[str]
) -> None:
    moments = [MORNING]
    window = MainWindow(settings, keepers=keepers(backups), entries=ENTRIES, now=lambda: moments[-1])
    qtbot.addWidget(window)
    window.show()
    window.open_path(path)
    moments.append(MORNING + timedelta(days=1))
    timer = next(one for one in window.findChildren(QTimer) if one.interval() == EVERY_MINUTE)
    timer.timeout.emit()
    assert _people(window).session.today == moments[-1].date()
    assert window.foot.meets.text() == "Board 1 next meets in 11 days"


def test_a_backup_that_fails_is_said_and_the_office_is_closed_all_the_same(
    qtbot: QtBot, settings: Settings, path: Path
) -> None:
    def fail(_path: Path) -> datetime:
        raise FileProblem("The disk is full, so nothing was changed. Free some space, then try again.")

    window = MainWindow(
        settings, keepers=replace(keepers(), back_up=fail), entries=ENTRIES, now=lambda: MORNING
    )
    qtbot.addWidget(window)
    window.show()
    window.open_path(path)
    _add_person(window)
    window.close_office()
    assert window.desk is None
    dialog = next(one for one in window.findChildren(QDialog) if one.isVisible())
    assert dialog.accessibleName() == "The disk is full, so nothing was changed."
    dialog.close()
