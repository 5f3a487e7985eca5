"""Next month's agenda made from the last one by keys, with papers, brief and issue; each step taken back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.journeys.test_meeting_journey import Secretary, moments, window
from tests.ui.finding import button

from boarddesk.records import documents, meetings
from boarddesk.records.agenda.items import agenda, agenda_items
from boarddesk.records.agenda.papers import papers_of_meeting
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.ui.meetings.agenda.view import AgendaView
from boarddesk.ui.meetings.documents import DocumentsView
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.window.main_window import MainWindow

__all__ = ["moments", "window"]

MOST_KEYS = 120
THIS, NEXT = date(2026, 6, 9), date(2026, 7, 14)


def _settled(view: AgendaView) -> list[str]:
    shown = view.shown
    assert shown is not None
    papers = papers_of_meeting(view.session.file, shown.meeting.id)
    meeting = meetings.meeting(view.session.file, shown.meeting.id)
    return [
        f"{meeting.state} {meeting.agenda_version}",
        *(
            f"{item.parent_id} {item.title} {item.minutes} {len(papers.get(item.id, ()))}"
            for item in agenda_items(view.session.file, shown.meeting.id)
        ),
    ]


def test_next_months_agenda_is_made_from_the_last_one_in_two_minutes_of_keys(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    secretary = Secretary(qtbot, window)
    keys, page, file = secretary.keys, secretary.page, secretary.file
    wanted = next(meeting for meeting in meetings.meetings(file) if meeting.date == NEXT)
    begun = keys.pressed
    taken_back: list[str] = []

    secretary.goes_to(wanted.id)
    view = page.findChild(AgendaView)
    assert isinstance(view, AgendaView)
    kept = _settled(view)

    def has_done(label: str) -> None:
        """Taken back it leaves nothing, made again it is whole; Undo and Redo are none of the keys."""
        nonlocal kept
        after, count = _settled(view), keys.pressed
        assert after != kept, f"{label} changed nothing"
        assert (file.undo_label or "").startswith(label)
        keys.press(Qt.Key.Key_Z, control=True)
        assert _settled(view) == kept
        keys.press(Qt.Key.Key_Y, control=True)
        assert _settled(view) == after
        kept, keys.pressed = after, count
        taken_back.append(label)

    keys.tab_to(button(view.table, "Copy from a meeting"))
    keys.press(Qt.Key.Key_Return)
    assert "9 Jun" in str(keys.dialog("copy agenda").answers.editor("meeting", Choice).currentText())
    keys.press(Qt.Key.Key_Return, control=True)
    window.activateWindow()
    has_done("Copy agenda")
    assert len(agenda_items(file, wanted.id)) == len(
        agenda_items(file, next(meeting.id for meeting in meetings.meetings(file) if meeting.date == THIS))
    )

    assert "Minutes of 9 June" in [item.title for item in agenda_items(file, wanted.id)]

    keys.command("carry forward")
    assert view.carry.ticked, "there is unfinished business"
    keys.press(Qt.Key.Key_Tab, shift=True)
    keys.press(Qt.Key.Key_Return)
    has_done("Carry forward")

    keys.press(Qt.Key.Key_N, control=True)
    keys.type("Summer visits 10 min")
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Escape)
    has_done("Add item Summer visits")
    assert agenda(file, wanted.id).rows[-1].minutes == 10

    qtbot.keyClick(view.table.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    keys.pressed += 1
    has_done("Move item")

    paper = tmp_path / "Summer visits.txt"
    paper.write_text("Three visits are planned.", "utf-8")
    keys.press(Qt.Key.Key_P)
    keys.say_path(paper)
    window.activateWindow()
    has_done("Take in Summer visits")

    keys.press(Qt.Key.Key_PageUp, control=True)
    while page.workspace.front.title != "Documents":
        keys.press(Qt.Key.Key_PageUp, control=True)
    offered = page.findChild(DocumentsView)
    assert isinstance(offered, DocumentsView)
    keys.tab_to(button(offered, "Chair’s brief"))
    keys.press(Qt.Key.Key_Return)
    keys.say_path(tmp_path / "brief.docx")
    assert (tmp_path / "brief.docx").stat().st_size > 5000
    window.activateWindow()

    while page.workspace.front.title != "Agenda":
        keys.press(Qt.Key.Key_PageDown, control=True)
    keys.tab_to(page.next)
    keys.press(Qt.Key.Key_Return)
    said = keys.dialog("issue agenda")
    assert said.accept_button.isEnabled(), "nothing of it stops the issue"
    keys.press(Qt.Key.Key_Return, control=True)
    keys.say_path(tmp_path / "agenda.docx")
    window.activateWindow()
    has_done("Issue")

    meeting = meetings.meeting(file, wanted.id)
    assert (meeting.state, meeting.agenda_version) == (MeetingState.AGENDA_ISSUED, 1)
    assert [issued.kind for issued in documents.issued(file, meeting_id=wanted.id)] == ["agenda"]
    assert (tmp_path / "agenda.docx").stat().st_size > 5000
    assert len(taken_back) == 6
    assert keys.pressed - begun <= MOST_KEYS, f"{keys.pressed - begun} keys"
    assert QApplication.focusWidget() is not None


@pytest.mark.parametrize("title", ["Agenda", "Papers", "Documents"])
def test_each_tab_of_a_meeting_to_come_is_reached_by_keys(
    window: MainWindow, qtbot: QtBot, title: str
) -> None:
    secretary = Secretary(qtbot, window)
    meeting = next(known for known in meetings.meetings(secretary.file) if known.date == THIS)
    secretary.goes_to(meeting.id)
    for _ in secretary.page.workspace.parts:
        if secretary.page.workspace.front.title == title:
            break
        secretary.keys.press(Qt.Key.Key_PageDown, control=True)
    assert secretary.page.workspace.front.widget.isVisible()
