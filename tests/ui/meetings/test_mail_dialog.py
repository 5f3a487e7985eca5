"""An e-mail around a meeting is read and changed before it is copied or saved, and nothing is sent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from email import policy
from email.parser import BytesParser
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from boarddesk.issuing.agenda import AGENDA
from boarddesk.issuing.document_kind import DocumentQuery
from boarddesk.issuing.issue import issue
from boarddesk.records import documents, meetings
from boarddesk.ui import background
from boarddesk.ui.meetings.page import MeetingsPage
from boarddesk.ui.page import Session
from boarddesk.ui.widgets.form_dialog import FormDialog

NEXT, LAST, HELD = date(2026, 6, 9), date(2026, 5, 12), date(2026, 3, 10)

Ask = Callable[[date, str], FormDialog]


@pytest.fixture
def page(qtbot: QtBot, sample_office: Session) -> MeetingsPage:
    made = MeetingsPage()
    qtbot.addWidget(made)
    made.resize(1180, 680)
    made.show_session(sample_office)
    made.show()
    return made


def menu(page: MeetingsPage, sample_office: Session, day: date) -> QMenu:
    (found,) = meetings.meetings(sample_office.file, sample_office.board_id, first=day, last=day)
    page.open_record("meeting", found.id)
    made = QMenu(page)
    page.workspace.fill(made)
    return made


@pytest.fixture
def asked(page: MeetingsPage, sample_office: Session) -> Ask:
    def ask(day: date, title: str) -> FormDialog:
        offered = menu(page, sample_office, day)
        next(action for action in offered.actions() if action.text() == title).trigger()
        return page.findChildren(FormDialog, "mail")[-1]

    return ask


def text_of(dialog: FormDialog) -> QPlainTextEdit:
    editor = dialog.fields["text"].editor
    assert isinstance(editor, QPlainTextEdit)
    return editor


def test_it_is_saved_as_an_unsent_draft_with_the_words_as_they_were_changed(
    page: MeetingsPage, asked: Ask, tmp_path: Path
) -> None:
    dialog = asked(NEXT, "E-mail: calling notice…")
    text_of(dialog).setPlainText("Dear all,\n\nParking is behind the hall.")
    dialog.try_accept()
    chooser = page.findChildren(QFileDialog)[-1]
    assert chooser.selectedFiles()[0].endswith(".eml")
    with background.at_once():
        chooser.fileSelected.emit(str(tmp_path / "notice.eml"))
    chooser.close()
    message = BytesParser(policy=policy.default).parsebytes((tmp_path / "notice.eml").read_bytes())
    assert message["X-Unsent"] == "1" and "Parking" in message.get_body(("plain",)).get_content()
    assert [part.get_filename() for part in message.iter_attachments()] == ["meeting.ics"]


def test_the_text_can_be_copied_instead_and_nothing_is_written(page: MeetingsPage, asked: Ask) -> None:
    dialog = asked(NEXT, "E-mail: reminder for replies…")
    text_of(dialog).setPlainText("Are you coming?")
    dialog._instead.click()
    assert QApplication.clipboard().text() == "Are you coming?\n"
    assert not page.findChildren(QFileDialog)


def test_it_says_to_whom_it_goes_and_that_nothing_is_sent(asked: Ask) -> None:
    dialog = asked(NEXT, "E-mail: reminder for late forms…")
    said = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Nothing is sent until you send it." in said and "To: " in said


def test_of_a_meeting_that_was_held_only_what_came_of_it_is_sent(
    page: MeetingsPage, sample_office: Session
) -> None:
    offered = [action.text() for action in menu(page, sample_office, HELD).actions()]
    assert [title for title in offered if title.startswith("E-mail")] == [
        "E-mail: actions of the meeting…",
        "E-mail: with the draft minutes…",
    ]


@pytest.mark.parametrize(
    "title", ["Issue the action list…", "Issue the minutes…", "Issue the chair’s update…"]
)
def test_what_came_of_a_meeting_is_issued_from_its_menu(
    page: MeetingsPage, sample_office: Session, tmp_path: Path, title: str
) -> None:
    offered = menu(page, sample_office, LAST)
    with background.at_once():
        next(action for action in offered.actions() if action.text() == title).trigger()
        chooser = page.findChildren(QFileDialog)[-1]
        chooser.fileSelected.emit(str(tmp_path / "issued.docx"))
    chooser.close()
    (kept,) = documents.issued(sample_office.file, meeting_id=page._open_id)[:1]
    assert (kept.version, kept.issued_on) == (1, sample_office.today)
    assert (tmp_path / "issued.docx").exists()


def test_the_notice_has_the_agenda_with_it_once_that_was_issued(
    asked: Ask, sample_office: Session, tmp_path: Path
) -> None:
    (found,) = meetings.meetings(sample_office.file, sample_office.board_id, first=NEXT, last=NEXT)
    query = DocumentQuery(sample_office.today, meeting_id=found.id)
    prepared = AGENDA.prepare(sample_office.file, query)
    issue(sample_office.file, prepared, tmp_path / "agenda.docx", today=sample_office.today)
    dialog = asked(NEXT, "E-mail: calling notice…")
    said = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Attached: SEND Improvement Board, agenda, 9 June 2026.docx and meeting.ics." in said
