"""The register is taken by keyboard alone, one letter a row, and every key can be taken back."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot
from tests.ui.finding import button, unnamed
from tests.ui.meetings.desk_for_tests import DAY, Desk

from boarddesk.records import people, seats
from boarddesk.records.registers import rows as roll_rows
from boarddesk.records.registers import taking as attendance
from boarddesk.rules.people import Role
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.register import Mark
from boarddesk.ui.look.theme import look
from boarddesk.ui.meetings.register.deputies import DeputyField
from boarddesk.ui.meetings.register.guest_dialog import guest_form
from boarddesk.ui.meetings.register.rows import LETTERS
from boarddesk.ui.widgets import paint
from boarddesk.ui.widgets.banner import Banner
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.widgets.empty_state import EmptyState
from boarddesk.ui.widgets.form_dialog import FormDialog


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, tmp_path, 6)
    yield made
    made.close()


def test_a_letter_marks_the_row_and_moves_down(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.view.table.view, "pva")
    assert desk.marks == [Mark.PRESENT, Mark.REMOTE, Mark.APOLOGIES, None, None, None]


def test_delete_clears_a_mark(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.view.table.view, "p")
    qtbot.keyClick(desk.view.table.view, Qt.Key.Key_Up)
    qtbot.keyClick(desk.view.table.view, Qt.Key.Key_Delete)
    assert desk.marks == [None] * 6


def test_a_letter_that_is_no_mark_changes_nothing(desk: Desk, qtbot: QtBot) -> None:
    before = desk.file.commit_number
    qtbot.keyClicks(desk.view.table.view, "zq1")
    assert desk.file.commit_number == before


def test_everyone_present_then_one_exception(desk: Desk, qtbot: QtBot) -> None:
    desk.view.everyone.click()
    qtbot.keyClicks(desk.view.table.view, "x")
    assert desk.marks == [Mark.ABSENT] + [Mark.PRESENT] * 5
    assert "all recorded" in desk.view.count.text()


def test_each_key_is_undone_by_name(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.view.table.view, "p")
    assert desk.file.undo_label == "Mark Person00 Vale"
    desk.file.undo()
    assert desk.marks == [None] * 6


def test_the_quorum_answers_at_each_key(desk: Desk, qtbot: QtBot) -> None:
    said = []
    for _ in range(3):
        qtbot.keyClicks(desk.view.table.view, "p")
        said.append(desk.view.panel.accessibleName())
    assert "Not quorate yet" in said[1]
    assert "Quorate: 3 of 6" in said[2]


def test_d_offers_the_named_deputy_and_enter_takes_the_first(desk: Desk, qtbot: QtBot) -> None:
    row = desk.register.rows[0]
    leila = people.add_person(desk.file, "Leila Marsh")
    seats.set_deputies(desk.file, row.seat_id, [leila])
    qtbot.keyClicks(desk.view.table.view, "d")
    menu = desk.view.findChildren(QMenu)[-1]
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert desk.register.rows[0].deputy == "Leila Marsh"
    assert desk.register.rows[0].mark is Mark.DEPUTY


def test_a_seat_without_a_named_deputy_is_marked_d_at_once(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.view.table.view, "d")
    assert desk.marks[0] is Mark.DEPUTY


def test_a_letter_down_all_rows_leaves_the_vacant_one_and_says_what_to_do(desk: Desk, qtbot: QtBot) -> None:
    nadia = people.add_person(desk.file, "Nadia Fenwick")
    vacant = desk.vacate(2)
    desk.view.table.choose_first()
    qtbot.keyClicks(desk.view.table.view, "ppp")
    assert desk.marks[:3] == [Mark.PRESENT, Mark.PRESENT, Mark.NOT_REQUIRED]
    assert desk.view.table.chosen_id() == vacant
    [notice] = desk.view.findChildren(Banner)
    assert notice.title() == "This seat was vacant."
    button(notice, "Correct row…").click()
    [dialog] = desk.view.findChildren(FormDialog, "correct row")
    dialog.answers.put("person", nadia)
    dialog.try_accept()
    assert desk.marks[2] is None, "who sat in it is not recorded yet"
    qtbot.keyClicks(desk.view.table.view, "p")
    assert desk.marks[2] is Mark.PRESENT
    assert not desk.view.notices.count()


@pytest.mark.parametrize("letter", "pvtdax")
def test_a_vacant_seat_counts_for_no_quorum_whatever_is_typed(desk: Desk, qtbot: QtBot, letter: str) -> None:
    vacant = desk.vacate(0)
    seats.set_deputies(
        desk.file, desk.register.rows[0].seat_id, [people.add_person(desk.file, "Leila Marsh")]
    )
    desk.view.table.choose(vacant)
    qtbot.keyClicks(desk.view.table.view, letter)
    assert not desk.view.findChildren(QMenu)
    assert desk.marks[0] is Mark.NOT_REQUIRED
    assert "0 of 5 quorum seats present" in desk.view.panel.accessibleName()


def test_the_row_in_full_refuses_a_mark_for_a_vacant_seat_under_the_mark(desk: Desk) -> None:
    desk.view.open_row(desk.vacate(0), Mark.PRESENT)
    [dialog] = desk.view.findChildren(FormDialog, "mark")
    dialog.try_accept()
    assert dialog.fields["mark"].refused().startswith("This seat was vacant.")
    dialog.reject()


def test_a_deputy_who_is_there_already_is_shown_and_cannot_be_taken(desk: Desk, qtbot: QtBot) -> None:
    first, second = desk.register.rows[:2]
    leila = people.add_person(desk.file, "Leila Marsh")
    seats.set_deputies(desk.file, second.seat_id, [str(first.person_id), leila])
    qtbot.keyClicks(desk.view.table.view, "pd")
    menu = desk.view.findChildren(QMenu)[-1]
    offered = {action.text(): action.isEnabled() for action in menu.actions()[:2]}
    assert offered == {f"{first.person}: there in their own seat": False, "Leila Marsh": True}
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert desk.register.rows[1].deputy == "Leila Marsh"
    desk.view.open_row(second.id)
    dialog = desk.view.findChildren(FormDialog, "mark")[-1]
    assert dialog.answers.editor("deputy", Choice).findData(first.person_id) < 0
    assert first.person in dialog.fields["deputy"].editor.accessibleDescription()
    dialog.reject()


def test_what_is_typed_as_a_time_is_said_as_it_is_understood(desk: Desk) -> None:
    row = desk.register.rows[0]
    desk.view.open_row(row.id, Mark.PART)
    [dialog] = desk.view.findChildren(FormDialog, "mark")
    dialog.answers.put("part_to", "2.30")
    assert dialog.fields["part_to"].said() == "Understood as 14:30"
    dialog.answers.put("part_from", "2")
    assert dialog.fields["part_from"].said() == "Understood as item 2"
    dialog.try_accept()
    assert (desk.register.rows[0].part_from, desk.register.rows[0].part_to) == ("2", "14:30")
    attendance.set_part(desk.file, row.id, part_from="item 2.30")
    desk.view.open_row(row.id)
    again = desk.view.findChildren(FormDialog, "mark")[-1]
    again.try_accept()
    assert desk.register.rows[0].part_from == "2.30", "an item kept stays one"


def test_the_quorum_follows_the_clock_while_it_is_shown(qtbot: QtBot, tmp_path: Path) -> None:
    clock = [datetime(2026, 5, 12, 23, 53, 10)]
    desk = Desk(qtbot, tmp_path, 4, now=lambda: clock[0])
    attendance.set_part(desk.file, desk.register.rows[0].id, part_from="23:54")
    assert "0 of 4 quorum seats present" in desk.view.panel.accessibleName()
    assert desk.view._minute.interval() == 50_000, "the next minute begins in fifty seconds"
    clock[0] = datetime(2026, 5, 12, 23, 54, 0)
    desk.view._minute.timeout.emit()
    assert "1 of 4 quorum seats present" in desk.view.panel.accessibleName()
    assert "23:54" in [one.text() for one in desk.view.panel.findChildren(QLabel)]
    desk.view.hide()
    assert not desk.view._minute.isActive()
    desk.close()


def test_a_minute_that_passes_leaves_the_focus_where_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    clock = [datetime(2026, 5, 12, 14, 29)]
    desk = Desk(qtbot, tmp_path, 4, now=lambda: clock[0])
    attendance.set_part(desk.file, desk.register.rows[0].id, part_to="14:29")
    QApplication.processEvents()
    button(desk.view.panel, "Add guest: In attendance").setFocus()
    clock[0] = datetime(2026, 5, 12, 14, 30)
    desk.view._minute.timeout.emit()
    has = desk.view.focusWidget()
    assert has is not None
    assert has.accessibleName() == "Add guest: In attendance"
    desk.close()


def test_tab_goes_through_everything_in_the_order_it_is_read(desk: Desk, qtbot: QtBot) -> None:
    attendance.add_guest(desk.file, desk.meeting, "Amir Sole")
    QApplication.processEvents()
    desk.view.everyone.setFocus()
    passed = []
    for _ in range(5):
        has = desk.view.focusWidget()
        assert has is not None
        passed.append(has.accessibleName())
        qtbot.keyClick(has, Qt.Key.Key_Tab)
    assert passed == [
        "Everyone expected present",
        "Paste names from the call",
        "Seats",
        "Add guest: In attendance",
        "Change guest Amir Sole",
    ]


def test_names_are_whole_and_a_long_note_has_the_room_there_is(desk: Desk) -> None:
    long = people.add_person(desk.file, "Anastasia Featherstonehaugh")
    roll_rows.correct_row(desk.file, desk.register.rows[0].id, person_id=long)
    table = desk.view.table
    keys = [one.key for one in table.model.columns]

    def width(key: str) -> int:
        return table.view.columnWidth(keys.index(key))

    name = paint.width_of("Anastasia Featherstonehaugh", look().font(13))
    assert width("name") >= name + 20
    before = width("note")
    desk.view.resize(1700, 700)
    QApplication.processEvents()
    assert width("note") > before + 100


def test_a_register_without_a_row_says_what_to_do_first(desk: Desk) -> None:
    for row in desk.register.rows:
        roll_rows.remove_row(desk.file, row.id)
    shown = desk.view.findChild(EmptyState)
    assert shown.isVisible()
    assert shown.title() == "Nobody is on this register"
    assert desk.view.count.full_text() == "No seats"


def test_a_closed_register_takes_no_letter(desk: Desk, qtbot: QtBot) -> None:
    desk.view.everyone.click()
    attendance.close_register(desk.file, desk.meeting, today=DAY)
    with qtbot.captureExceptions() as raised:
        qtbot.keyClicks(desk.view.table.view, "x")
    assert [kind for kind, *_ in raised] == [Refused]
    assert desk.marks == [Mark.PRESENT] * 6


def test_showing_a_register_writes_nothing(desk: Desk) -> None:
    before = desk.file.commit_number
    assert desk.file.commit_number == before


def test_a_screen_reader_hears_the_mark_in_words(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.view.table.view, "v")
    column = [one.key for one in desk.view.table.model.columns].index("mark")
    assert desk.view.table.model.spoken(0, column) == "Mark: present remotely"


def test_every_control_has_a_name(desk: Desk) -> None:
    assert unnamed(desk.view) == []


def test_a_letter_is_pressed_with_the_mouse_too(desk: Desk, qtbot: QtBot) -> None:
    view = desk.view.table.view
    column = [one.key for one in desk.view.table.model.columns].index("mark")
    boxes = paint.key_boxes(QRectF(view.visualRect(desk.view.table.model.index(2, column))), 7)
    qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=boxes[LETTERS.index("X")].center().toPoint()
    )
    assert desk.marks[2] is Mark.ABSENT


def test_f2_writes_a_note_and_enter_opens_the_row(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.view.table.view, "a")
    qtbot.keyClick(desk.view.table.view, Qt.Key.Key_Up)
    qtbot.keyClick(desk.view.table.view, Qt.Key.Key_F2)
    dialog = desk.view.findChildren(FormDialog, "mark")[-1]
    assert dialog.focusWidget() is dialog.fields["note"].editor
    qtbot.keyClicks(dialog.fields["note"].editor, "rang at noon")
    dialog.try_accept()
    assert desk.register.rows[0].note == "rang at noon"
    qtbot.keyClick(desk.view.table.view, Qt.Key.Key_Return)
    opened = desk.view.findChildren(FormDialog, "mark")[-1]
    assert opened.focusWidget() is opened.fields["mark"].editor
    opened.reject()


def test_f2_on_a_deputy_starts_there_and_takes_a_name_nobody_knows_yet(desk: Desk, qtbot: QtBot) -> None:
    row = desk.register.rows[0]
    attendance.mark(desk.file, row.id, Mark.DEPUTY)
    desk.view.table.choose(row.id)
    qtbot.keyClick(desk.view.table.view, Qt.Key.Key_F2)
    dialog = desk.view.findChildren(FormDialog, "mark")[-1]
    assert dialog.focusWidget() is dialog.fields["deputy"].editor
    dialog.answers.put("deputy", "new")
    assert dialog.fields["new_deputy"].isVisibleTo(dialog)
    dialog.try_accept()
    assert dialog.fields["new_deputy"].refused() == "Give the name of the deputy."
    dialog.answers.put("new_deputy", "Zadie Quill")
    dialog.try_accept()
    assert desk.register.rows[0].deputy == "Zadie Quill"
    desk.file.undo()
    assert desk.register.rows[0].deputy == ""


def _deputy_typed(desk: Desk, name: str) -> FormDialog:
    row = desk.register.rows[0]
    desk.view.open_row(row.id, Mark.DEPUTY)
    dialog = desk.view.findChildren(FormDialog, "mark")[-1]
    dialog.answers.put("deputy", "new")
    dialog.answers.put("new_deputy", name)
    return dialog


def test_a_deputy_like_somebody_known_is_offered_as_that_person_first(desk: Desk) -> None:
    frost = people.add_person(desk.file, "Edward Frost")
    dialog = _deputy_typed(desk, "Ed Frost")
    assert "the first name is a short form" in dialog.answers.editor("new_deputy", DeputyField).meaning.text()
    before = len(people.people(desk.file))
    dialog.try_accept()
    assert (
        dialog.fields["new_deputy"].refused() == "Is it Edward Frost? If not, mark once more to add Ed Frost."
    )
    dialog.answers.editor("new_deputy", DeputyField).links[0].click()
    dialog.try_accept()
    assert desk.register.rows[0].deputy_id == frost
    assert len(people.people(desk.file)) == before
    assert people.person(desk.file, frost).aliases == ("Ed Frost",)


def test_a_deputy_like_somebody_known_can_still_be_somebody_new(desk: Desk) -> None:
    people.add_person(desk.file, "Edward Frost")
    dialog = _deputy_typed(desk, "Ed Frost")
    dialog.try_accept()
    dialog.try_accept()
    assert desk.register.rows[0].deputy == "Ed Frost"


def test_a_member_who_is_there_is_not_added_again_as_a_deputy(desk: Desk) -> None:
    there = desk.register.rows[1]
    attendance.mark(desk.file, there.id, Mark.PRESENT)
    before = len(people.people(desk.file))
    dialog = _deputy_typed(desk, there.person)
    dialog.try_accept()
    assert "is marked as there in their own seat" in dialog.fields["deputy"].refused()
    assert len(people.people(desk.file)) == before
    dialog.reject()


def test_a_guest_with_the_name_of_a_member_is_said_and_let_be(desk: Desk) -> None:
    name = desk.register.rows[1].person
    dialog = FormDialog(desk.view, guest_form(desk.file, desk.register.meeting.id))
    dialog.answers.put("name", name)
    assert dialog.fields["name"].said().startswith(f"{name} has a seat on this register")
    assert dialog.fields["name"].editor.accessibleDescription() == dialog.fields["name"].said()
    dialog.try_accept()
    assert [guest.name for guest in desk.register.guests] == [name]
    dialog.deleteLater()


def test_whoever_leaves_early_is_away_from_then_on(desk: Desk) -> None:
    attendance.mark_everyone_present(desk.file, desk.meeting)
    for row in desk.register.rows[:4]:
        attendance.set_part(desk.file, row.id, part_to="5")
    said = [one.accessibleName() for one in desk.view.panel.findChildren(QLabel)]
    assert any(one.startswith("At the start: Quorate: 6 of 6") for one in said)
    assert any(one.startswith("After item 5: Not quorate: 2 of 6") for one in said)


def test_a_corrected_row_follows_its_role_as_a_seat_does(desk: Desk) -> None:
    desk.view.table.choose_first()
    desk.view.correct_row()
    dialog = desk.view.findChildren(FormDialog, "correct row")[-1]
    dialog.answers.put("role", Role.OBSERVER)
    dialog.try_accept()
    row = desk.register.rows[0]
    assert (row.role, row.expected, row.counts_for_quorum) == (Role.OBSERVER, False, False)
    roll_rows.correct_row(desk.file, row.id, role=Role.MEMBER)
    assert (desk.register.rows[0].expected, desk.register.rows[0].counts_for_quorum) == (True, True)


def test_a_row_is_corrected_on_this_register_alone(desk: Desk) -> None:
    newcomer = people.add_person(desk.file, "Former Member")
    desk.view.table.choose_first()
    desk.view.correct_row()
    dialog = desk.view.findChildren(FormDialog, "correct row")[-1]
    dialog.answers.put("person", newcomer)
    dialog.answers.put("expected", "no")
    dialog.try_accept()
    row = desk.register.rows[0]
    assert (row.person, row.expected) == ("Former Member", False)
    assert seats.seat(desk.file, row.seat_id).holder_on(DAY) != newcomer
    assert desk.file.undo() == "Correct row of Person00 Vale"


def test_a_dozen_rows_are_corrected_and_taken_off_as_one_change_each(desk: Desk) -> None:
    desk.view.table.view.selectAll()
    before = desk.register.rows
    desk.view.correct_row()
    dialog = desk.view.findChildren(FormDialog, "correct rows")[-1]
    dialog.try_accept()
    assert dialog.fields["role"].refused()
    dialog.answers.put("role", "adviser")
    dialog.answers.put("role", "")
    assert (dialog.answers.text("expected"), dialog.answers.text("quorum")) == ("", ""), (
        "what is left as it is stays so"
    )
    dialog.answers.put("expected", "no")
    dialog.answers.put("role", "adviser")
    dialog.try_accept()
    assert {(row.role, row.expected, row.counts_for_quorum) for row in desk.register.rows} == {
        ("adviser", False, False)
    }
    assert [row.organisation_id for row in desk.register.rows] == [row.organisation_id for row in before]
    assert desk.file.undo() == f"Correct {len(before)} rows of the register"
    assert desk.register.rows == before
    desk.view.table.view.selectAll()
    desk.view.remove_row()
    assert not desk.register.rows
    assert desk.file.undo() == f"Take {len(before)} rows off register"
    assert desk.register.rows == before


def test_a_row_is_taken_off_and_put_back_with_a_former_member(desk: Desk) -> None:
    gone, former = desk.register.rows[5], people.add_person(desk.file, "Former Member")
    desk.view.table.choose(gone.id)
    desk.view.remove_row()
    assert len(desk.register.rows) == 5
    desk.view.add_row()
    dialog = desk.view.findChildren(FormDialog, "add row")[-1]
    assert dialog.answers.editor("seat", Choice).count() == 1, "only the seat that is missing is offered"
    dialog.answers.put("person", former)
    dialog.try_accept()
    assert desk.register.rows[-1].person == "Former Member", "its seat is the last of the board"
    assert [desk.file.undo(), desk.file.undo()] == [
        "Add Seat 5 to register",
        "Take Person05 Vale off register",
    ]
    assert [row.id for row in desk.register.rows][-1] == gone.id


def test_a_closed_register_offers_nothing_to_put_right(desk: Desk) -> None:
    attendance.mark_everyone_present(desk.file, desk.meeting)
    attendance.close_register(desk.file, desk.meeting, today=DAY)
    assert not any(action.can_be_done() for action in desk.view.rows_put_right)
    desk.view.remove_row()
    assert len(desk.register.rows) == 6


def test_without_room_the_quorum_stands_above_the_rows_and_opens_when_asked(desk: Desk) -> None:
    desk.view.resize(700, 600)
    QApplication.processEvents()
    assert desk.view.verdict.isVisible()
    assert "present" in desk.view.verdict.text()
    assert not desk.view.panel.isVisible()
    desk.view.verdict.click()
    assert desk.view.panel.isVisible()
    assert desk.view.leave_panel()
    assert not desk.view.panel.isVisible()


def test_a_register_of_forty_takes_under_two_minutes_of_key_presses(qtbot: QtBot, tmp_path: Path) -> None:
    """One key for each person and none between; the program answers each in far less than a person needs."""
    desk = Desk(qtbot, tmp_path, 40)
    letters = "ppvpappxptpn" * 4
    started = time.monotonic()
    qtbot.keyClicks(desk.view.table.view, letters[:40])
    took = time.monotonic() - started
    assert None not in desk.marks
    assert took / 40 < 1.5, f"{took / 40:.2f} s a key leaves too little of three seconds to the person"
    desk.close()
