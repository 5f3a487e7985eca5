"""Days kept free of meetings are kept, changed where they stand, and given back."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.finding import unnamed

from boarddesk.records.timetable import free_days, keep_free
from boarddesk.ui.meetings.page import MeetingsPage
from boarddesk.ui.meetings.year.free_days_form import FreeDaysList
from boarddesk.ui.page import Session
from boarddesk.ui.widgets.form_dialog import FormDialog


@pytest.fixture
def page(qtbot: QtBot, sample_office: Session) -> MeetingsPage:
    made = MeetingsPage()
    qtbot.addWidget(made)
    made.resize(1180, 680)
    made.show_session(sample_office)
    made.show()
    return made


def keeping(page: MeetingsPage) -> FormDialog:
    next(action for action in page.commands() if action.title == "Days kept free…").run()
    return page.findChildren(FormDialog, "free days")[-1]


def said(dialog: FormDialog) -> str:
    return " ".join(note.text() for note in dialog.notes)


def test_days_are_kept_free_and_a_meeting_planned_then_says_that_it_clashes(
    page: MeetingsPage, sample_office: Session
) -> None:
    dialog = keeping(page)
    assert not dialog.findChildren(FreeDaysList)[0].isVisible()
    dialog.answers.put("from_day", "8 Jun 2026")
    dialog.answers.put("until_day", "12 Jun 2026")
    dialog.answers.put("why", "Audit week")
    assert said(dialog).startswith("1 meeting is planned then: SIB on 9 Jun.")
    dialog.try_accept()
    (kept,) = free_days(sample_office.file)
    assert (kept.from_day, kept.until_day, kept.why) == (date(2026, 6, 8), date(2026, 6, 12), "Audit week")
    page.catch_up()
    states = [row.cell("state") for row in page.table.model.rows]
    (clash,) = [cell for cell in states if "clash" in cell.text]
    assert clash.text.endswith(", clash") and "Audit week" in clash.spoken
    sample_office.file.undo()
    assert free_days(sample_office.file) == ()


def test_a_single_day_needs_only_its_first(page: MeetingsPage, sample_office: Session) -> None:
    dialog = keeping(page)
    dialog.answers.put("from_day", "10 Jul 2026")
    dialog.try_accept()
    assert free_days(sample_office.file)[0].until_day == date(2026, 7, 10)


def test_those_that_are_kept_are_changed_and_taken_out_where_they_stand(
    page: MeetingsPage, sample_office: Session
) -> None:
    file = sample_office.file
    free = keep_free(file, date(2026, 10, 26), date(2026, 10, 30), "Half-term")
    dialog = keeping(page)
    kept = dialog.findChildren(FreeDaysList)[0]
    kept.table.edited.emit(free, "until_day", "2026-11-01")
    kept.table.edited.emit(free, "why", "Autumn half-term")
    assert (free_days(file)[0].until_day, free_days(file)[0].why) == (date(2026, 11, 1), "Autumn half-term")
    kept.table.edited.emit(free, "until_day", "2026-10-01")
    assert "must not lie before" in kept.refusal.text()
    assert free_days(file)[0].until_day == date(2026, 11, 1)
    assert unnamed(dialog) == []
    kept.table.choose(free)
    kept.remove()
    assert free_days(file) == ()
    dialog.reject()


def test_days_that_end_before_they_begin_are_refused(page: MeetingsPage) -> None:
    dialog = keeping(page)
    dialog.answers.put("from_day", "10 Jul 2026")
    dialog.answers.put("until_day", "9 Jul 2026")
    dialog.try_accept()
    assert "must not lie before" in dialog.fields["until_day"].refused()
    dialog.reject()
