"""The Attendance page: the three figures, the matrix, and the sum behind each figure."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot
from tests.ui.attendance.conftest import BEFORE_SEALS, group_by, shown
from tests.ui.finding import button, unnamed

from boarddesk.records.attendance.report import report as attendance_report
from boarddesk.records.registers import reading as registers
from boarddesk.records.registers import taking as attendance
from boarddesk.rules.attendance.groups import By
from boarddesk.rules.people import Sector
from boarddesk.rules.registers.register import Mark
from boarddesk.ui import background
from boarddesk.ui.attendance import matrix
from boarddesk.ui.attendance.charts_dialog import ChartsDialog
from boarddesk.ui.attendance.controls import FURTHER, MORE
from boarddesk.ui.attendance.page import AttendancePage
from boarddesk.ui.attendance.period import Period
from boarddesk.ui.attendance.report_dialog import NEITHER
from boarddesk.ui.look.theme import look
from boarddesk.ui.page import Session
from boarddesk.ui.widgets.banner import Banner
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.widgets.scrolling import scrolling


def test_the_figures_are_those_of_the_report(page: AttendancePage, sample_office: Session) -> None:
    report = shown(page).report
    again = attendance_report(
        sample_office.file,
        By.PERSON,
        board_id=sample_office.board_id,
        first=report.first,
        last=report.last,
        today=sample_office.today,
    )
    percent, fraction, note = page.figures["seat"].shown()
    assert percent == again.total.seat.shown(again.total.target)
    assert fraction == again.total.seat.fraction
    assert "target 90%" in note


def test_every_figure_stands_with_its_fraction(page: AttendancePage) -> None:
    for row in page.table.model.rows:
        for key in ("personal", "seat"):
            cell = row.cell(key)
            assert cell.before or cell.text == "–"


def test_a_letter_stands_under_its_meeting_as_the_register_has_it(
    page: AttendancePage, sample_office: Session
) -> None:
    for across in page._across:
        found = registers.register(sample_office.file, across.meetings[0].meeting.id)
        for row in found.rows:
            cell = next(
                one for one in page.table.model.rows if matrix.group_of(one.id).key == row.seat_id
            ).cell(across.key)
            assert cell.mark == (row.mark.value if row.mark and not cell.muted_ground else "")


def test_why_adds_up_to_the_figure_of_the_row(page: AttendancePage) -> None:
    row = next(one for one in shown(page).report.rows if 0 < one.personal.n < one.personal.of)
    page.table.choose(matrix.row_id(row.group))
    page.explain(asked=True)
    page.why.copy()
    assert row.judged.fraction in QGuiApplication.clipboard().text()


def test_a_meeting_of_the_sum_leads_to_its_register(page: AttendancePage, qtbot: QtBot) -> None:
    page.explain(asked=True)
    with qtbot.waitSignal(page.open_requested) as asked:
        button(page.why, "Open the register of 14 April 2026").click()
    assert asked.args[0] == "meeting"


def test_the_open_register_is_said_and_left_out(page: AttendancePage) -> None:
    assert "1 register open" in page.figures["seat"].shown()[2]


def test_names_and_figures_stay_while_meetings_scroll_and_bars_follow_their_columns(
    page: AttendancePage, qtbot: QtBot
) -> None:
    page.controls.show_period(Period.ALL)
    page.reload()
    QApplication.processEvents()
    bar = page.table.view.horizontalScrollBar()
    assert bar.maximum() > 0
    assert bar.value() == bar.maximum(), "the latest meeting is in sight first"
    assert [pinned.isVisible() for pinned in page.table.pinned] == [True, True]
    latest = page.foot.bars.accessibleName()
    bar.setValue(0)
    assert page.foot.bars.accessibleName() != latest
    head = page.table.view.head
    keys = [one.key for one in page.table.model.columns]
    places = {head.sectionViewportPosition(keys.index(one.key)) for one in page._across}
    assert {left for left, _ in page.foot.bars._places} <= places


def test_a_sector_leaves_only_its_seats_and_their_figures(page: AttendancePage) -> None:
    everything = shown(page).report.total.seat
    page.controls.sector.choose(Sector.HEALTH)
    page.reload()
    health = shown(page).report
    assert 0 < health.total.seat.of < everything.of
    assert health.total.seat.of == sum(row.seat.of for row in health.members)


@pytest.mark.parametrize("by", [By.SEAT, By.PERSON, By.ORGANISATION, *FURTHER])
def test_each_grouping_pools_to_the_same_total(page: AttendancePage, by: By) -> None:
    group_by(page, by)
    report = shown(page).report
    assert sum(row.seat.n for row in report.members) == report.total.seat.n
    assert page.table.model.rows
    assert all(
        row.cell(column.key).spoken is not None
        for row in page.table.model.rows
        for column in page.table.model.columns
    )


def test_the_rarer_groupings_are_chosen_from_a_menu_by_keyboard(page: AttendancePage, qtbot: QtBot) -> None:
    page.controls.grouping._buttons[MORE].click()
    menu = page.controls.grouping.findChildren(QMenu)[-1]
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert shown(page).query.by is By.ROLE
    assert page.controls.grouping.value() == MORE


def test_all_boards_stand_under_their_names_with_months_across(
    page: AttendancePage, sample_office: Session
) -> None:
    page.show_session(replace(sample_office, board_id=None))
    titles = [group.title for group in page.table.model.groups]
    assert any("Improvement Board" in title for title in titles)
    assert any(title.endswith("advisers, reported apart") for title in titles)
    assert all(one.key.startswith("month") for one in page._across)
    page.explain(asked=True)
    page.why.copy()
    assert QGuiApplication.clipboard().text()


def test_who_missed_two_in_a_row_is_named_and_can_be_shown_alone(
    page: AttendancePage, sample_office: Session
) -> None:
    file = sample_office.file
    page.controls.take_days(BEFORE_SEALS)
    page.reload()
    newest = [one for one in page._across if "counted" in one.says][-2:]
    for across in newest:
        meeting = across.meetings[0].meeting
        attendance.reopen_register(file, meeting.id)
        row = registers.register(file, meeting.id).rows[1]
        attendance.mark(file, row.id, Mark.ABSENT)
        attendance.close_register(file, meeting.id, today=sample_office.today)
    page.reload()
    assert page.foot.missed.text() == "1 missed two in a row"
    page.foot.missed.click()
    assert len(page.table.rows_shown()) == 1
    assert "has missed the last" in page.table.rows_shown()[0].cell("name").spoken
    page.foot.missed.click()
    assert len(page.table.rows_shown()) > 10


def test_the_sum_opens_over_the_table_where_there_is_no_room(page: AttendancePage) -> None:
    page.resize(900, 680)
    QApplication.processEvents()
    assert not page.why.isVisible()
    page.table.opened.emit(page.table.chosen_id())
    assert page.why.isVisible()
    page.beside.close_detail()
    assert not page.why.isVisible()


# ── documents ──


def choose_path(page: AttendancePage, path: Path) -> None:
    dialog = page.findChildren(QFileDialog)[-1]
    with background.at_once():
        dialog.fileSelected.emit(str(path))
    dialog.close()


def said(page: AttendancePage) -> str:
    banner = page.findChildren(Banner)[-1]
    return f"{banner.title()} {banner.advice()}"


@pytest.mark.parametrize("ending", [".docx", ".xlsx"])
def test_a_published_copy_is_saved_where_chosen(page: AttendancePage, tmp_path: Path, ending: str) -> None:
    page.save_report(ending)
    dialog = page.findChildren(FormDialog, "report")[-1]
    dialog.answers.put("copy", NEITHER)
    dialog.try_accept()
    choose_path(page, tmp_path / f"published{ending}")
    path = tmp_path / f"published{ending}"
    part = "word/footer1.xml" if ending == ".docx" else "xl/worksheets/sheet2.xml"
    with zipfile.ZipFile(path) as package:
        assert "Published copy" in package.read(part).decode()
    assert "Draft saved" in said(page)


@pytest.mark.parametrize("across", ["meetings", "people"])
def test_the_workbook_has_across_the_top_what_was_chosen(
    page: AttendancePage, tmp_path: Path, across: str
) -> None:
    page.save_report(".xlsx")
    dialog = page.findChildren(FormDialog, "report")[-1]
    assert not dialog.fields["across"].isHidden()
    dialog.answers.put("across", across)
    dialog.try_accept()
    choose_path(page, tmp_path / "register.xlsx")
    column = load_workbook(tmp_path / "register.xlsx")["Members"]["A"]
    assert (column[1].value == "Seat") is (across == "people")


def test_a_report_in_word_is_not_asked_what_stands_across(page: AttendancePage) -> None:
    page.save_report(".docx")
    dialog = page.findChildren(FormDialog, "report")[-1]
    assert dialog.fields["across"].isHidden()
    dialog.reject()


def test_a_report_open_elsewhere_is_saved_beside_and_said(
    page: AttendancePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.xlsx"
    path.write_bytes(b"open in another program")
    usual = Path.replace

    def held_open(self: Path, target: Path) -> Path:
        if Path(target) == path:
            raise PermissionError(13, "in use")
        return usual(self, target)

    monkeypatch.setattr(Path, "replace", held_open)
    page.save_report(".xlsx")
    page.findChildren(FormDialog, "report")[-1].try_accept()
    choose_path(page, path)
    assert (tmp_path / "report (2).xlsx").exists()
    assert "stands beside it" in said(page)


def test_an_issued_report_is_kept_and_undone(
    page: AttendancePage, sample_office: Session, tmp_path: Path
) -> None:
    page.save_report(".docx")
    dialog = page.findChildren(FormDialog, "report")[-1]
    dialog.answers.put("keeping", "issue")
    with background.at_once():  # what is left over in it is looked for beside the window
        dialog.try_accept()
    choose_path(page, tmp_path / "issued.docx")
    assert "Issued, version 1" in said(page)
    assert (sample_office.file.undo_label or "").startswith("Issue ")


def test_a_letter_is_written_for_the_person_of_the_row(page: AttendancePage, tmp_path: Path) -> None:
    page.explain(asked=True)
    button(page.why, "Write a letter…").click()
    choose_path(page, tmp_path / "letter.docx")
    assert (tmp_path / "letter.docx").exists()


def test_a_letter_covers_the_time_the_page_shows(page: AttendancePage, tmp_path: Path) -> None:
    page.controls.show_period(Period.ALL)
    page.reload()
    page.explain(asked=True)
    first = min(one.meeting.date for one in shown(page).rolls.meetings)
    button(page.why, "Write a letter…").click()
    choose_path(page, tmp_path / "letter.docx")
    words = " ".join(one.text for one in Document(str(tmp_path / "letter.docx")).paragraphs)
    assert f"Between {first.day} {first:%B %Y} and" in words


def test_charts_stand_large_with_the_table_that_says_the_same(page: AttendancePage) -> None:
    with background.at_once():
        page.show_charts()
        dialog = page.findChildren(ChartsDialog)[-1]
        assert not dialog.picture.pixmap().isNull()
        counted = [one for one in page._across if one.figure(shown(page).report).of]
        assert len(dialog.table.model.rows) == len(counted)
        dialog.which.choose("heat")
        dialog._show("heat")
        assert len(dialog.table.model.rows) == len(shown(page).report.members)
        assert "Heat map" in dialog.picture.accessibleName()
    dialog.close()


def test_a_seat_asked_for_from_elsewhere_is_chosen(page: AttendancePage) -> None:
    group_by(page, By.PERSON)
    seat = next(row for row in shown(page).report.rows)
    group_by(page, By.SEAT)
    wanted = shown(page).report.rows[3].group.key
    page.open_record("attendance", wanted)
    assert matrix.group_of(page.table.chosen_id()).key == wanted
    assert seat.by is By.PERSON


def test_looking_writes_nothing(page: AttendancePage, sample_office: Session) -> None:
    before = sample_office.file.commit_number
    page.reload()
    page.explain(asked=True)
    assert sample_office.file.commit_number == before


def test_every_control_has_a_name(page: AttendancePage) -> None:
    assert unnamed(page) == []


def test_the_period_ends_today_at_the_latest(page: AttendancePage) -> None:
    page.controls.show_period(Period.YEAR)
    page.reload()
    assert shown(page).days() == (date(2026, 4, 1), date(2026, 5, 28))


@pytest.mark.parametrize(("scale", "height"), [(1.0, 560), (1.5, 560), (1.0, 330)])
def test_six_rows_are_in_sight_however_large_the_text(
    qtbot: QtBot, sample_office: Session, scale: float, height: int
) -> None:
    """What leaves less room than that scrolls with the page."""
    look().scale = scale
    try:
        made = AttendancePage()
        area = scrolling(made)
        qtbot.addWidget(area)
        area.resize(1180, height)
        made.show_session(sample_office)
        area.show()
        view = made.table.view
        rows = [at for at, line in enumerate(made.table.model.lines) if line.group is None]
        scrolls = scale > 1 or height < 400
        qtbot.waitUntil(lambda: (made.height() > area.viewport().height()) is scrolls)
        below = view.rowViewportPosition(rows[5]) + view.rowHeight(rows[5])
        assert below <= view.viewport().height()
    finally:
        look().scale = 1.0
