"""Fields with their labels above, hints under the label and errors under the field."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from boarddesk.ui.widgets.label import WrappedLabel, label, set_role


class Field(QWidget):
    """A field under its label, with a hint between them and room for a rule's "no" below."""

    def __init__(self, title: str, editor: QWidget, *, hint: str = "") -> None:
        super().__init__()
        self.editor = editor
        self._hint = hint
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(title, "field", buddy=editor))
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
        editor.setAccessibleName(title)
        if isinstance(editor, QLineEdit):
            editor.textChanged.connect(lambda _words: self.refuse(""))

    def say(self, words: str) -> None:
        """Say under the field how what stands in it is understood; nothing takes that back."""
        self._said.setText(words)
        self._said.setVisible(bool(words))
        self.editor.setAccessibleDescription(words or self._hint)

    def said(self) -> str:
        """What is said under the field, empty where nothing is."""
        return self._said.text()

    def refuse(self, sentence: str) -> None:
        """Say under the field why it cannot stand; an empty sentence takes that back."""
        self._error.setText(f"▲ {sentence}" if sentence else "")
        self._error.setVisible(bool(sentence))
        set_role(self._error, "bad")
        if sentence:
            self.editor.setAccessibleDescription(sentence)
            self.editor.setFocus()

    def refused(self) -> str:
        """The sentence shown under the field, empty when all is well."""
        return self._error.text().removeprefix("▲ ")
