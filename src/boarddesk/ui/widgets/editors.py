"""The editor of each kind of field, and when what stands in it has changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets.answers import line_of
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.widgets.date_field import DateField
from boarddesk.ui.widgets.form import FieldKind, FormField
from boarddesk.ui.widgets.offered_names import offer_names
from boarddesk.ui.widgets.segments import Segments
from boarddesk.ui.widgets.status_change import StatusChange


def new_editor(field: FormField) -> QWidget:
    """The editor of a field, with what it begins with."""
    if field.editor is not None:
        return field.editor()
    made = _MAKE[field.kind](field)
    if field.value is not None and isinstance(made, Choice | Segments):
        made.choose(str(field.value))
    return made


def hear(editor: QWidget, changed: Callable[[], object], *, by_hand: Callable[[], object]) -> None:
    """Call `changed` at every change of an editor, and `by_hand` before it where a person made it."""
    match editor:
        case Choice() | Segments() | StatusChange():
            editor.picked.connect(lambda _value: (by_hand(), changed()))
        case QPlainTextEdit():
            editor.textChanged.connect(changed)
        case QSpinBox():
            editor.valueChanged.connect(lambda _number: changed())
        case own:
            line_of(own).textEdited.connect(lambda _words: by_hand())
            line_of(own).textChanged.connect(lambda _words: changed())


def _new_line(field: FormField) -> QWidget:
    """A line; what it offers is listed as one types."""
    made = QLineEdit(str(field.value or ""))
    made.setPlaceholderText(field.placeholder)
    if field.offers:
        offer_names(made, field.offers)
    return made


def _new_lines(field: FormField) -> QWidget:
    """Room for a few lines; Tab goes on to the next field."""
    made = QPlainTextEdit(str(field.value or ""))
    made.setTabChangesFocus(True)
    made.setFixedHeight(look().px(18 * field.lines + 20))
    return made


def _new_number(field: FormField) -> QWidget:
    made = QSpinBox()
    made.setRange(1, 99)
    made.setValue(int(str(field.value or 1)))
    made.lineEdit().setTextMargins(9, 0, 9, 0)  # the padding of every other field ends at it
    return made


def _new_day(field: FormField) -> QWidget:
    return DateField(field.value if isinstance(field.value, date) else None, name=field.label)


_MAKE: Mapping[FieldKind, Callable[[FormField], QWidget]] = {
    FieldKind.LINE: _new_line,
    FieldKind.LINES: _new_lines,
    FieldKind.DAY: _new_day,
    FieldKind.CHOICE: lambda field: Choice(field.choices, name=field.label),
    FieldKind.SEGMENTS: lambda field: Segments(field.choices, name=field.label),
    FieldKind.NUMBER: _new_number,
}
