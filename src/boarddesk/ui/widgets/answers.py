"""What stands in the fields of a form, by key: read and filled in one way, whatever their editors are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from boarddesk.rules.refused import Refused
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.widgets.date_field import NOT_A_DATE, DateField
from boarddesk.ui.widgets.segments import Segments
from boarddesk.ui.widgets.status_change import StatusChange

Editor = TypeVar("Editor", bound=QWidget)


class Answers:
    """Reads what is in the fields, and puts something else there."""

    def __init__(self, editors: Mapping[str, QWidget]) -> None:
        self._editors = editors

    def editor(self, key: str, kind: type[Editor]) -> Editor:
        """The editor of a field, for what only that kind of editor knows."""
        found = self._editors[key]
        if not isinstance(found, kind):
            raise TypeError(f"The editor of {key} is no {kind.__name__}")
        return found

    def text(self, key: str) -> str:
        """The words typed, or the value chosen, without blanks around them."""
        match self._editors[key]:
            case Choice() | Segments() | StatusChange() as choice:
                return choice.value()
            case QPlainTextEdit() as lines:
                return lines.toPlainText().strip()
            case own:
                return line_of(own).text().strip()

    def day(self, key: str) -> date | None:
        """The day given, None for nothing; refused where what stands there is no day."""
        field = self.editor(key, DateField)
        if not field.is_fine():
            raise Refused(NOT_A_DATE, field=key)
        return field.value()

    def day_if_any(self, key: str) -> date | None:
        """The day given so far, None while what stands there is none."""
        return self.editor(key, DateField).value()

    def needed_day(self, key: str) -> date:
        """The day of a field that is required."""
        day = self.day(key)
        if day is None:
            raise Refused(NOT_A_DATE, field=key)
        return day

    def number(self, key: str) -> int:
        """The number given."""
        return self.editor(key, QSpinBox).value()

    def fill(self, key: str, value: str | date | None) -> None:
        """Show something else without anybody having picked or typed it."""
        match self._editors[key]:
            case Choice() | Segments() | StatusChange() as choice:
                choice.choose(str(value))
            case QPlainTextEdit() as lines:
                lines.setPlainText(str(value))
            case DateField() as day if not isinstance(value, str):
                day.set_value(value)
            case own:
                line_of(own).setText(str(value))

    def put(self, key: str, value: str | date) -> None:
        """Pick or type something, as a person does."""
        self.fill(key, value)
        match self._editors[key]:
            case Choice() | Segments() | StatusChange() as choice:
                choice.picked.emit(str(value))
            case QPlainTextEdit():
                pass
            case own:
                line_of(own).textEdited.emit(str(value))

    def offer(self, key: str, choices: Sequence[tuple[str, str]]) -> None:
        """Other choices in a drop-down; what was chosen stays chosen while it is among them."""
        self.editor(key, Choice).set_choices(choices)


def line_of(editor: QWidget) -> QLineEdit:
    """The line of an editor: itself, or the one that has its focus."""
    line = editor if isinstance(editor, QLineEdit) else editor.focusProxy()
    if not isinstance(line, QLineEdit):
        raise TypeError(f"{type(editor).__name__} has no line to type in")
    return line
