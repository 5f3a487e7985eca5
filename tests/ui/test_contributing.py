"""What CONTRIBUTING shows is run: an example that no longer works tells nobody how."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boarddesk.ui.action import Action
from boarddesk.ui.page import Session
from boarddesk.ui.records_page.page import RecordsPage
from boarddesk.ui.records_page.section import Section
from boarddesk.ui.widgets.buttons import secondary_of
from boarddesk.ui.widgets.table.record_table import RecordTable
from boarddesk.ui.widgets.table.rows import Column, Row

GUIDE = Path(__file__).resolve().parents[2] / "CONTRIBUTING.md"


def example(title: str) -> dict[str, object]:
    """What the example under a heading makes."""
    under = GUIDE.read_text("utf-8").split(f"## {title}\n")[1].split("\n## ")[0]
    made: dict[str, object] = {"__name__": "example"}
    for block in re.findall(r"```python\n(.*?)```", under, re.DOTALL):
        exec(compile(block, title, "exec"), made)
    return made


class RoomsPage(RecordsPage[list[str]]):
    """The example on a page."""

    name, title = "rooms", "Rooms"

    def __init__(self, make: Callable[..., Section[list[str]]]) -> None:
        super().__init__()
        self.names: list[str] = []
        self.set_sections([make(self, self.names)])

    def read(self) -> list[str]:
        return self.names

    def says(self, read: list[str] | None) -> str:
        return f"{len(read or ())} rooms"


def test_a_list_is_a_section_of_a_page(qtbot: QtBot, sample_office: Session) -> None:
    make = example("Adding a list to a page")["rooms"]
    assert callable(make)
    page = RoomsPage(make)
    qtbot.addWidget(page)
    page.resize(1180, 680)
    page.show_session(sample_office)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    assert page.front.is_empty and not page.add_button.isVisible()
    page.new_record()
    page.renew()
    assert page.header.detail() == "1 rooms"
    assert page.front.filter.count() == "1 room" and page.add_button.text() == " Add room"
    assert page.both.is_detail_shown() and page.detail.accessibleName() == "Detail: Another room"
    page.focus_first()
    qtbot.keyClick(page.front.table.view, Qt.Key.Key_Delete)
    page.renew()
    assert page.front.is_empty and not page.both.is_detail_shown()


def in_menu(table: RecordTable) -> tuple[str, bool]:
    """The first entry of the menu of a row, and whether it is on."""
    menu = table.menu()
    menu.popup(table.mapToGlobal(table.rect().center()))
    entry = menu.actions()[0]
    said = (entry.text(), entry.isEnabled())
    menu.close()
    return said


def test_an_action_is_offered_on_a_row_by_its_keys_and_as_a_button(qtbot: QtBot) -> None:
    make = example("Adding an action")["praise"]
    assert callable(make)
    chosen: list[str] = []
    praised: list[str] = []
    action: Action = make(chosen, praised)
    table = RecordTable("example", (Column("name", "Name"),))
    table.set_rows([Row("ruth", {"name": "Ruth Calder"})])
    table.set_actions([action])
    qtbot.addWidget(table)
    with qtbot.waitActive(table):
        table.show()
        table.activateWindow()
    table.choose_first()
    table.view.setFocus()
    assert in_menu(table) == ("Praise…", False)
    qtbot.keyClick(table.view, Qt.Key.Key_P)
    assert praised == [], "it does not apply while nobody is chosen"
    chosen.append("ruth")
    assert in_menu(table) == ("Praise…", True)
    qtbot.keyClick(table.view, Qt.Key.Key_P)
    button = secondary_of(action)
    qtbot.addWidget(button)
    button.click()
    assert praised == ["ruth", "ruth"]
    assert button.text() == "Praise who is chosen" and action.matches("well done")
