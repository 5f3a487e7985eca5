"""Days of one's own: asked for, refused calmly, and the same for the page, the report and the letter."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from tests.ui.attendance.conftest import shown
from tests.ui.finding import button, unnamed

from boarddesk.ui import background
from boarddesk.ui.attendance.controls import OTHER
from boarddesk.ui.attendance.page import AttendancePage
from boarddesk.ui.attendance.period import Days, Period, own_in_words
from boarddesk.ui.page import Session
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.widgets.label import WrappedLabel

TERM = (date(2026, 1, 1), date(2026, 3, 31))


def asked_for_other_days(page: AttendancePage) -> FormDialog:
    """What opens when a person picks the last of the periods."""
    choice = page.controls.period
    choice.setCurrentIndex(choice.findData(OTHER))
    choice.activated.emit(choice.currentIndex())
    return page.findChildren(FormDialog, "days")[-1]


def words_of(page: AttendancePage, path: Path) -> str:
    dialog = page.findChildren(QFileDialog)[-1]
    with background.at_once():
        dialog.fileSelected.emit(str(path))
    dialog.close()
    with ZipFile(path) as document:
        text = re.sub("<[^>]+>", " ", document.read("word/document.xml").decode())
    return " ".join(text.split())


def test_a_term_is_shown_and_stays_among_the_periods(page: AttendancePage) -> None:
    dialog = asked_for_other_days(page)
    dialog.answers.put("first", "1 Jan 2026")
    dialog.answers.put("last", "31/3/26")
    dialog.try_accept()
    assert not dialog.isVisible()
    assert {one.meetings[0].meeting.date.month for one in page._across} == {1, 2, 3}
    assert page.controls.period.currentText() == "1 Jan 26 to 31 Mar 26"
    page.controls.show_period(Period.MONTHS)
    page.reload()
    page.controls.show_period(Period.OWN)
    page.reload()
    assert shown(page).days() == TERM


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        ("1 Apr 2026", "31 Mar 2026", "before the first day"),
        ("", "", "first day, a last day, or both"),
        ("1 Jan 2026", "someday", "not a date"),
    ],
)
def test_what_is_no_period_is_refused_beside_the_field(
    page: AttendancePage, first: str, last: str, sentence: str
) -> None:
    before = shown(page).days()
    dialog = asked_for_other_days(page)
    dialog.answers.put("first", first)
    dialog.answers.put("last", last)
    dialog.try_accept()
    assert dialog.isVisible()
    assert any(sentence in one.text() for one in dialog.findChildren(WrappedLabel) if one.isVisible())
    dialog.reject()
    assert shown(page).days() == before
    assert page.controls.period.currentText() == Period.MONTHS


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (TERM, "1 Jan 26 to 31 Mar 26"),
        ((TERM[0], None), "From 1 Jan 2026"),
        ((None, TERM[1]), "To 31 Mar 2026"),
    ],
)
def test_days_of_ones_own_are_said_in_few_words(page: AttendancePage, days: Days, words: str) -> None:
    assert own_in_words(days) == words
    page.controls.take_days(days)
    assert page.controls.period.currentText() == words
    assert page.table.model.rows


@pytest.mark.parametrize("days", [TERM, (None, TERM[1])])
def test_report_and_letter_take_the_same_days(page: AttendancePage, tmp_path: Path, days: Days) -> None:
    page.controls.take_days(days)
    counted = len(shown(page).report.trend)
    page.save_report(".docx")
    page.findChildren(FormDialog, "report")[-1].try_accept()
    report = words_of(page, tmp_path / "report.docx")
    assert shown(page).report.total.seat.fraction in report.replace("\N{NO-BREAK SPACE}", " ")
    page.explain(asked=True)
    row = next(one for one in shown(page).report.rows if one.person)
    button(page.why, "Write a letter…").click()
    letter = words_of(page, tmp_path / "letter.docx")
    assert "31 March 2026" in letter
    assert f"expected you at {row.personal.of} meeting" in letter
    assert row.personal.of <= counted


def test_a_letter_about_all_meetings_counts_all_of_them(page: AttendancePage, tmp_path: Path) -> None:
    page.controls.show_period(Period.ALL)
    page.reload()
    page.explain(asked=True)
    row = shown(page).report.rows[0]
    button(page.why, "Write a letter…").click()
    assert f"expected you at {row.personal.of} meeting" in words_of(page, tmp_path / "letter.docx")


def test_every_field_of_the_dialog_has_a_name(page: AttendancePage) -> None:
    dialog = asked_for_other_days(page)
    assert unnamed(dialog) == []
    dialog.reject()


def test_the_page_opens_with_the_board_year_as_every_document(qtbot: QtBot, sample_office: Session) -> None:
    made = AttendancePage()
    qtbot.addWidget(made)
    made.show_session(sample_office)
    made.show()
    assert made.controls.period.currentText() == Period.YEAR
    assert shown(made).days() == (date(2026, 4, 1), sample_office.today)
