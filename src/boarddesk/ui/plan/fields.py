"""Fields of the plan's dialogs: a deadline that says how it is read, and text over some lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCompleter,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.plan.by_when import understood_in
from boarddesk.ui.look.theme import look
from boarddesk.ui.office_dialogs import file_dialog
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.label import label

_SUCH_AS = "In your own words, such as 30 June 2026, Q3 26/27 or end of term."


def reader(file: OfficeFile, plan_id: str) -> Callable[[str], str]:
    """Tells how words are read as a deadline by the plan's own terms."""

    def told(typed: str) -> str:
        return f"Read as {understood_in(file, plan_id, typed).understood}." if typed.strip() else ""

    return told


class ByWhenField(QWidget):
    """A deadline in anybody's words; under it stands how it is read."""

    def __init__(self, read: Callable[[str], str], written: str = "") -> None:
        super().__init__()
        self._read = read
        self.line = QLineEdit(written)
        self.line.setAccessibleName("By when")
        self.told = label(
            read(written) or "In your own words, such as 30 June 2026, Q3 26/27 or end of term.", "meta"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addWidget(self.told)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._tell)

    def text(self) -> str:
        """The words typed."""
        return self.line.text().strip()

    def _tell(self, typed: str) -> None:
        self.told.setText(self._read(typed))
        self.line.setAccessibleDescription(self.told.text())


def lines_field(text: str = "", *, lines: int = 3) -> QPlainTextEdit:
    """Room for a few lines; Tab goes on to the next field."""
    made = QPlainTextEdit(text)
    made.setTabChangesFocus(True)
    made.setFixedHeight(look().px(18 * lines + 20))
    return made


def names_field(known: Sequence[str], names: str = "") -> QLineEdit:
    """A name or several with commas; the office's own people are offered as one types."""
    made = QLineEdit(names)
    completer = QCompleter(list(known), made)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    made.setCompleter(completer)
    return made


class PlaceField(QWidget):
    """Where a file or page lies: typed, or a file chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setAccessibleName("File or link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(buttons.secondary("Choose a file", self._choose))
        self.setFocusProxy(self.line)

    def text(self) -> str:
        """The path or address."""
        return self.line.text().strip()

    def _choose(self) -> None:
        dialog = file_dialog(self, "Choose the evidence")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.line.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
