"""The minutes of a meeting as a secretary takes them: items, the clock, rows by one key, all undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.finding import button, unnamed
from tests.ui.settling import settle

from boarddesk.records import boards, meetings
from boarddesk.records.agenda.arising import board_actions
from boarddesk.records.agenda.decisions import decisions
from boarddesk.records.agenda.items import agenda
from boarddesk.records.minutes.reading import blocks_of, minutes_of
from boarddesk.records.minutes.writing import keep_minute, write_public_lines
from boarddesk.records.plan.challenges import questions
from boarddesk.records.search import find
from boarddesk.rules.decisions import Verb
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.minutes.block import Block, BlockKind
from boarddesk.rules.minutes.minutes import PublicLines
from boarddesk.rules.minutes.presence import taken_order
from boarddesk.rules.people import BoardKind
from boarddesk.rules.refused import Refused
from boarddesk.ui.meetings.minutes.beside import BesidePanel
from boarddesk.ui.meetings.minutes.full_screen import MinutesScreen
from boarddesk.ui.meetings.minutes.view import MinutesView
from boarddesk.ui.meetings.page import MeetingsPage
from boarddesk.ui.page import Session
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.widgets.in_place import InPlace

DAY = date(2026, 6, 9)


@dataclass
class Room:
    """The page with the minutes of the next meeting in front, at a time of its day."""

    qtbot: QtBot
    page: MeetingsPage
    view: MinutesView
    session: Session
    meeting: str
    time: datetime = datetime(2026, 6, 9, 13, 58)

    @property
    def began(self) -> dict[str, str]:
        """The items begun by number, in the order they were taken."""
        taken = taken_order(minutes_of(self.session.file, self.meeting).items)
        return {item.row.number: item.began for item in taken if item.began}

    def blocks(self) -> tuple[Block, ...]:
        return blocks_of(self.session.file, self.view.item_id)

    @property
    def focus(self) -> QWidget:
        """Where keys go; a desktop gives the window its place back when a dialog closes."""
        found = QApplication.focusWidget() or self.page.window().focusWidget()
        assert found is not None
        return found

    def press(self, key: Qt.Key, *held: Qt.KeyboardModifier) -> None:
        modifiers = Qt.KeyboardModifier.NoModifier
        for each in held:
            modifiers |= each
        self.qtbot.keyClick(self.focus, key, modifiers)
        settle()

    def go(self, key: Qt.Key = Qt.Key.Key_Down) -> None:
        self.press(key, Qt.KeyboardModifier.AltModifier)

    def types(self, words: str) -> None:
        self.qtbot.keyClicks(self.focus, words)

    def form(self, key: str) -> FormDialog:
        shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, FormDialog)]
        found = [one for one in shown if one.isVisible() and one.form.key == key]
        assert found, f"no form to {key} is open"
        return found[-1]

    def says(self, key: str, **words: str) -> None:
        """Words into the fields of the form that is open, and Enter."""
        form = self.form(key)
        for name, typed in words.items():
            editor = form.answers.editor(name, QLineEdit)
            editor.setText(typed)
        form.try_accept()
        refused = [field.refused() for field in form.fields.values() if field.refused()]
        assert not refused
        settle()
        self.view.window().activateWindow()
        self.view.field.setFocus()


@pytest.fixture
def room(qtbot: QtBot, sample_office: Session) -> Iterator[Room]:
    session = replace(sample_office, today=DAY)
    page = MeetingsPage()
    qtbot.addWidget(page)
    page.resize(1182, 680)
    page.show_session(session)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    board = boards.board_named(session.file, "SIB").id
    meeting = next(known.id for known in meetings.meetings(session.file, board) if known.date == DAY)
    page.open_record("meeting", meeting)
    page.workspace.show_part("Minutes")
    view = page.workspace.front.widget
    assert isinstance(view, MinutesView)
    made = Room(qtbot, page, view, session, meeting)
    view.now = lambda: made.time
    view.focus_text()
    yield made
    page.close()


def test_going_to_an_item_begins_it_while_the_meeting_is_on_and_passing_through_does_not(room: Room) -> None:
    view = room.view
    room.go()
    room.go()
    assert not room.began
    view.going.stays.timeout.emit()
    number = view.item.row.number if view.item else ""
    assert room.began == {number: "13:58"}
    room.session.file.undo()
    assert not room.began


def test_typing_under_an_item_begins_it(room: Room) -> None:
    room.types("R")
    assert list(room.began.values()) == ["13:58"]


def test_looking_at_an_item_begins_nothing_and_neither_does_another_day(room: Room) -> None:
    view = room.view
    assert view.shown is not None
    view.table.choose(view.shown.items[4].row.item.id)
    view.going.choose(view.shown.items[4].row.item.id)
    assert not view.going.stays.isActive()
    room.time = datetime(2026, 6, 10, 9, 0) - timedelta(hours=18)
    room.go()
    assert view.going.stays.isActive()
    room.time = datetime(2026, 6, 9, 9, 0)
    view.going.stays.timeout.emit()
    assert not room.began


def test_business_out_of_order_keeps_its_numbers_and_the_time_can_be_mended(room: Room) -> None:
    view = room.view
    assert view.shown is not None
    first, second = (item.row for item in view.shown.items[:2])
    for row, minute in ((second, 31), (first, 40)):
        room.time = datetime(2026, 6, 9, 13, minute)
        view.going.go_to_item(row.item.id)
        view.going.begin()
    assert list(room.began.items()) == [(second.number, "13:31"), (first.number, "13:40")]
    assert [row.cell("began").text for row in view.table.model.rows[:2]] == ["13:40", "13:31"]
    view.table.edited.emit(first.item.id, "began", "1.35")
    assert room.began[first.number] == "13:35"
    view.table.edited.emit(first.item.id, "began", "")
    assert list(room.began) == [second.number]


def test_the_clock_says_how_long_it_is_over(room: Room) -> None:
    view = room.view
    view.going.begin_now()
    allotted = view.item.row.item.minutes if view.item else None
    assert allotted
    room.time += timedelta(minutes=allotted + 3)
    view.show_time()
    assert view.clock.over.text() == "3 over"
    assert view.clock.over.isVisibleTo(view)
    assert view.clock.accessibleName() == (
        f"Clock: began 13:58, {allotted + 3} of {allotted} minutes, 3 over"
    )


def test_a_decision_is_one_key_and_its_row_goes_and_comes_with_it(room: Room) -> None:
    file, view = room.session.file, room.view
    room.types("The wait fell.")
    before = len(decisions(file, meeting_id=room.meeting))
    room.press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    room.says("minute decision", text="noted that the wait fell", about="3.3")
    made = decisions(file, meeting_id=room.meeting)[0]
    assert (made.verb, made.text, made.item_id) == (Verb.NOTED, "the wait fell", view.item_id)
    assert made.about == ("3.3",)
    assert [block.kind for block in room.blocks()] == [BlockKind.PARAGRAPH, BlockKind.DECISION]
    assert file.undo_label == f"Add decision {made.ref}"
    assert room.focus is view.field
    room.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(decisions(file, meeting_id=room.meeting)) == before
    assert [block.text for block in view.field.blocks()] == ["The wait fell."]
    assert [block.text for block in room.blocks()] == ["The wait fell."]
    room.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert decisions(file, meeting_id=room.meeting)[0].id == made.id
    assert room.blocks()[-1].record_id == made.id == view.field.blocks()[-1].record_id
    room.types("Next.")
    view.keep()
    assert room.blocks()[-1].text == "Next."


def test_undo_outside_the_text_takes_the_row_back_too(room: Room) -> None:
    file, view = room.session.file, room.view
    room.press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    room.says("minute decision", text="a: waits are shown monthly")
    assert len(room.blocks()) == 1
    file.undo()
    settle()
    assert not room.blocks()
    assert not view.field.blocks()


def test_an_action_has_an_owner_by_name_and_is_due_at_the_next_meeting(room: Room) -> None:
    file = room.session.file
    room.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
    room.says(
        "minute action", text="Write to every family", owner="Somebody else", due="next meeting", about="3.3"
    )
    found = next(each for each in board_actions(file, today=DAY) if each.text == "Write to every family")
    assert (found.owner.name, found.due) == ("Somebody else", date(2026, 7, 14))
    assert found.is_for is not None
    assert found.is_for.ref == "3.3"
    row = room.view.field.blocks()[-1]
    assert (row.kind, row.record_id) == (BlockKind.ACTION, found.id)
    room.view.quick.open("action", found.id)
    room.says("minute action", text="Write to each family")
    assert (
        next(each.text for each in board_actions(file, today=DAY) if each.id == found.id)
        == "Write to each family"
    )


def test_a_day_that_has_passed_is_asked_again_and_nothing_is_lost(room: Room) -> None:
    room.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
    form = room.form("minute action")
    for name, typed in (("text", "Write"), ("due", "1 June 2026")):
        form.answers.editor(name, QLineEdit).setText(typed)
    form.try_accept()
    assert "passed" in form.fields["due"].refused()
    assert form.answers.text("text") == "Write"
    form.reject()
    settle()
    assert not room.blocks()


def test_a_challenge_is_put_to_something_of_the_plan_and_says_who_brought_it(room: Room) -> None:
    file, view = room.session.file, room.view
    room.press(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    form = room.form("minute challenge")
    form.answers.editor("text", QLineEdit).setText("Who checks the letters?")
    form.try_accept()
    assert "ref" in form.fields["about"].refused()
    form.answers.editor("about", QLineEdit).setText("99.9")
    assert "99.9" in form.fields["about"].said()
    room.says("minute challenge", about="3.3", asked_by="Saira Mahmood", relayed_by="Gwen Thirlby")
    asked = next(each for each in questions(file) if each.challenge.item_id == view.item_id)
    assert (asked.ref, asked.challenge.asked_by, asked.challenge.relayed_by) == (
        "3.3",
        "Saira Mahmood",
        "Gwen Thirlby",
    )
    assert asked.challenge.ref.startswith("C-")
    assert room.blocks()[-1].record_id == asked.challenge.id


def test_an_item_is_added_on_the_day_though_the_agenda_was_issued(room: Room) -> None:
    file, view = room.session.file, room.view
    numbers = [row.number for row in agenda(file, room.meeting).rows]
    room.press(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    room.says("item on the day", title="A letter from parents")
    added = agenda(file, room.meeting).rows[-1]
    assert [row.number for row in agenda(file, room.meeting).rows][:-1] == numbers
    assert (added.item.added_on_the_day, view.item_id) == (True, added.item.id)
    view.quick.take_off()
    settle()
    assert len(agenda(file, room.meeting).rows) == len(numbers)


def test_a_committee_is_asked_for_the_special_circumstances(room: Room) -> None:
    file = room.session.file
    board = boards.board_named(file, "SIB").id
    boards.update_board(file, board, kind=BoardKind.STATUTORY)
    settle()
    room.press(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    form = room.form("item on the day")
    form.answers.editor("title", QLineEdit).setText("A closure")
    form.try_accept()
    assert "special circumstances" in form.fields["late_why"].refused()
    form.reject()


def test_last_time_open_actions_and_the_chairs_update_stand_beside_the_item(room: Room) -> None:
    view, file = room.view, room.session.file
    view.go_to_update()
    lines = {field.accessibleName(): field for field in view.panel.findChildren(InPlace)}
    said = lines["Chair’s update: What was said"]
    said.editor.setPlainText("23 weeks.")
    said.finish()
    item = minutes_of(file, room.meeting).item(view.item_id)
    assert item is not None
    assert item.public.was_said == "23 weeks."
    file.undo()
    again = minutes_of(file, room.meeting).item(view.item_id)
    assert again is not None
    assert not again.public.any_written


def test_what_is_typed_fills_nothing_beside_it_anew_and_a_changed_line_does(room: Room) -> None:
    view, file = room.view, room.session.file
    before = view.panel.findChildren(InPlace)
    room.types("The wait fell.")
    assert view.keeper is not None
    view.keeper.keep_now()
    settle()
    assert view.panel.findChildren(InPlace) == before
    write_public_lines(file, view.item_id, PublicLines(was_said="The wait fell."))
    settle()
    lines = {field.accessibleName(): field for field in view.panel.findChildren(InPlace)}
    assert lines["Chair’s update: What was said"].value() == "The wait fell."


def test_earlier_minutes_open_at_their_item(room: Room) -> None:
    view, file = room.view, room.session.file
    assert view.shown is not None
    board = boards.board_named(file, "SIB").id
    before = [known for known in meetings.meetings(file, board) if known.date < DAY][-1]
    titles = {row.item.title: row.item.id for row in agenda(file, before.id).rows if not row.is_heading}
    same = next(item.row.item for item in view.shown.items if item.row.item.title in titles)
    keep_minute(file, titles[same.title], [Block(text="24 weeks in March.")])
    view.going.choose(same.id)
    settle()
    assert view.beside_item is not None
    assert view.beside_item.last is not None
    opens = button(view.panel, "Open these minutes")
    opened: list[tuple[str, str]] = []
    view.on.record_requested.connect(lambda kind, of: opened.append((kind, of)))
    opens.click()
    assert opened == [("meeting", view.beside_item.last.meeting_id)] or view.beside_item.last is None


def test_going_away_and_coming_back_keeps_what_undo_would_take_back(room: Room) -> None:
    view = room.view
    room.types("One.")
    room.go()
    room.types("Two.")
    room.go(Qt.Key.Key_Up)
    assert [block.text for block in view.field.blocks()] == ["One."]
    room.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not view.field.blocks() or view.field.blocks()[0].text != "One."


def test_the_whole_screen_borrows_the_text_and_shows_no_lock(room: Room) -> None:
    view = room.view
    room.types("One.")
    view.open_screen()
    screen = view.quick.over
    assert isinstance(screen, MinutesScreen)
    assert screen.isAncestorOf(view.field)
    assert not any(row.cell("title").locked for row in screen.items.model.rows)
    room.qtbot.keyClick(view.field, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    form = room.form("minute decision")
    assert form.parent() is screen
    form.reject()
    settle()
    room.qtbot.keyClick(view.field, Qt.Key.Key_F11)
    settle()
    assert view.isAncestorOf(view.field)
    assert [block.text for block in view.field.blocks()] == ["One."]


def test_nothing_can_be_typed_into_a_cancelled_meeting_or_a_heading_and_it_says_why(room: Room) -> None:
    view, file = room.view, room.session.file
    meetings.set_state(file, room.meeting, MeetingState.CANCELLED, today=DAY, why="snow")
    settle()
    assert view.field.isReadOnly()
    assert "cancelled" in view.stands.text()
    with pytest.raises(Refused, match="cancelled"):
        view.quick.ask(BlockKind.DECISION)


def test_everything_that_takes_the_focus_has_a_name(room: Room) -> None:
    assert not unnamed(room.view)
    assert isinstance(room.view.panel, BesidePanel)
    assert isinstance(room.view, QWidget)


def test_a_word_found_in_the_minutes_opens_them_at_its_item(room: Room) -> None:
    file, view = room.session.file, room.view
    item = agenda(file, room.meeting).rows[2].item
    keep_minute(file, item.id, (Block("", BlockKind.PARAGRAPH, "Asked about the heliport."),))
    (hit,) = find(file, "heliport", kinds=room.page.opens)
    room.page.show_list()
    room.page.open_record(hit.kind, hit.id)
    settle()
    assert room.page.workspace.front.title == "Minutes"
    assert view.item_id == item.id
