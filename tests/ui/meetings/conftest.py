"""A meeting to come, with a board, people and an agenda, opened on its page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from boarddesk.records import boards, meetings, people
from boarddesk.records.agenda.items import add_item, agenda_items
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.ui.change_bus import ChangeBus
from boarddesk.ui.meetings.agenda.view import AgendaView
from boarddesk.ui.meetings.page import MeetingsPage
from boarddesk.ui.page import Session
from boarddesk.ui.settings import Settings

TODAY, DAY, NEXT = date(2026, 5, 28), date(2026, 6, 9), date(2026, 7, 14)


@dataclass
class AgendaDesk:
    """The page with the agenda of a meeting in front."""

    page: MeetingsPage
    file: OfficeFile
    board: str
    meeting: str
    next_meeting: str

    @property
    def view(self) -> AgendaView:
        found = self.page.findChild(AgendaView)
        assert isinstance(found, AgendaView)
        return found

    def titles(self, meeting: str = "") -> list[str]:
        """Each item of an agenda with its number."""
        items = agenda_items(self.file, meeting or self.meeting)
        return [f"  {item.title}" if item.parent_id else item.title for item in items]

    def id_of(self, title: str) -> str:
        return next(item.id for item in agenda_items(self.file, self.meeting) if item.title == title)

    def choose(self, title: str) -> None:
        assert self.view.table.choose(self.id_of(title))


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[AgendaDesk]:
    file = OfficeFile.create(tmp_path / "office.boarddesk")
    board = boards.add_board(file, "Improvement Board", "SIB")
    people.add_person(file, "Ruth Calder")
    meeting = meetings.add_meeting(file, board, DAY, start_time="13:30", end_time="15:30")
    later = meetings.add_meeting(file, board, NEXT, start_time="13:30", end_time="15:30")
    bus = ChangeBus(file)
    page = MeetingsPage()
    qtbot.addWidget(page)
    page.resize(1180, 680)
    page.show_session(Session(file, board, TODAY, bus, Settings(tmp_path / "window.json")))
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.open_record("meeting", meeting)
    yield AgendaDesk(page, file, board, meeting, later)
    bus.close()
    page.close()
    file.close()


@pytest.fixture
def full(desk: AgendaDesk) -> AgendaDesk:
    """Four items, the third with two under it; they last a little longer than the meeting."""
    for title, minutes in (("Welcome", 10), ("Minutes", 20)):
        add_item(desk.file, desk.meeting, title, minutes=minutes)
    heading = add_item(desk.file, desk.meeting, "Therapies")
    for title, minutes in (("Waits", 30), ("Posts", 30)):
        add_item(desk.file, desk.meeting, title, under=heading, minutes=minutes)
    for title, minutes in (("Budget", 30), ("Close", 10)):
        add_item(desk.file, desk.meeting, title, minutes=minutes)
    desk.page.focus_first()
    return desk
