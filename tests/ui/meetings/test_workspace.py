"""A meeting opened as one workspace: its states, next step, its register closed, reopened, corrected."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QPushButton
from pytestqt.qtbot import QtBot
from tests.records.offices import mark_rest
from tests.reports.pack.meeting_packs import PlainConverter
from tests.ui.finding import attendance_of

from boarddesk.records import boards, documents, meetings
from boarddesk.records.attendance import corrections
from boarddesk.records.registers import reading as registers
from boarddesk.records.registers import taking as attendance
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.people import TargetFigure
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.register import Mark
from boarddesk.ui import background
from boarddesk.ui.meetings.page import MeetingsPage
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


def _meeting(session: Session, day: date) -> Meeting:
    return next(one for one in meetings.meetings(session.file, session.board_id) if one.date == day)


def test_the_list_starts_at_the_register_left_open(page: MeetingsPage, sample_office: Session) -> None:
    assert page.table.chosen_id() == _meeting(sample_office, date(2026, 5, 12)).id


def test_an_open_register_names_who_is_missing(page: MeetingsPage, sample_office: Session) -> None:
    page.open_record("meeting", _meeting(sample_office, date(2026, 5, 12)).id)
    assert page.next.accessibleName() == "Close register"
    with pytest.raises(Refused, match=r"Not recorded yet: .+ and .+"):
        attendance_of(page).close_register()


def test_closing_takes_the_step_away_and_reopening_brings_it_back(
    page: MeetingsPage, sample_office: Session
) -> None:
    found = _meeting(sample_office, date(2026, 5, 12))
    mark_rest(sample_office.file, found.id, Mark.PRESENT)
    page.open_record("meeting", found.id)
    attendance_of(page).close_register()
    assert registers.register(sample_office.file, found.id).counts
    assert not page.next.isVisible()
    attendance_of(page).reopen_register()
    assert page.next.accessibleName() == "Close register"


def test_a_correction_shows_every_figure_it_changes_before_it_counts(
    page: MeetingsPage, sample_office: Session, qtbot: QtBot
) -> None:
    file, found = sample_office.file, _meeting(sample_office, date(2026, 2, 10))
    page.open_record("meeting", found.id)
    attendance_of(page).reopen_register()
    row = next(one for one in registers.register(file, found.id).rows if one.mark is Mark.PRESENT)
    attendance.mark(file, row.id, Mark.ABSENT)
    attendance_of(page).close_register()
    dialog = page.workspace.findChild(FormDialog, "correction")
    said = "\n".join(label.text() for label in dialog.findChildren(type(dialog._trouble)))
    assert f"{row.person}, personal: " in said
    assert not registers.register(file, found.id).closed, "nothing is counted before the person agrees"
    dialog.try_accept()
    assert registers.register(file, found.id).closed


def test_a_register_closed_again_unchanged_changes_no_figure_whatever_else_was_closed_since(
    page: MeetingsPage, sample_office: Session
) -> None:
    file, earlier = sample_office.file, _meeting(sample_office, date(2026, 2, 10))
    page.open_record("meeting", earlier.id)
    attendance_of(page).reopen_register()
    may = _meeting(sample_office, date(2026, 5, 12))
    mark_rest(file, may.id, Mark.PRESENT)
    attendance.close_register(file, may.id, today=sample_office.today)
    assert corrections.changed_figures(file, earlier.id) == ()
    attendance_of(page).close_register()
    dialog = page.workspace.findChild(FormDialog, "correction")
    said = [label.text() for label in dialog.findChildren(type(dialog._trouble))]
    assert any("No figure changes" in words for words in said)
    dialog.reject()


def test_who_is_missing_from_a_corrected_register_is_named_before_any_figure(
    page: MeetingsPage, sample_office: Session
) -> None:
    file, found = sample_office.file, _meeting(sample_office, date(2026, 2, 10))
    page.open_record("meeting", found.id)
    attendance_of(page).reopen_register()
    chair = registers.register(file, found.id).rows[0]
    attendance.clear_mark(file, chair.id)
    with pytest.raises(Refused, match=f"Not recorded yet: {chair.person}"):
        attendance_of(page).close_register()
    assert page.workspace.findChild(FormDialog, "correction") is None


def test_a_meeting_without_register_offers_to_open_it_and_stores_the_roll(
    page: MeetingsPage, sample_office: Session
) -> None:
    found = _meeting(sample_office, date(2026, 6, 9))
    page.open_record("meeting", found.id)
    attendance_of(page).open_register()
    assert registers.register(sample_office.file, found.id).rows
    assert sample_office.file.undo_label == "Open register"


def test_a_meeting_is_cancelled_and_taken_back(page: MeetingsPage, sample_office: Session) -> None:
    found = _meeting(sample_office, date(2026, 6, 9))
    page.open_record("meeting", found.id)
    page.workspace.set_state(MeetingState.CANCELLED, why="Snow")
    assert "Cancelled: Snow" in page.workspace.stepper.accessibleName()
    sample_office.file.undo()
    assert meetings.meeting(sample_office.file, found.id).state is not MeetingState.CANCELLED


def test_the_menu_offers_only_what_may_follow(page: MeetingsPage, sample_office: Session) -> None:
    page.open_record("meeting", _meeting(sample_office, date(2026, 2, 10)).id)
    menu = QMenu(page)
    page.workspace.fill(menu)
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == [
        "Change meeting…",
        "Publish minutes…",
        "Declare an interest…",
        "Reopen register",
        "Register full screen",
        "Copy link of the call",
        "Save the pack…",
        "Issue the pack…",
        "Issue the action list…",
        "Issue the minutes…",
        "Issue the chair’s update…",
        "E-mail: actions of the meeting…",
        "E-mail: with the draft minutes…",
    ]


def test_leaving_leads_back_to_the_list(page: MeetingsPage, sample_office: Session) -> None:
    found = _meeting(sample_office, date(2026, 3, 10))
    page.open_record("meeting", found.id)
    page.show_list()
    assert page.header.title() == "Meetings"
    assert page.table.chosen_id() == found.id


def test_looking_at_meetings_writes_nothing(page: MeetingsPage, sample_office: Session) -> None:
    before = sample_office.file.commit_number
    page.open_record("meeting", _meeting(sample_office, date(2026, 5, 12)).id)
    page.show_list()
    page.reload()
    assert sample_office.file.commit_number == before


# ── made, moved, held, cancelled: each taken back ──


def test_a_meeting_is_added_moved_and_cancelled_and_each_is_taken_back(
    page: MeetingsPage, sample_office: Session
) -> None:
    file = sample_office.file
    page.new_record()
    added = page.findChildren(FormDialog)[-1]
    added.answers.put("date", date(2026, 8, 4))
    added.try_accept()
    made = _meeting(sample_office, date(2026, 8, 4))
    assert page.workspace.meeting_id == made.id, "it opens at once"
    page.workspace.move_meeting()
    moved = page.workspace.findChildren(FormDialog)[-1]
    moved.answers.put("date", date(2026, 8, 11))
    moved.answers.put("venue", "Town hall")
    moved.try_accept()
    assert "Tue 11 Aug 2026" in page.header.detail()
    page.workspace.set_state(MeetingState.CANCELLED, why="Summer")
    undone = [file.undo(), file.undo(), file.undo()]
    assert undone == ["Cancel meeting", "Move meeting", f"Add meeting of {_short(sample_office)}"]
    assert not [one for one in meetings.meetings(file) if one.id == made.id]
    assert page.header.title() == "Meetings", "a meeting that is gone leads back to the list"


def _short(session: Session) -> str:
    return next(one.short_name for one in boards.boards(session.file) if one.id == session.board_id)


def test_the_column_of_seats_shows_seats_whatever_the_target_is_held_against(
    page: MeetingsPage, sample_office: Session
) -> None:
    def shown() -> list[str]:
        page.reload()
        return [row.cell("seat").before for row in page.table.model.rows]

    board_id = str(sample_office.board_id)
    boards.update_board(sample_office.file, board_id, target_figure=TargetFigure.SEAT)
    of_seats = shown()
    boards.update_board(sample_office.file, board_id, target_figure=TargetFigure.PERSONAL)
    assert shown() == of_seats
    assert any(of_seats)


def test_the_usual_length_gives_the_end(page: MeetingsPage, sample_office: Session) -> None:
    board_id = str(sample_office.board_id)
    boards.update_board(sample_office.file, board_id, start_time="13:30", minutes_long=120)
    page.new_record()
    dialog = page.findChildren(FormDialog)[-1]
    assert (dialog.answers.text("start_time"), dialog.answers.text("end_time")) == ("13:30", "15:30")
    dialog.reject()


def test_what_was_said_under_the_date_goes_when_it_is_put_right(page: MeetingsPage) -> None:
    page.new_record()
    dialog = page.findChildren(FormDialog)[-1]
    dialog.answers.put("date", "31/02/2027")
    dialog.try_accept()
    assert dialog.fields["date"].refused() == "There is no such day: give a date such as 9 Jun 2026."
    dialog.answers.put("date", "12 Mar 2027")
    assert dialog.fields["date"].refused() == ""
    dialog.reject()


def test_a_second_meeting_on_one_day_is_refused_under_the_date(
    page: MeetingsPage, sample_office: Session
) -> None:
    page.new_record()
    dialog = page.findChildren(FormDialog)[-1]
    dialog.answers.put("date", date(2026, 6, 9))
    dialog.try_accept()
    assert "already meets" in dialog.fields["date"].refused()
    dialog.reject()


def test_two_boards_may_meet_on_one_day_and_both_stand_in_the_list(
    page: MeetingsPage, sample_office: Session
) -> None:
    other = next(one for one in boards.boards(sample_office.file) if one.id != sample_office.board_id)
    meetings.add_meeting(sample_office.file, other.id, date(2026, 6, 9))
    page.show_session(replace(sample_office, board_id=None))
    days: list[Any] = [row.cell("date").sort for row in page.table.model.rows]
    assert days.count(date(2026, 6, 9)) == 2


def test_held_before_its_day_is_refused_and_after_it_is_one_step(
    page: MeetingsPage, sample_office: Session
) -> None:
    found = _meeting(sample_office, date(2026, 6, 9))
    page.open_record("meeting", found.id)
    with pytest.raises(Refused, match="still to come"):
        page.workspace.set_state(MeetingState.HELD)
    page.show_session(replace(sample_office, today=date(2026, 6, 9)))
    page.workspace.set_state(MeetingState.AGENDA_ISSUED)
    page.workspace.take_next_step()
    assert meetings.meeting(sample_office.file, found.id).state is MeetingState.HELD
    assert sample_office.file.undo() == "Mark as held"


def test_a_sign_in_sheet_is_saved_in_word(page: MeetingsPage, sample_office: Session, tmp_path: Path) -> None:
    page.open_record("meeting", _meeting(sample_office, date(2026, 6, 9)).id)
    page.save_sign_in()
    dialog = page.findChildren(QFileDialog)[-1]
    with background.at_once():
        dialog.fileSelected.emit(str(tmp_path / "sign-in.docx"))
    dialog.close()
    assert (tmp_path / "sign-in.docx").stat().st_size > 5000


@pytest.mark.parametrize("issued", [False, True])
def test_the_pack_of_a_meeting_is_saved_or_issued_from_its_menu(
    page: MeetingsPage,
    sample_office: Session,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    issued: bool,
) -> None:
    monkeypatch.setattr("boarddesk.issuing.pack.installed_converter", PlainConverter)
    page.open_record("meeting", _meeting(sample_office, date(2026, 6, 9)).id)
    title = "Issue the pack…" if issued else "Save the pack…"
    (action,) = [action for action in page.commands() if action.title == title]
    with background.at_once():
        action.run()
        dialog = page.findChildren(QFileDialog)[-1]
        dialog.fileSelected.emit(str(tmp_path / "pack.pdf"))
    dialog.close()
    assert (tmp_path / "pack.pdf").read_bytes().startswith(b"%PDF-")
    assert [kept.form for kept in documents.issued(sample_office.file, kind="pack")] == [".pdf"] * issued


def test_escape_leads_from_the_meeting_to_the_list(
    page: MeetingsPage, sample_office: Session, qtbot: QtBot
) -> None:
    page.open_record("meeting", _meeting(sample_office, date(2026, 5, 12)).id)
    page.activateWindow()
    page.focus_first()
    QApplication.processEvents()
    qtbot.keyClick(attendance_of(page).register.table.view, Qt.Key.Key_Escape)
    assert page.header.title() == "Meetings"


# ── the list by board and year ──


def test_meetings_stand_by_board_and_year_the_newest_year_first(
    page: MeetingsPage, sample_office: Session
) -> None:
    page.show_session(replace(sample_office, board_id=None))
    titles = [group.title for group in page.table.model.groups]
    years = sorted({title.split()[1] for title in titles}, reverse=True)
    assert titles == [f"{board} {year}" for year in years for board in ("SIB", "SPB")]
    days: list[Any] = [row.cell("date").sort for row in page.table.model.rows if row.group == titles[0]]
    assert days == sorted(days, reverse=True)


def test_an_older_year_is_closed_and_opened_by_keys(page: MeetingsPage, qtbot: QtBot) -> None:
    oldest = page.table.model.groups[-1].key
    page.table.choose_group(oldest)
    page.table.view.setFocus()
    shown = len(page.table.model.lines)
    qtbot.keyClick(page.table.view, Qt.Key.Key_Left)
    assert len(page.table.model.lines) < shown
    qtbot.keyClick(page.table.view, Qt.Key.Key_Right)
    assert len(page.table.model.lines) == shown
    qtbot.keyClick(page.table.view, Qt.Key.Key_Down)
    qtbot.keyClick(page.table.view, Qt.Key.Key_Return)
    assert page.workspace.meeting_id == page.table.chosen_id()


def test_what_a_register_offers_is_in_the_menu_and_the_search(
    page: MeetingsPage, sample_office: Session
) -> None:
    def offered() -> set[str]:
        return {one.title for one in page.commands() if one.can_be_done()}

    taking = {"Everyone expected present", "Paste names from the call…", "Add guest…"}
    page.open_record("meeting", _meeting(sample_office, date(2026, 5, 12)).id)
    assert taking <= offered()
    assert "Open the register" not in offered()
    page.show_list()
    page.open_record("meeting", _meeting(sample_office, date(2026, 6, 9)).id)
    page.workspace.show_part("Attendance")
    assert "Open the register" in offered()
    assert not taking & offered(), "the register looked at before is not written on"


def test_only_what_happened_is_ticked_among_the_steps_of_a_meeting(
    page: MeetingsPage, sample_office: Session
) -> None:
    file = sample_office.file
    day = date(2026, 5, 20)
    never = meetings.add_meeting(file, sample_office.board_id or "", day)
    said = meetings.add_meeting(file, sample_office.board_id or "", date(2026, 5, 21))
    meetings.set_state(file, said, MeetingState.AGENDA_ISSUED, today=sample_office.today)
    for meeting_id in (never, said):
        meetings.set_state(file, meeting_id, MeetingState.HELD, today=sample_office.today)
    page.open_record("meeting", never)
    steps = page.workspace.stepper.accessibleName()
    assert "Agenda not issued, passed over; Held, now" in steps, steps
    page.open_record("meeting", said)
    steps = page.workspace.stepper.accessibleName()
    assert "Agenda issued, done; Held, now" in steps, steps
    page.open_record("meeting", _meeting(sample_office, date(2026, 2, 10)).id)
    assert "Agenda issued, done" in page.workspace.stepper.accessibleName()


def test_tab_leads_from_the_rows_of_a_register_to_what_stands_beside_them_and_back_to_the_next_step(
    page: MeetingsPage, sample_office: Session, qtbot: QtBot
) -> None:
    page.open_record("meeting", _meeting(sample_office, date(2026, 5, 12)).id)
    rows = attendance_of(page).register.table.view
    assert page.focusWidget() is rows
    qtbot.keyClick(rows, Qt.Key.Key_Tab)
    assert page.focusWidget().accessibleName().startswith(("Add guest", "Declare")), page.focusWidget()
    rows.setFocus()
    passed = []
    for _ in range(6):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Backtab)
        passed.append(page.focusWidget())
    assert passed.index(page.more) == passed.index(page.next) + 1


def test_a_letter_typed_on_a_button_marks_the_row_and_goes_on_in_the_rows(
    page: MeetingsPage, sample_office: Session, qtbot: QtBot
) -> None:
    file, may = sample_office.file, _meeting(sample_office, date(2026, 5, 12))
    page.open_record("meeting", may.id)
    register = attendance_of(page).register
    for place in (page.next, register.paste):
        row = register.table.chosen_id()
        attendance.clear_mark(file, row)
        place.setFocus()
        qtbot.keyClick(place, Qt.Key.Key_A)
        marked = next(known for known in registers.register(file, may.id).rows if known.id == row)
        assert marked.mark is Mark.APOLOGIES
        assert page.focusWidget() is register.table.view


def test_minutes_without_an_agenda_lead_to_it_and_take_an_item_on_the_day(
    page: MeetingsPage, sample_office: Session
) -> None:
    file = sample_office.file
    made = meetings.add_meeting(file, sample_office.board_id or "", sample_office.today)
    page.open_record("meeting", made)
    page.workspace.show_part("Minutes")
    offered = {found.accessibleName(): found for found in page.findChildren(QPushButton) if found.isVisible()}
    assert "Add an item here" in offered
    page.grab().save("/tmp/noagenda.png")
    offered["Go to the agenda"].click()
    assert page.workspace.front.title == "Agenda"
