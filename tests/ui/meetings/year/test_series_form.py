"""A year of meetings planned from the Meetings page: proposed live, ticked, made in one change."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.finding import unnamed

from boarddesk.records.meetings import meetings
from boarddesk.records.timetable import keep_free
from boarddesk.ui.meetings.page import MeetingsPage
from boarddesk.ui.meetings.year.proposed_list import ProposedList
from boarddesk.ui.page import Session
from boarddesk.ui.widgets.banner import Banner
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.widgets.table.record_table import RecordTable


@pytest.fixture
def page(qtbot: QtBot, sample_office: Session) -> MeetingsPage:
    made = MeetingsPage()
    qtbot.addWidget(made)
    made.resize(1180, 680)
    made.show_session(sample_office)
    made.show()
    return made


def planning(page: MeetingsPage) -> FormDialog:
    next(action for action in page.commands() if action.title == "Plan the year’s dates…").run()
    return page.findChildren(FormDialog, "series")[-1]


def days(dialog: FormDialog) -> ProposedList:
    return dialog.findChildren(ProposedList)[0]


def table(dialog: FormDialog) -> RecordTable:
    return days(dialog).table


def fill(dialog: FormDialog, **given: str) -> None:
    for key, value in given.items():
        dialog.answers.put(key, value)


def wrong(dialog: FormDialog) -> dict[str, str]:
    rows = table(dialog).model.rows
    return {row.id: row.cell("wrong").text for row in rows if row.cell("wrong").text}


def test_the_next_year_is_proposed_as_the_board_has_met_until_now(
    page: MeetingsPage, sample_office: Session
) -> None:
    dialog = planning(page)
    answers = dialog.answers
    keys = ("repeats", "every", "nth", "weekday", "skip")
    assert [answers.text(key) for key in keys] == ["months", "1", "2", "1", "August"]
    planned = meetings(sample_office.file, sample_office.board_id)
    proposed = days(dialog).wanted()
    assert proposed and min(proposed) > max(meeting.date for meeting in planned)
    assert all(day.weekday() == 1 and 8 <= day.day <= 14 and day.month != 8 for day in proposed)
    assert unnamed(dialog) == []
    dialog.reject()


def test_what_is_ticked_is_made_in_one_change_and_undone_in_one(
    page: MeetingsPage, sample_office: Session
) -> None:
    file, whose = sample_office.file, sample_office.board_id
    before = meetings(file, whose)
    dialog = planning(page)
    fill(dialog, first="1 Apr 2028", until="31 Mar 2029")
    assert len(days(dialog).wanted()) == 11
    table(dialog).ticked.emit("2028-05-09", "tick", False)
    assert days(dialog).count.text() == "10 of 11 days ticked"
    dialog.try_accept()
    made = [meeting for meeting in meetings(file, whose) if meeting not in before]
    assert len(made) == 10 and date(2028, 5, 9) not in [meeting.date for meeting in made]
    assert {meeting.start_time for meeting in made} == {"13:30"}
    assert "10 meetings planned" in page.findChildren(Banner)[-1].accessibleName()
    assert file.undo_label == "Plan 10 meetings of SIB"
    file.undo()
    assert meetings(file, whose) == before


def test_each_day_says_what_speaks_against_it_and_is_left_out_or_moved(
    page: MeetingsPage, sample_office: Session
) -> None:
    keep_free(sample_office.file, date(2027, 10, 25), date(2027, 10, 29), "Half-term")
    dialog = planning(page)
    fill(dialog, first="1 Sep 2027", until="30 Apr 2028", weekday="0", nth="-1", own="25 Dec 2027")
    assert wrong(dialog) == {
        "2027-10-25": "The office keeps it free: Half-term, 25 October to 29 October 2027.",
        "2027-12-25": "It is a Saturday.",
        "2027-12-27": "Bank holiday: Christmas Day (substitute day).",
    }
    table(dialog).choose("2027-10-25")
    assert days(dialog).reason.text().startswith("Mon 25 Oct 2027: The office keeps it free")
    dialog.answers.put("closed", "move")
    assert wrong(dialog)["2027-11-01"].startswith("In place of 25 October 2027.")
    assert "2027-12-29" in wrong(dialog)
    dialog.reject()


def test_a_day_on_which_the_board_meets_cannot_be_ticked(page: MeetingsPage) -> None:
    dialog = planning(page)
    fill(dialog, repeats="own", own="9 Jun 2026, 10 Jun 2026")
    assert wrong(dialog) == {"2026-06-09": "SIB already meets on that day."}
    table(dialog).ticked.emit("2026-06-09", "tick", True)
    assert days(dialog).wanted() == [date(2026, 6, 10)]
    dialog.reject()


@pytest.mark.parametrize(
    ("key", "typed", "says"),
    [
        ("every", "0", "from 1 to 52"),
        ("skip", "summer", "no month called “summer”"),
        ("own", "31 Jun 2026", "“31 Jun 2026”"),
        ("until", "1 Jan 2020", "must not lie before"),
        ("until", "1 Jan 2039", "five years"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field_and_makes_nothing(
    page: MeetingsPage, sample_office: Session, key: str, typed: str, says: str
) -> None:
    before = sample_office.file.commit_number
    dialog = planning(page)
    dialog.answers.put(key, typed)
    assert days(dialog).wanted() == []
    dialog.try_accept()
    assert says in dialog.fields[key].refused()
    assert sample_office.file.commit_number == before
    dialog.reject()


def test_with_nothing_ticked_it_says_so_and_stays_open(page: MeetingsPage) -> None:
    dialog = planning(page)
    fill(dialog, repeats="own")
    assert days(dialog).count.text() == "No day comes of this yet."
    dialog.try_accept()
    assert dialog.isVisible()
    dialog.reject()


def test_ticks_of_ones_own_stay_while_the_pattern_changes(page: MeetingsPage) -> None:
    dialog = planning(page)
    fill(dialog, first="1 Apr 2028", until="31 Mar 2029")
    table(dialog).ticked.emit("2028-05-09", "tick", False)
    fill(dialog, own="31 Aug 2028")
    assert date(2028, 5, 9) not in days(dialog).wanted()
    assert date(2028, 8, 31) in days(dialog).wanted()
    dialog.reject()


def test_a_year_is_planned_with_the_keyboard_alone(
    page: MeetingsPage, sample_office: Session, qtbot: QtBot
) -> None:
    before = len(meetings(sample_office.file, sample_office.board_id))
    dialog = planning(page)

    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    table(dialog).choose_first()
    table(dialog).view.setFocus()
    wanted = len(days(dialog).wanted())
    qtbot.keyClick(table(dialog).view, Qt.Key.Key_Space)
    assert len(days(dialog).wanted()) == wanted - 1
    qtbot.keyClick(table(dialog).view, Qt.Key.Key_Down)
    qtbot.keyClick(table(dialog).view, Qt.Key.Key_Space)
    qtbot.keyClick(table(dialog).view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible(), "and Ctrl+Enter plans them, wherever the focus is"
    assert len(meetings(sample_office.file, sample_office.board_id)) == before + wanted - 2
