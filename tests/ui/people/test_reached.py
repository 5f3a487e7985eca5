"""People, seats, organisations and boards are found from anywhere in the window."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.office_for_tests import MORNING, keepers, small_office

from boarddesk.ui import background
from boarddesk.ui.people.page import PeoplePage
from boarddesk.ui.settings import Settings
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.window.desk import Desk
from boarddesk.ui.window.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(Settings(tmp_path / "window.json"), keepers=keepers(), now=lambda: MORNING)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    with background.at_once():
        yield made


@pytest.fixture
def desk(window: MainWindow, sample_path: Path, tmp_path: Path) -> Desk:
    path = tmp_path / "Northmoor.boarddesk"
    shutil.copyfile(sample_path, path)
    window.open_path(path)
    assert window.desk is not None
    return window.desk


def _people(desk: Desk) -> PeoplePage:
    page = desk.current()
    assert isinstance(page, PeoplePage)
    return page


@pytest.mark.parametrize(
    ("typed", "kind", "title"),
    [
        ("derek lomas", "person", "Derek Lomas"),
        ("voluntary sector", "seat", "Voluntary sector"),
        ("parent carer forum", "organisation", "Northmoor Parent Carer Forum"),
        ("partnership board", "board", "SEND Partnership Board"),
    ],
)
def test_what_the_search_box_finds_opens_here(
    desk: Desk, qtbot: QtBot, typed: str, kind: str, title: str
) -> None:
    desk.pick_board(desk.session.board_id)
    desk.search.setText(typed)
    desk.search.textEdited.emit(typed)
    place = next(at for at, offer in enumerate(desk.search.offers()) if offer == title)
    desk.search._do(place)
    qtbot.waitUntil(lambda: desk.current() is not None and desk.current().name == "people")
    page = _people(desk)
    qtbot.waitUntil(lambda: page.kind == kind)
    assert page.kind == kind
    assert page.detail.accessibleName() == f"Detail: {title}"


def test_former_members_are_a_word_in_the_search_box_away(desk: Desk) -> None:
    page = desk.page("people")
    next(one for one in page.commands() if one.title == "Former members").run()
    assert [row.cell("name").words for row in _people(desk).front.table.rows_shown()] == [
        "Derek Lomas",
        "Dr Hugh Penrose",
        "Pauline Sefton",
    ]


def test_ctrl_n_asks_for_what_is_listed(window: MainWindow, desk: Desk) -> None:
    desk.open_record("people", "")
    _people(desk).segments.choose("board")
    window.new_here()
    (dialog,) = [one for one in _people(desk).findChildren(FormDialog, "add board") if one.isVisible()]
    dialog.reject()


def test_todays_empty_page_leads_to_the_first_board(window: MainWindow, tmp_path: Path) -> None:
    small_office(tmp_path / "empty.boarddesk", boards=0).close()
    window.open_path(tmp_path / "empty.boarddesk")
    assert window.desk is not None
    window.desk.page("today").open_requested.emit("board", "")
    (dialog,) = [one for one in _people(window.desk).findChildren(FormDialog, "add board") if one.isVisible()]
    dialog.answers.put("name", "SEND Improvement Board")
    dialog.answers.put("short_name", "SIB")
    dialog.try_accept()
    assert window.desk.top.board.currentText() == "SEND Improvement Board"
