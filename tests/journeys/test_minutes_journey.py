"""The next meeting minuted by keyboard alone: text, rows, the chair's lines, and what goes out after it."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.journeys.test_meeting_journey import Secretary, moments, window
from tests.ui.settling import settle

from boarddesk.records import meetings
from boarddesk.records.agenda.arising import board_actions
from boarddesk.records.agenda.decisions import decisions
from boarddesk.records.minutes.reading import minutes_of
from boarddesk.records.plan.challenges import questions
from boarddesk.rules.minutes.block import BlockKind
from boarddesk.ui.meetings.minutes.view import MinutesView
from boarddesk.ui.widgets.in_place import InPlace
from boarddesk.ui.window.main_window import MainWindow

__all__ = ["moments", "window"]

DAY = date(2026, 6, 9)
NOON = datetime(2026, 6, 9, 13, 58)
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Minuting(Secretary):
    """Takes the minutes of the next meeting; counts every key."""

    def __init__(self, qtbot: QtBot, window: MainWindow, moments: list[datetime]) -> None:
        super().__init__(qtbot, window)
        moments.append(NOON)
        self.lets_a_minute_pass()
        self.meeting = next(known for known in meetings.meetings(self.file) if known.date == DAY)
        self.goes_to(self.meeting.id)
        while self.page.workspace.front.title != "Minutes":
            self.keys.press(Qt.Key.Key_PageDown, control=True)
        found = self.page.workspace.front.widget
        assert isinstance(found, MinutesView)
        self.view = found
        self.view.now = lambda: moments[-1]

    def presses(self, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        """Keys that the text, or a form, takes for itself."""
        self._wake()
        self.keys.pressed += 1
        focus = QApplication.focusWidget()
        assert focus is not None
        self._qtbot.keyClick(focus, key, held)
        settle()

    def _wake(self) -> None:
        if QApplication.activeModalWidget() is None:
            self._window.activateWindow()
            self._qtbot.waitUntil(lambda: QApplication.activeWindow() is self._window)

    def fills(self, *words: str) -> None:
        """Words into one field after the other, by Tab, and Enter at the end."""
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        self._qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
        for at, typed in enumerate(words):
            if at:
                self.keys.press(Qt.Key.Key_Tab)
            self.keys.type(typed)
        self.keys.press(Qt.Key.Key_Return, control=True)
        assert QApplication.activeModalWidget() is None, "something was refused"
        self._wake()

    def undoes_and_redoes(self) -> None:
        """The last change goes as a whole and comes as a whole; none of the keys is counted."""
        count, after = self.keys.pressed, self.told()
        self.presses(Qt.Key.Key_Z, CONTROL)
        assert self.told() != after
        self.presses(Qt.Key.Key_Y, CONTROL)
        assert self.told() == after
        self.keys.pressed = count

    def writes(self, words: str, path: Path) -> None:
        """A document of the meeting, found by its words and saved under a name."""
        self.asks_for(words)
        self.keys.say_path(path)
        self._window.activateWindow()
        settle()

    def told(self) -> tuple[object, ...]:
        """All that is kept of the meeting."""
        return (
            minutes_of(self.file, self.meeting.id).items,
            decisions(self.file, meeting_id=self.meeting.id),
            [action.text for action in board_actions(self.file, today=DAY)],
            [asked.challenge.text for asked in questions(self.file)],
        )


def test_a_meeting_is_minuted_and_its_actions_draft_and_update_are_out_by_keyboard_alone(
    window: MainWindow, qtbot: QtBot, moments: list[datetime], tmp_path: Path
) -> None:
    secretary = Minuting(qtbot, window, moments)
    keys, view, file = secretary.keys, secretary.view, secretary.file
    assert QApplication.focusWidget() is view.field
    begun = keys.pressed

    keys.type("The chair welcomed everybody.")
    first = view.item_id
    moments.append(NOON.replace(hour=14, minute=2))
    secretary.presses(Qt.Key.Key_Down, ALT)
    keys.type("No more were declared.")
    began = {item.row.item.id: item.began for item in minutes_of(file, secretary.meeting.id).items}
    assert (began[first], began[view.item_id]) == ("13:58", "14:02")

    while view.item is not None and view.item.row.number != "5":
        secretary.presses(Qt.Key.Key_Down, ALT)
    keys.type("The wait was 23 weeks in April.")

    secretary.presses(Qt.Key.Key_D, CONTROL)
    secretary.fills("agreed that waits are shown for each therapy")
    secretary.undoes_and_redoes()
    secretary.presses(Qt.Key.Key_A, CONTROL | SHIFT)
    secretary.fills("Write to every waiting family", "Ruth Okafor", "next meeting")
    secretary.undoes_and_redoes()
    secretary.presses(Qt.Key.Key_H, CONTROL)
    secretary.fills("What are families told while they wait?", "3.3", "Saira Mahmood")
    secretary.undoes_and_redoes()
    keys.type("The council pays for agency cover.")
    view.keep()

    item = minutes_of(file, secretary.meeting.id).item(view.item_id)
    assert item is not None
    assert [block.kind for block in item.blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.DECISION,
        BlockKind.ACTION,
        BlockKind.CHALLENGE,
        BlockKind.PARAGRAPH,
    ]
    action = next(each for each in board_actions(file, today=DAY) if each.text.startswith("Write to every"))
    assert (action.owner.name, action.due) == ("Ruth Okafor", date(2026, 7, 14))

    secretary.asks_for("write the chair")
    keys.type("Waits fell to 23 weeks.")
    keys.press(Qt.Key.Key_Return)
    written = minutes_of(file, secretary.meeting.id).item(view.item_id)
    assert written is not None
    assert written.public.was_said == "Waits fell to 23 weeks."
    assert [field for field in view.panel.findChildren(InPlace) if field.value() == "Waits fell to 23 weeks."]
    print(f"keys in the meeting: {keys.pressed - begun}")

    ends = keys.pressed
    secretary.asks_for("mark as held")
    secretary.writes("issue the action list", tmp_path / "actions.docx")
    print(f"keys to the action list: {keys.pressed - ends}")
    ends = keys.pressed
    secretary.writes("issue the draft minutes", tmp_path / "draft.docx")
    print(f"keys to the draft minutes: {keys.pressed - ends}")
    ends = keys.pressed
    while secretary.page.workspace.front.title != "Documents":
        keys.press(Qt.Key.Key_PageDown, control=True)
    secretary.writes("document write update", tmp_path / "update.docx")
    print(f"keys to the chair’s update: {keys.pressed - ends}")
    for name in ("actions", "draft", "update"):
        assert (tmp_path / f"{name}.docx").stat().st_size > 5000
