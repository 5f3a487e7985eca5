"""The office's own words for marks, from the menu to the register, the figures and the report."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from boarddesk.issuing.attendance import ATTENDANCE
from boarddesk.issuing.document_kind import DocumentQuery
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.registers import reading as registers
from boarddesk.rules.registers.register import MARK_LABELS, Mark
from boarddesk.ui.attendance.page import AttendancePage
from boarddesk.ui.meetings.page import MeetingsPage
from boarddesk.ui.page import Session
from boarddesk.ui.widgets.form_dialog import FormDialog


@pytest.fixture
def meetings_page(qtbot: QtBot, sample_office: Session) -> MeetingsPage:
    page = MeetingsPage()
    qtbot.addWidget(page)
    page.show_session(sample_office)
    page.show()
    return page


def asked(page: MeetingsPage) -> FormDialog:
    page.change_mark_words()
    return page.findChildren(FormDialog, "mark words")[-1]


def words_in(page: AttendancePage | MeetingsPage) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel) if not one.isHidden()]


def test_own_words_stand_on_the_pages_and_in_the_report_and_undo_takes_them_back(
    meetings_page: MeetingsPage, sample_office: Session, qtbot: QtBot
) -> None:
    file = sample_office.file
    attendance_page = AttendancePage()
    qtbot.addWidget(attendance_page)
    attendance_page.show_session(sample_office)
    attendance_page.show()
    dialog = asked(meetings_page)
    dialog.answers.put(Mark.REMOTE, "joined online")
    dialog.accept_button.click()
    assert file.undo_label == "Change words of marks"
    qtbot.waitUntil(lambda: "joined online" in words_in(attendance_page))
    last = date(2026, 4, 30)
    report = ATTENDANCE.prepare(
        file, DocumentQuery(sample_office.today, board_id=sample_office.board_id, last=last)
    )
    assert "V joined online" in report.written(".html").decode()
    file.undo()
    assert registers.mark_labels(file) == MARK_LABELS
    attendance_page.reload()
    assert "joined online" not in words_in(attendance_page)


@pytest.mark.parametrize(
    ("words", "says"), [("Apologies", "A is called that already"), ("x" * 41, "At most 40 letters")]
)
def test_two_marks_are_never_called_the_same_and_words_stay_short(
    meetings_page: MeetingsPage, sample_office: Session, words: str, says: str
) -> None:
    dialog = asked(meetings_page)
    dialog.answers.put(Mark.ABSENT, words)
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert says in dialog.fields["X"].refused()
    assert registers.mark_labels(sample_office.file) == MARK_LABELS
    dialog.reject()


def test_an_emptied_field_goes_back_to_the_usual_words(
    meetings_page: MeetingsPage, sample_office: Session
) -> None:
    file: OfficeFile = sample_office.file
    dialog = asked(meetings_page)
    dialog.answers.put(Mark.DEPUTY, "representative came")
    dialog.accept_button.click()
    assert registers.mark_labels(file)[Mark.DEPUTY] == "representative came"
    dialog = asked(meetings_page)
    assert dialog.answers.text(Mark.DEPUTY) == "representative came"
    dialog.answers.put(Mark.DEPUTY, "")
    dialog.accept_button.click()
    assert registers.mark_labels(file)[Mark.DEPUTY] == MARK_LABELS[Mark.DEPUTY]
