"""The calendar file is saved from a meeting's menu, and what calendars do with it is said before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu
from pytestqt.qtbot import QtBot

from boarddesk.records import meetings
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.ui import background
from boarddesk.ui.meetings.page import MeetingsPage
from boarddesk.ui.page import Session
from boarddesk.ui.widgets.form_dialog import FormDialog

NEXT, HELD = date(2026, 6, 9), date(2026, 3, 10)

Open = Callable[[date], str]


@pytest.fixture
def page(qtbot: QtBot, sample_office: Session) -> MeetingsPage:
    made = MeetingsPage()
    qtbot.addWidget(made)
    made.resize(1180, 680)
    made.show_session(sample_office)
    made.show()
    return made


@pytest.fixture
def opened(page: MeetingsPage, sample_office: Session) -> Open:
    """Opens the meeting of a day; its id."""

    def open_one(day: date) -> str:
        (found,) = meetings.meetings(sample_office.file, sample_office.board_id, first=day, last=day)
        page.open_record("meeting", found.id)
        return found.id

    return open_one


def menu_words(page: MeetingsPage) -> list[str]:
    menu = QMenu(page)
    page.workspace.fill(menu)
    return [action.text() for action in menu.actions()]


def asked(page: MeetingsPage) -> FormDialog:
    menu = QMenu(page)
    page.workspace.fill(menu)
    next(action for action in menu.actions() if action.text() == "Calendar file…").trigger()
    return page.findChildren(FormDialog)[-1]


def said(dialog: FormDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_it_is_saved_where_the_person_chooses(page: MeetingsPage, opened: Open, tmp_path: Path) -> None:
    opened(NEXT)
    asked(page).try_accept()
    dialog = page.findChildren(QFileDialog)[-1]
    assert dialog.selectedFiles()[0].endswith("SIB 2026-27 · 03.ics")
    with background.at_once():
        dialog.fileSelected.emit(str(tmp_path / "meeting.ics"))
    dialog.close()
    (event,) = Calendar.from_ical((tmp_path / "meeting.ics").read_bytes()).events
    assert event["DTSTART"].dt.date() == NEXT


def test_what_outlook_does_with_a_newer_file_is_said(page: MeetingsPage, opened: Open) -> None:
    opened(NEXT)
    dialog = asked(page)
    assert "Outlook" in said(dialog) and "twice" in said(dialog)
    dialog.reject()


def test_a_meeting_without_an_end_says_how_long_it_is_taken_to_be(
    page: MeetingsPage, opened: Open, sample_office: Session
) -> None:
    meetings.update_meeting(sample_office.file, opened(NEXT), end_time="")
    dialog = asked(page)
    assert "120 minutes" in said(dialog)
    dialog.reject()


def test_a_cancelled_meeting_offers_the_file_that_cancels_it(
    page: MeetingsPage, opened: Open, sample_office: Session
) -> None:
    meetings.set_state(sample_office.file, opened(NEXT), MeetingState.CANCELLED, today=sample_office.today)
    dialog = asked(page)
    assert "cancels the meeting" in said(dialog)
    dialog.reject()


def test_a_meeting_that_was_held_needs_no_entry_any_more(page: MeetingsPage, opened: Open) -> None:
    opened(HELD)
    assert "Calendar file…" not in menu_words(page)


def test_making_the_file_writes_nothing_into_the_office(
    page: MeetingsPage, opened: Open, sample_office: Session
) -> None:
    opened(NEXT)
    before = sample_office.file.commit_number
    asked(page).try_accept()
    page.findChildren(QFileDialog)[-1].close()
    assert sample_office.file.commit_number == before


def year_file(page: MeetingsPage) -> FormDialog:
    next(action for action in page.commands() if action.title == "Calendar of the year…").run()
    return page.findChildren(FormDialog, "year")[-1]


def test_a_years_meetings_are_saved_as_one_file_and_what_outlook_does_is_said(
    page: MeetingsPage, sample_office: Session, tmp_path: Path
) -> None:
    dialog = year_file(page)
    assert "Outlook" in said(dialog)
    dialog.answers.put("which", "SIB 2026/27")
    dialog.try_accept()
    asks = page.findChildren(QFileDialog)[-1]
    assert asks.selectedFiles()[0].endswith("Meetings, SIB 2026-27.ics")
    with background.at_once():
        asks.fileSelected.emit(str(tmp_path / "year.ics"))
    asks.close()
    events = Calendar.from_ical((tmp_path / "year.ics").read_bytes()).events
    first, last = date(2026, 4, 1), date(2027, 3, 31)
    there = meetings.meetings(sample_office.file, sample_office.board_id, first=first, last=last)
    assert len(events) == sum(not meeting.state.was_held for meeting in there) > 1


def test_a_year_with_nothing_to_come_says_so_in_the_dialog(
    page: MeetingsPage, sample_office: Session
) -> None:
    for meeting in meetings.meetings(sample_office.file, sample_office.board_id, first=NEXT):
        meetings.remove_meeting(sample_office.file, meeting.id)
    dialog = year_file(page)
    dialog.try_accept()
    assert dialog.isVisible() and "nothing to put in calendars" in said(dialog)
    dialog.reject()
