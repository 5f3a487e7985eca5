"""What CONTRIBUTING shows is run: an example that no longer works tells nobody how."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from tests.ui.finding import attendance_of

from boarddesk.importing.plan import kinds
from boarddesk.importing.plan.kinds import LooksLike
from boarddesk.importing.tables.grid import Cell, Grid
from boarddesk.records import meetings
from boarddesk.records.agenda.items import add_item
from boarddesk.records.file.sealed_rows import SealedRows, rows_query
from boarddesk.records.registers import reading as registers
from boarddesk.records.registers import taking
from boarddesk.records.retention import classes, finding
from boarddesk.records.retention.finding import Holding
from boarddesk.records.retention.purging import preview_purge, purge
from boarddesk.rules.registers.register import Mark
from boarddesk.rules.retention import RetentionKind
from boarddesk.ui.action import Action
from boarddesk.ui.meetings import page as meetings_page
from boarddesk.ui.meetings.attendance import attendance_part
from boarddesk.ui.meetings.page import MeetingsPage
from boarddesk.ui.meetings.part import MeetingPart
from boarddesk.ui.meetings.workspace import Workspace
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


def test_a_kind_of_table_is_named_by_its_headings(monkeypatch: pytest.MonkeyPatch) -> None:
    is_budget = example("Adding a kind of table")["is_budget"]
    texts = (("Item", "Cost", "Funding"), ("Coach", "£40,000", "ICB"))
    cells = tuple(tuple(Cell((text,)) for text in row) for row in texts)
    noted = tuple((*row, Cell((note,))) for row, note in zip(cells, ("Note", "From May"), strict=True))
    assert kinds.kind_of(Grid(1, noted))[0] is LooksLike.UNKNOWN  # what headings say is remembered
    monkeypatch.setattr(kinds, "BY_HEADINGS", ((LooksLike.FACTS, is_budget), *kinds.BY_HEADINGS))
    assert kinds.kind_of(Grid(1, cells)) == (LooksLike.FACTS, ("Item", "Cost", "Funding"))


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


Papers = dict[str, list[str]]


@pytest.fixture
def papers() -> Papers:
    return {}


@pytest.fixture
def meeting(
    qtbot: QtBot, sample_office: Session, papers: Papers, monkeypatch: pytest.MonkeyPatch
) -> MeetingsPage:
    """The register left open, the papers of the example in a tab beside it."""
    make = example("Adding a part of a meeting")["papers_part"]
    assert callable(make)
    monkeypatch.setattr(meetings_page, "PARTS", (attendance_part, partial(make, papers=papers)))
    page = MeetingsPage()
    qtbot.addWidget(page)
    page.resize(1180, 680)
    page.show_session(sample_office)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    taken = registers.registers(sample_office.file, sample_office.board_id)
    left_open = (register for register in taken if register.roll_id and not register.closed)
    page.open_record("meeting", next(left_open).meeting.id)
    return page


def papers_of(page: MeetingsPage) -> RecordTable:
    widget = page.workspace.parts[-1].widget
    assert isinstance(widget, RecordTable)
    return widget


def click_tab(page: MeetingsPage, qtbot: QtBot, title: str) -> None:
    tabs = page.workspace.tabs
    at = [tabs.tabText(tab) for tab in range(tabs.count())].index(title)
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(at).center())


def offered(page: MeetingsPage) -> list[str]:
    """What the menu of the meeting offers; the menu bar and the search box offer the same of it."""
    menu = QMenu(page)
    page.workspace.fill(menu)
    titles = [action.text() for action in menu.actions() if action.text()]
    assert [one.title for one in page.commands() if one.applies is not None and one.can_be_done()] == titles
    return titles


def test_a_part_of_a_meeting_is_a_tab_beside_the_register(meeting: MeetingsPage, qtbot: QtBot) -> None:
    register = attendance_of(meeting).register
    assert register.isVisible() and not papers_of(meeting).isVisible()
    assert meeting.next.text() == "Close register"
    assert "Add guest…" in offered(meeting) and "Add paper" not in offered(meeting)
    meeting.focus_first()
    click_tab(meeting, qtbot, "Papers")
    assert papers_of(meeting).isVisible() and not register.isVisible()
    assert meeting.focusWidget() is papers_of(meeting).view, "the focus never stays in what is hidden"
    assert meeting.next.text() == "Add paper"
    assert "Add paper" in offered(meeting) and "Change meeting…" in offered(meeting)
    assert not {"Add guest…", "Close register", "Register full screen"} & set(offered(meeting))


def test_the_next_step_is_that_of_the_part_in_front(
    meeting: MeetingsPage, papers: Papers, qtbot: QtBot
) -> None:
    click_tab(meeting, qtbot, "Papers")
    meeting.next.click()
    assert papers[meeting.workspace.meeting_id] == ["Waiting times"]
    meeting.renew()
    assert len(papers_of(meeting).model.rows) == 1
    assert not meeting.next.isVisible(), "nothing is left to do here"
    click_tab(meeting, qtbot, "Attendance")
    assert meeting.next.isVisible() and meeting.next.text() == "Close register"


def test_arrows_on_the_tabs_bring_one_part_after_the_other(meeting: MeetingsPage, qtbot: QtBot) -> None:
    tabs = meeting.workspace.tabs
    tabs.setFocus()
    qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert papers_of(meeting).isVisible() and tabs.hasFocus(), "the next arrow moves on"
    qtbot.keyClick(tabs, Qt.Key.Key_Left)
    assert attendance_of(meeting).register.isVisible() and tabs.hasFocus()
    qtbot.keyClick(tabs, Qt.Key.Key_Right)
    qtbot.keyClick(tabs, Qt.Key.Key_Escape)
    assert meeting.header.title() == "Meetings"


def test_the_part_in_front_stays_in_front_when_another_meeting_is_opened(
    meeting: MeetingsPage, papers: Papers, sample_office: Session, qtbot: QtBot
) -> None:
    first = meeting.workspace.meeting_id
    papers[first] = ["Waiting times"]
    click_tab(meeting, qtbot, "Papers")
    known = meetings.meetings(sample_office.file, sample_office.board_id)
    meeting.open_record("meeting", next(one.id for one in known if one.id != first))
    assert papers_of(meeting).isVisible() and not papers_of(meeting).model.rows
    assert meeting.next.text() == "Add paper"
    meeting.show_list()
    meeting.open_record("meeting", first)
    assert meeting.focusWidget() is papers_of(meeting).view
    assert [row.id for row in papers_of(meeting).model.rows] == ["Waiting times"]


def test_a_tab_says_how_many_stand_in_it_and_a_meeting_opens_with_the_part_it_begins_with(
    qtbot: QtBot, sample_office: Session, papers: Papers, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = example("Adding a part of a meeting")["papers_part"]
    assert callable(make)

    def counted(on: Workspace) -> MeetingPart:
        part: MeetingPart = make(on, papers)
        return replace(
            part,
            count=lambda counts: counts.items,
            begins=lambda found, today: found.meeting.date > today,
        )

    monkeypatch.setattr(meetings_page, "PARTS", (attendance_part, counted))
    page = MeetingsPage()
    qtbot.addWidget(page)
    page.show_session(sample_office)
    page.show()
    known = meetings.meetings(sample_office.file, sample_office.board_id)
    to_come = [meeting.id for meeting in known if meeting.date > sample_office.today]
    for title in ("Waiting times", "Budget"):
        add_item(sample_office.file, to_come[1], title)
    page.open_record("meeting", to_come[1])
    tabs = page.workspace.tabs
    assert [tabs.tabText(at) for at in range(tabs.count())] == ["Attendance", "Papers   2"]
    assert tabs.currentIndex() == 1
    page.open_record("meeting", known[0].id)
    assert tabs.currentIndex() == 0, "a meeting that is over opens with its register"
    page.open_record("meeting", to_come[2])
    assert tabs.tabText(1) == "Papers", "nothing is said of none"
    page.open_record("meeting", known[0].id)
    page.workspace.show_part("Papers")
    page.open_record("meeting", to_come[2])
    page.open_record("meeting", known[0].id)
    assert tabs.currentIndex() == 1, "what somebody picked stays in front"


def test_ctrl_page_down_goes_on_to_the_next_part(meeting: MeetingsPage, qtbot: QtBot) -> None:
    meeting.focus_first()
    qtbot.keyClick(meeting.focusWidget(), Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert meeting.focusWidget() is papers_of(meeting).view
    qtbot.keyClick(papers_of(meeting).view, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert attendance_of(meeting).register.isVisible()


def test_a_register_behind_another_part_waits_and_is_as_it_stands_when_it_comes_back(
    meeting: MeetingsPage, sample_office: Session, qtbot: QtBot
) -> None:
    file, view = sample_office.file, attendance_of(meeting).register
    found = registers.register(file, meeting.workspace.meeting_id)
    missing = next(row.id for row in found.rows if row.mark is None)

    def said() -> str:
        return next(row.cell("mark").mark for row in view.table.model.rows if row.id == missing)

    click_tab(meeting, qtbot, "Papers")
    taking.mark(file, missing, Mark.PRESENT)
    assert said() == "", "only what is in front is filled"
    click_tab(meeting, qtbot, "Attendance")
    assert said() == "P"


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


def test_what_is_added_to_minutes_is_found_by_its_meeting() -> None:
    votes = example("Adding what minutes say")["VOTES"]
    assert isinstance(votes, SealedRows)
    asked = "SELECT t.meeting_id AS of_meeting, t.id, t.meeting_id, t.person_id, t.voted FROM vote t"
    assert rows_query(votes).startswith(asked)


def test_the_example_retention_class_is_found_and_erased(
    sample_office: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = example("Adding a retention class")
    kind, holding, file = made["FOUND_IN_PAPERS"], made["HOLDING"], sample_office.file
    assert isinstance(kind, RetentionKind) and isinstance(holding, Holding)
    monkeypatch.setattr(classes, "KINDS", (kind,))
    monkeypatch.setattr(finding, "HOLDINGS", {kind.key: (holding,)})
    classes.set_class(file, kind, years=0, counted_from=kind.counted_from, why=kind.why)
    preview = preview_purge(file, today=sample_office.today)
    purge(file, preview, typed=str(preview.how_many), why="Our policy", today=sample_office.today)
    assert preview.how_many and not preview_purge(file, today=sample_office.today).due
    assert file.value("SELECT count(*) FROM paper_finding") == 0
