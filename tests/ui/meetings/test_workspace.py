"""A meeting opened as one workspace: its states, next step, its register closed, reopened, corrected."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from boarddesk.records import attendance, meetings, registers
from boarddesk.rules.attendance import Mark
from boarddesk.rules.meetings import Meeting, MeetingState
from boarddesk.rules.refused import Refused
from boarddesk.ui.meetings.correction_dialog import CorrectionDialog
from boarddesk.ui.meetings.page import MeetingsPage
from boarddesk.ui.page import Office


@pytest.fixture
def page(qtbot: QtBot, sample_office: Office) -> MeetingsPage:
    made = MeetingsPage()
    qtbot.addWidget(made)
    made.resize(1180, 680)
    made.show_office(sample_office)
    made.show()
    return made


def _meeting(office: Office, day: date) -> Meeting:
    return next(one for one in meetings.meetings(office.file, office.board_id) if one.date == day)


def test_the_list_starts_at_the_register_left_open(page: MeetingsPage, sample_office: Office) -> None:
    assert page.table.chosen_id() == _meeting(sample_office, date(2026, 5, 12)).id


def test_an_open_register_names_who_is_missing(page: MeetingsPage, sample_office: Office) -> None:
    page.open_record("meeting", _meeting(sample_office, date(2026, 5, 12)).id)
    assert page.next.accessibleName() == "Close register"
    with pytest.raises(Refused, match=r"Not recorded yet: .+ and .+"):
        page.workspace.close_register()


def test_closing_takes_the_step_away_and_reopening_brings_it_back(
    page: MeetingsPage, sample_office: Office
) -> None:
    found = _meeting(sample_office, date(2026, 5, 12))
    attendance.mark_rest(sample_office.file, found.id, Mark.PRESENT)
    page.open_record("meeting", found.id)
    page.workspace.close_register()
    assert registers.register(sample_office.file, found.id).counts
    assert not page.next.isVisible()
    page.workspace.reopen_register()
    assert page.next.accessibleName() == "Close register"


def test_a_correction_shows_every_figure_it_changes_before_it_counts(
    page: MeetingsPage, sample_office: Office, qtbot: QtBot
) -> None:
    file, found = sample_office.file, _meeting(sample_office, date(2026, 4, 14))
    page.open_record("meeting", found.id)
    page.workspace.reopen_register()
    row = next(one for one in registers.register(file, found.id).rows if one.mark is Mark.PRESENT)
    attendance.mark(file, row.id, Mark.ABSENT)
    page.workspace.close_register()
    dialog = page.workspace.findChild(CorrectionDialog)
    said = "\n".join(label.text() for label in dialog.findChildren(type(dialog._trouble)))
    assert f"{row.person}, personal: " in said
    assert not registers.register(file, found.id).closed, "nothing is counted before the person agrees"
    dialog.try_accept()
    assert registers.register(file, found.id).closed


def test_a_meeting_without_register_offers_to_open_it_and_stores_the_roll(
    page: MeetingsPage, sample_office: Office
) -> None:
    found = _meeting(sample_office, date(2026, 6, 9))
    page.open_record("meeting", found.id)
    page.workspace.open_register()
    assert registers.register(sample_office.file, found.id).rows
    assert sample_office.file.undo_label == "Open register"


def test_a_meeting_is_cancelled_and_taken_back(page: MeetingsPage, sample_office: Office) -> None:
    found = _meeting(sample_office, date(2026, 6, 9))
    page.open_record("meeting", found.id)
    page.workspace.set_state(MeetingState.CANCELLED, why="Snow")
    assert "Cancelled: Snow" in page.workspace.stepper.accessibleName()
    sample_office.file.undo()
    assert meetings.meeting(sample_office.file, found.id).state is not MeetingState.CANCELLED


def test_the_menu_offers_only_what_may_follow(page: MeetingsPage, sample_office: Office) -> None:
    page.open_record("meeting", _meeting(sample_office, date(2026, 3, 10)).id)
    menu = QMenu(page)
    page.workspace.fill(menu)
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == ["Reopen register", "Take the register full screen"]


def test_leaving_leads_back_to_the_list(page: MeetingsPage, sample_office: Office) -> None:
    found = _meeting(sample_office, date(2026, 3, 10))
    page.open_record("meeting", found.id)
    page.show_list()
    assert page.header.title() == "Meetings"
    assert page.table.chosen_id() == found.id


def test_looking_at_meetings_writes_nothing(page: MeetingsPage, sample_office: Office) -> None:
    before = sample_office.file.commit_number
    page.open_record("meeting", _meeting(sample_office, date(2026, 5, 12)).id)
    page.show_list()
    page.reload()
    assert sample_office.file.commit_number == before
