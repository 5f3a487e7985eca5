"""The agenda as a secretary builds it: typed, ordered by keys or by dragging, changed where it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from tests.ui.finding import unnamed
from tests.ui.meetings.conftest import DAY, AgendaDesk

from boarddesk.records import meetings
from boarddesk.records.agenda import items, standing
from boarddesk.records.agenda.forward_plan import entries
from boarddesk.records.agenda.standing import add_standing_item
from boarddesk.rules.agenda.item import Fills, Outcome
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.refused import Refused
from boarddesk.ui import background
from boarddesk.ui.meetings.agenda.editing import read_minutes
from boarddesk.ui.meetings.agenda.new_items import title_and_minutes
from boarddesk.ui.meetings.documents import DocumentsView
from boarddesk.ui.widgets.form_dialog import FormDialog

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def editor(desk: AgendaDesk) -> QLineEdit:
    made = desk.view.table.view.viewport().findChildren(QLineEdit)
    assert made, "nothing is being typed in"
    return made[-1]


def types(qtbot: QtBot, desk: AgendaDesk, words: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    line = editor(desk)
    line.setText(words)
    qtbot.keyClick(line, key)
    QApplication.processEvents()


def press(qtbot: QtBot, desk: AgendaDesk, key: Qt.Key, held: Qt.KeyboardModifier = ALT) -> None:
    desk.view.table.view.setFocus()
    qtbot.keyClick(desk.view.table.view, key, held)


# ── typed ──


def test_a_whole_agenda_is_typed_one_item_after_the_other(desk: AgendaDesk, qtbot: QtBot) -> None:
    desk.page.new_record()
    types(qtbot, desk, "Welcome and apologies, 5 min")
    types(qtbot, desk, "Therapies waiting times 20 min")
    types(qtbot, desk, "Any other business")
    assert desk.titles() == ["Welcome and apologies", "Therapies waiting times", "Any other business"]
    types(qtbot, desk, "", Qt.Key.Key_Escape)
    assert desk.titles() == [row.cell("title").text for row in desk.view.table.model.rows]
    assert [row.minutes for row in items.agenda(desk.file, desk.meeting).rows] == [5, 20, 0]
    assert desk.file.undo_label == "Add item Any other business"


def test_nothing_typed_writes_nothing_and_ends_it(full: AgendaDesk, qtbot: QtBot) -> None:
    before = full.file.commit_number
    full.page.new_record()
    types(qtbot, full, "")
    assert full.file.commit_number == before
    assert len(full.view.table.model.rows) == 7
    assert full.view.table.chosen_id() in {item.id for item in items.agenda_items(full.file, full.meeting)}


def test_an_item_is_typed_below_the_chosen_one_and_stands_under_the_same_heading(
    full: AgendaDesk, qtbot: QtBot
) -> None:
    full.choose("Waits")
    press(qtbot, full, Qt.Key.Key_Insert, Qt.KeyboardModifier.NoModifier)
    types(qtbot, full, "Clinics")
    types(qtbot, full, "", Qt.Key.Key_Escape)
    assert full.titles()[2:6] == ["Therapies", "  Waits", "  Clinics", "  Posts"]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Budget, 20 min", ("Budget", 20)),
        ("Budget 5 minutes", ("Budget", 5)),
        ("Budget for 2026", ("Budget for 2026", None)),
        ("20 min", ("20 min", None)),
    ],
)
def test_minutes_may_stand_at_the_end_of_a_title(typed: str, read: tuple[str, int | None]) -> None:
    assert title_and_minutes(typed) == read


def test_minutes_are_read_as_people_write_them() -> None:
    assert [read_minutes(typed) for typed in ("20", "20 min", " 5 minutes ", "")] == [20, 20, 5, None]
    with pytest.raises(Refused, match="as a number"):
        read_minutes("a while")


# ── changed where it stands ──


def test_f2_changes_the_title_wherever_in_the_row_the_focus_is(full: AgendaDesk, qtbot: QtBot) -> None:
    full.choose("Budget")
    view = full.view.table.view
    view.setCurrentIndex(view.currentIndex().siblingAtColumn(0))
    press(qtbot, full, Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)
    assert editor(full).text() == "Budget"
    types(qtbot, full, "High needs budget")
    assert "High needs budget" in full.titles()


def test_purpose_is_picked_lead_is_offered_and_minutes_move_the_times(full: AgendaDesk, qtbot: QtBot) -> None:
    table = full.view.table
    keys = [column.key for column in table.model.columns]
    full.choose("Welcome")

    def cell(key: str) -> None:
        table.view.setCurrentIndex(table.view.currentIndex().siblingAtColumn(keys.index(key)))
        press(qtbot, full, Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)

    cell("purpose")
    choice = table.view.viewport().findChildren(QComboBox)[-1]
    choice.setCurrentIndex(choice.findData("decision"))
    choice.activated.emit(choice.currentIndex())
    QApplication.processEvents()
    cell("lead")
    completer = editor(full).completer()
    completer.setCompletionPrefix("cald")
    assert completer.currentCompletion() == "Ruth Calder"
    types(qtbot, full, "Ruth Calder")
    cell("minutes")
    types(qtbot, full, "15")
    welcome = table.rows_shown()[0]
    assert welcome.cell("purpose").text == "Decision"
    assert (welcome.cell("lead").text, welcome.cell("lead").said) == ("R Calder", "Ruth Calder")
    assert table.rows_shown()[1].cell("start").text == "13:45"


def test_minutes_that_are_none_are_refused_and_nothing_is_written(full: AgendaDesk) -> None:
    before = full.file.commit_number
    with pytest.raises(Refused, match="0 to 480"):
        full.view.write(full.id_of("Budget"), "minutes", "900")
    assert full.file.commit_number == before


# ── ordered ──


def test_alt_and_arrows_move_an_item_and_it_stays_chosen(full: AgendaDesk, qtbot: QtBot) -> None:
    full.choose("Budget")
    press(qtbot, full, Qt.Key.Key_Up)
    assert full.titles() == ["Welcome", "Minutes", "Budget", "Therapies", "  Waits", "  Posts", "Close"]
    assert full.view.table.chosen_id() == full.id_of("Budget")
    press(qtbot, full, Qt.Key.Key_Right)
    assert full.titles()[1:3] == ["Minutes", "  Budget"]
    press(qtbot, full, Qt.Key.Key_Left)
    press(qtbot, full, Qt.Key.Key_Down)
    assert full.titles() == ["Welcome", "Minutes", "Therapies", "  Waits", "  Posts", "Budget", "Close"]
    assert full.file.undo_label == "Move item Budget"


def test_a_row_dropped_among_sub_items_is_one_of_them(full: AgendaDesk) -> None:
    full.view.drag.moved.emit(full.id_of("Budget"), full.id_of("Posts"))
    assert full.titles()[2:6] == ["Therapies", "  Waits", "  Budget", "  Posts"]
    full.view.drag.moved.emit(full.id_of("Welcome"), "")
    assert full.titles()[-1] == "Welcome"


def test_delete_takes_an_item_off_and_undo_brings_it_back_with_those_under_it(
    full: AgendaDesk, qtbot: QtBot
) -> None:
    before = full.titles()
    full.choose("Therapies")
    press(qtbot, full, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier)
    assert full.titles() == ["Welcome", "Minutes", "Budget", "Close"]
    assert full.view.table.chosen_id() == full.id_of("Budget")
    assert full.file.undo() == "Remove item Therapies"
    assert full.titles() == before


# ── what is seen ──


def test_times_past_the_end_are_said_and_a_heading_only_sums(full: AgendaDesk) -> None:
    shown = {row.cell("title").text: row for row in full.view.table.rows_shown()}
    assert shown["Close"].cell("start").said == "15:30, past the end of the meeting"
    assert shown["Therapies"].cell("minutes").said == "60 in all"
    assert shown["Therapies"].cell("purpose").words == ""
    assert shown["Waits"].cell("title").words == "3.1 Waits"
    assert full.view.length.bar.accessibleName() == (
        "Length: 130 of 120 minutes, 10 minutes over, ends 15:40"
    )
    assert full.view.count_label.full_text() == "5 items"
    assert full.page.workspace.tabs.tabText(0) == "Agenda   5"


def test_the_panel_has_the_note_for_the_chair_and_says_that_it_never_leaves(full: AgendaDesk) -> None:
    full.choose("Waits")
    waits = items.agenda_item(full.file, full.id_of("Waits"))
    items.change_item(full.file, replace(waits, chair_note="Ask why it fell by only a week."))
    words = [label.text() for label in full.view.panel.findChildren(type(full.view.stands))]
    assert "3.1 · 14:00 to 14:30" in words
    assert "Ask why it fell by only a week." in words


def test_every_control_has_a_name(full: AgendaDesk) -> None:
    assert unnamed(full.view) == []


def test_looking_at_an_agenda_writes_nothing(full: AgendaDesk) -> None:
    before = full.file.commit_number
    for row in full.view.table.rows_shown():
        full.view.table.choose(row.id)
    full.page.renew()
    assert full.file.commit_number == before


def test_an_agenda_of_forty_items_is_shown_whole(desk: AgendaDesk) -> None:
    with desk.file.change("Forty"):
        for number in range(40):
            items.add_item(desk.file, desk.meeting, f"Item {number}", minutes=5)
    assert len(desk.view.table.model.rows) == 40
    assert desk.view.length.verdict.text() == "80 minutes over, ends 16:50"


def test_an_empty_agenda_says_what_to_do_first(desk: AgendaDesk) -> None:
    assert desk.view._empty.isVisible()
    assert not desk.view.length.isVisible() and not desk.view.add.isVisible()
    assert desk.page.focusWidget().accessibleName() == "Add an item"


# ── brought in ──


def test_standing_items_that_are_missing_come_in_and_say_of_what(desk: AgendaDesk) -> None:
    add_standing_item(desk.file, desk.board, "Welcome")
    add_standing_item(desk.file, desk.board, "Minutes of the last meeting", fills=Fills.MINUTES)
    earlier = meetings.add_meeting(desk.file, desk.board, date(2026, 5, 12))
    meetings.set_state(desk.file, earlier, MeetingState.HELD, today=date(2026, 5, 28))
    desk.view.bringing.standing()
    assert desk.titles() == ["Welcome", "Minutes of 12 May"]
    assert desk.view.bringing.missing() == ()
    assert desk.file.undo() == "Bring in standing items"


def test_what_was_deferred_is_ticked_and_comes_in_with_one_step(full: AgendaDesk) -> None:
    earlier = meetings.add_meeting(full.file, full.board, date(2026, 5, 12))
    old = [items.add_item(full.file, earlier, title) for title in ("Short breaks", "Equipment")]
    meetings.set_state(full.file, earlier, MeetingState.HELD, today=date(2026, 5, 28))
    items.set_outcome(full.file, old[0], Outcome.DEFERRED)
    items.set_outcome(full.file, old[1], Outcome.NOT_REACHED)
    carry = full.view.carry
    carry.enter()
    said = [row.tick.accessibleName().replace("\N{NO-BREAK SPACE}", " ") for row in carry._rows]
    assert said[:2] == ["Short breaks, deferred on 12 May", "Equipment, not reached on 12 May"]
    carry._rows[1].tick.setChecked(False)
    assert carry.bring.accessibleName() == f"Bring in {len(said) - 1}"
    carry.bring.click()
    assert "Short breaks" in full.titles() and "Equipment" not in full.titles()
    assert full.file.undo() == "Carry forward"


def test_another_meeting_is_copied_and_it_is_said_what_stays_behind(full: AgendaDesk) -> None:
    full.page.open_record("meeting", full.next_meeting)
    full.view.actions_of.copy_agenda()
    dialog = full.view.findChildren(FormDialog)[-1]
    assert "7 items" in dialog.notes[0].text() and "stay where they are" in dialog.notes[0].text()
    dialog.try_accept()
    assert full.titles(full.next_meeting) == full.titles()


# ── sent on ──


def test_an_item_is_moved_to_the_next_meeting_and_copied_to_the_forward_plan(full: AgendaDesk) -> None:
    full.choose("Budget")
    full.view.actions_of.copy_to_plan()
    assert [entry.title for entry in entries(full.file)] == ["Budget"]
    full.choose("Budget")
    full.view.actions_of.move_on()
    assert full.titles(full.next_meeting) == ["Budget"]
    assert "Budget" not in full.titles()
    assert full.file.undo() == "Move item Budget to the next meeting"


# ── issued, held, cancelled ──


def test_an_issued_agenda_stands_until_a_new_version_is_begun(full: AgendaDesk, qtbot: QtBot) -> None:
    meetings.set_state(full.file, full.meeting, MeetingState.AGENDA_ISSUED, today=date(2026, 5, 28))
    assert full.view.stands.isVisible() and not full.view.add.isVisible()
    before = full.titles()
    full.choose("Budget")
    press(qtbot, full, Qt.Key.Key_Up)
    press(qtbot, full, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier)
    assert full.titles() == before
    full.view.actions_of.new_version()
    dialog = full.view.findChildren(FormDialog)[-1]
    dialog.answers.put("why", "The budget paper is withdrawn.")
    dialog.try_accept()
    full.choose("Budget")
    press(qtbot, full, Qt.Key.Key_Up)
    assert full.titles() != before


def test_a_held_meeting_has_outcomes_and_nothing_else_to_change(full: AgendaDesk) -> None:
    early = meetings.add_meeting(full.file, full.board, date(2026, 5, 12))
    made = items.add_item(full.file, early, "Short breaks")
    meetings.set_state(full.file, early, MeetingState.HELD, today=date(2026, 5, 28))
    full.page.open_record("meeting", early)
    full.page.workspace.show_part("Agenda")
    assert "outcome" in [column.key for column in full.view.table.model.columns]
    full.view.table.edited.emit(made, "outcome", "deferred")
    assert items.agenda_item(full.file, made).outcome is Outcome.DEFERRED
    with pytest.raises(Refused, match="stays as it was"):
        full.view.write(made, "title", "Other")


def test_a_cancelled_meeting_keeps_its_agenda_and_says_why_it_stands(full: AgendaDesk) -> None:
    full.page.workspace.set_state(MeetingState.CANCELLED, why="Snow")
    assert full.view.stands.text().startswith("This meeting was cancelled")
    assert not full.view.side._has_lower and full.page.next.accessibleName() == "Reinstate meeting"


def test_issuing_is_the_next_step_of_a_planned_agenda_that_has_items(full: AgendaDesk) -> None:
    assert full.page.next.accessibleName() == "Issue agenda"
    full.page.open_record("meeting", full.next_meeting)
    assert not full.page.next.isVisible(), "an empty agenda is not issued"


def test_what_comes_next_for_a_meeting_that_is_past_is_that_it_was_held(full: AgendaDesk) -> None:
    past = meetings.add_meeting(full.file, full.board, DAY - timedelta(60))
    items.add_item(full.file, past, "Welcome")
    full.page.open_record("meeting", past)
    full.page.workspace.show_part("Agenda")
    assert full.page.next.accessibleName() == "Mark as held"


def test_an_empty_agenda_names_the_standing_items_only_where_there_are_any(full: AgendaDesk) -> None:
    full.page.open_record("meeting", full.next_meeting)
    for known in standing.standing_items(full.file, full.board):
        standing.remove_standing_item(full.file, known.id)
    QApplication.processEvents()
    assert "The board has no standing items" in full.view._empty.sentence()
    add_standing_item(full.file, full.board, "Declarations")
    QApplication.processEvents()
    assert "Begin with the standing items" in full.view._empty.sentence()
    assert full.view._empty_buttons[1].isVisible()


def test_before_it_goes_out_what_is_missing_is_said_and_then_it_stands_among_the_documents(
    full: AgendaDesk, tmp_path: Path
) -> None:
    full.view.write(full.id_of("Budget"), "papers", "1")
    full.view.issue()
    dialog = full.view.findChildren(FormDialog)[-1]
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert "The agenda is 10 minutes longer than the meeting." in said
    assert any("a paper is wanted and none is named" in words for words in said)
    with background.at_once():
        dialog.try_accept()
        full.page.findChildren(QFileDialog)[-1].fileSelected.emit(str(tmp_path / "agenda.docx"))
    assert meetings.meeting(full.file, full.meeting).agenda_version == 1
    assert full.view.instead[0].isVisible() and not full.view.add.isVisible()
    full.page.workspace.show_part("Documents")
    offered = full.page.findChild(DocumentsView)
    assert isinstance(offered, DocumentsView)
    assert [row.cell("version").words for row in offered.table.rows_shown()] == ["1"]
    assert unnamed(offered) == []
