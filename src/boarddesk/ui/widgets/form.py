"""A form as data, and a field as it is shown: label above, hint under it, a rule's "no" below."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.label import WrappedLabel, label, set_role


class FieldKind(Enum):
    """What a field takes."""

    LINE = "a line"
    LINES = "several lines"
    DAY = "a day"
    CHOICE = "one of a list"
    SEGMENTS = "one of a few, side by side"
    NUMBER = "a whole number"


@dataclass(frozen=True)
class FormField:
    """One field: what it is called, what it takes, and how it hangs together with the others.

    `required` is the sentence said under it where nothing is given. `follows` proposes its value from the
    others until somebody picks or types another; `understood` is said under it at every change. What has a
    way of its own to be edited names its `editor`: one whose focus is in a line, or a choice of another look.
    """

    key: str
    label: str
    kind: FieldKind = FieldKind.LINE
    value: str | date | int | None = None
    hint: str = ""
    required: str = ""
    choices: Sequence[tuple[str, str]] = ()
    offers: Sequence[str] = ()
    placeholder: str = ""
    lines: int = 3
    beside: bool = False
    shown: Callable[[Answers], bool] | None = None
    enabled: Callable[[Answers], bool] | None = None
    follows: Callable[[Answers], str] | None = None
    understood: Callable[[Answers], str] | None = None
    editor: Callable[[], QWidget] | None = None


@dataclass(frozen=True)
class Note:
    """Words between the fields that say what follows from them; gone while there is nothing to say."""

    words: Callable[[Answers], str]
    role: str = "meta"


@dataclass(frozen=True)
class Form:
    """What a dialog asks, and the function that writes the answers and returns the id of what it made.

    `key` is its own among all forms; with `about`, the id of the record it is for, a text that was begun is
    there the next time. `button` says the verb where that is not the title, `focus` the field to begin in
    where that is not the first. `picked` is run when somebody picks in a field, before the others follow;
    `ready` says whether the primary button is on. `instead` is another thing that can be done, and its words:
    the dialog closes, nothing in it is written.
    """

    key: str
    title: str
    write: Callable[[Answers], object]
    fields: Sequence[FormField | Note | Callable[[], QWidget]] = ()
    button: str | Callable[[Answers], str] = ""
    under: str = ""
    about: str = ""
    focus: str = ""
    width: int = 520
    picked: Mapping[str, Callable[[Answers], object]] = field(default_factory=dict)
    ready: Callable[[Answers], bool] | None = None
    instead: tuple[Callable[[Answers], str], Callable[[Answers], object]] | None = None


class Field(QWidget):
    """A field under its label, with a hint between them and room for a rule's "no" below.

    One that says itself what it is goes without a title.
    """

    def __init__(self, title: str, editor: QWidget, *, hint: str = "") -> None:
        super().__init__()
        self.editor = editor
        self._hint = hint
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if title:
            column.addWidget(label(title, "field", buddy=editor))
            editor.setAccessibleName(title)
        if hint:
            column.addWidget(label(hint, "meta"))
            editor.setAccessibleDescription(hint)
        column.addWidget(editor)
        self._said = WrappedLabel("", "meta")
        self._said.hide()
        column.addWidget(self._said)
        self._error = WrappedLabel("", "bad")
        self._error.hide()
        column.addWidget(self._error)
        if isinstance(editor, QLineEdit):
            editor.textChanged.connect(lambda _words: self.refuse(""))

    def say(self, words: str) -> None:
        """Say under the field how what stands in it is understood; nothing takes that back."""
        self._said.setText(words)
        self._said.setVisible(bool(words) and words != self.refused())
        self.editor.setAccessibleDescription(words or self._hint)

    def said(self) -> str:
        """What is said under the field, empty where nothing is."""
        return self._said.text()

    def refuse(self, sentence: str) -> None:
        """Say under the field why it cannot stand; an empty sentence takes that back."""
        self._error.setText(f"▲ {sentence}" if sentence else "")
        self._error.setVisible(bool(sentence))
        self._said.setVisible(bool(self.said()) and self.said() != sentence)  # once is enough
        set_role(self._error, "bad")
        if sentence:
            self.editor.setAccessibleDescription(sentence)
            self.editor.setFocus()

    def refused(self) -> str:
        """The sentence shown under the field, empty when all is well."""
        return self._error.text().removeprefix("▲ ")
