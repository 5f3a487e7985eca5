"""From and until: fields that say under what was typed which item or time is understood by it."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from boarddesk.rules.dates.time_of_day import Hours
from boarddesk.rules.meetings.points import point_words, understood
from boarddesk.ui.widgets.form import Field


def point_editor(kept: str) -> QLineEdit:
    """An editor that starts with a point as kept, in words that are read back the same."""
    return QLineEdit(point_words(kept))


def say_understood(field: Field, hours: Hours | None) -> None:
    """Say under a field what is understood, at every key."""
    editor = field.editor
    if isinstance(editor, QLineEdit):
        editor.textChanged.connect(lambda typed: _say(field, understood(typed, hours)))


def _say(field: Field, words: str) -> None:
    field.say(f"Understood as {words}" if words else "")
