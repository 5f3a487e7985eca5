"""Pages reload when shown and stale, and never write while they load."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QSpacerItem
from pytestqt.qtbot import QtBot
from tests.ui.finding import button
from tests.ui.office_for_tests import PeoplePage, office_of, small_office
from tests.ui.settling import settle

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.ui.page import Session
from boarddesk.ui.widgets.banner import Tone


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with small_office(tmp_path / "office.boarddesk") as opened:
        yield opened


@pytest.fixture
def session(file: OfficeFile, tmp_path: Path) -> Session:
    return office_of(file, tmp_path)


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> PeoplePage:
    made = PeoplePage()
    qtbot.addWidget(made)
    made.show_session(session)
    return made


def _add_person(file: OfficeFile) -> None:
    with file.change("Add a person") as change:
        change.insert("person", name="Ruth Calder")


def test_a_hidden_page_does_not_load(page: PeoplePage) -> None:
    assert page.reloads == 0


def test_a_page_loads_once_when_it_is_shown(page: PeoplePage) -> None:
    page.show()
    page.hide()
    page.show()
    assert page.reloads == 1
    assert page.shown.text() == "Tom Hesketh"


def test_a_shown_page_hears_of_a_change_at_once(page: PeoplePage, file: OfficeFile) -> None:
    page.show()
    _add_person(file)
    assert "Ruth Calder" in page.shown.text()


def test_a_hidden_page_loads_what_changed_when_next_shown(page: PeoplePage, file: OfficeFile) -> None:
    page.show()
    page.hide()
    _add_person(file)
    assert page.reloads == 1
    page.show()
    assert page.reloads == 2


def test_changes_of_other_tables_leave_a_page_alone(page: PeoplePage, file: OfficeFile) -> None:
    page.show()
    with file.change("Add a board") as change:
        change.insert("board", name="Forum", short_name="F")
    assert page.reloads == 1


def test_an_undo_is_heard_as_any_change(page: PeoplePage, file: OfficeFile) -> None:
    _add_person(file)
    page.show()
    file.undo()
    assert page.shown.text() == "Tom Hesketh"


def test_nothing_is_heard_before_the_commit_nor_after_a_failure(page: PeoplePage, file: OfficeFile) -> None:
    page.show()
    with pytest.raises(ValueError, match="stop"):
        _fail_to_add(file)
    assert page.reloads == 1


def _fail_to_add(file: OfficeFile) -> None:
    with file.change("Add a person") as change:
        change.insert("person", name="Nobody")
        raise ValueError("stop")


def test_loading_writes_nothing(page: PeoplePage, file: OfficeFile) -> None:
    before = file.commit_number
    page.show()
    page.refresh()
    assert file.commit_number == before


class BusyPage(PeoplePage):
    """Reads boards only when a part of it is opened, and news wait while it is busy."""

    busy = False
    fails = False

    @property
    def is_at_rest(self) -> bool:
        return self.busy

    def reload(self) -> None:
        super().reload()
        if self.fails:
            raise ValueError("stop")

    def open_part(self) -> None:
        with self.hearing():
            self.session.file.rows("SELECT name FROM board")


@pytest.fixture
def busy(qtbot: QtBot, session: Session) -> BusyPage:
    made = BusyPage()
    qtbot.addWidget(made)
    made.show_session(session)
    made.show()
    return made


def _add_board(file: OfficeFile, name: str = "Forum") -> None:
    with file.change("Add a board") as change:
        change.insert("board", name=name, short_name=name)


def test_what_a_part_read_later_is_heard_until_the_page_is_read_again(
    busy: BusyPage, file: OfficeFile
) -> None:
    busy.open_part()
    _add_board(file)
    assert busy.reloads == 2
    _add_board(file, "Council")
    assert busy.reloads == 2, "the part is not open any more"


def test_news_wait_while_a_page_is_in_the_midst_of_something(busy: BusyPage, file: OfficeFile) -> None:
    busy.busy = True
    _add_person(file)
    _add_person(file)
    assert busy.reloads == 1
    busy.busy = False
    busy.catch_up()
    busy.catch_up()
    assert busy.reloads == 2


def test_a_page_that_could_not_be_read_still_hears(busy: BusyPage, file: OfficeFile) -> None:
    busy.fails = True
    with pytest.raises(ValueError, match="stop"):
        busy.renew()
    busy.fails = False
    _add_person(file)
    assert "Ruth Calder" in busy.shown.text()


def test_the_page_of_a_closed_bus_hears_nothing(page: PeoplePage, file: OfficeFile, session: Session) -> None:
    page.show()
    session.change_bus.close()
    _add_person(file)
    assert page.reloads == 1


def test_a_notice_takes_the_place_of_the_one_before_and_can_be_closed(page: PeoplePage) -> None:
    page.show()
    page.tell("One", tone=Tone.BAD)
    banner = page.tell("Two", "Do this.")
    assert page.notices.count() == 1
    assert (banner.title(), banner.advice()) == ("Two", "Do this.")
    button(banner, "Close this notice").click()
    assert page.notices.count() == 0


def test_a_notice_says_its_tone_in_words(page: PeoplePage) -> None:
    assert page.tell("No reason given", "Ask the lead why.").accessibleName() == (
        "Notice: No reason given Ask the lead why."
    )


def test_a_page_used_before_an_office_is_open_is_a_fault(qtbot: QtBot) -> None:
    made = PeoplePage()
    qtbot.addWidget(made)
    with pytest.raises(RuntimeError, match="People"):
        _ = made.session


def test_a_line_of_filters_that_is_gone_leaves_nothing_that_stands_for_others(
    qtbot: QtBot, page: PeoplePage
) -> None:
    """Python would keep the spacers of the lines before, and take the next menu in their place for one."""
    for at in range(4):
        page.header.add_near(QPushButton(f"A filter with many words that ask for room, number {at}"))
    page.show()
    before = len(_spacers())
    for width in (1600, 700, 1600, 700, 1000, 1600):
        page.resize(width, 400)
        settle()
    assert len(_spacers()) <= before


def _spacers() -> list[QSpacerItem]:
    gc.collect()
    return [one for one in gc.get_objects() if isinstance(one, QSpacerItem)]
