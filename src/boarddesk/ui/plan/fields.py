"""Fields of the plan's forms: a deadline that says how it is read, and where a file or page lies."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from boarddesk.records.dates.by_when import understood_in
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.ui.office_dialogs import file_dialog
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.answers import Answers

_SUCH_AS = "In your own words, such as 30 June 2026, Q3 26/27 or end of term."


def reader(file: OfficeFile, plan_id: str) -> Callable[[str], str]:
    """Tells how words are read as a deadline by the plan's own terms."""

    def told(typed: str) -> str:
        return f"Read as {understood_in(file, plan_id, typed).understood}." if typed.strip() else ""

    return told


def understood_by_when(file: OfficeFile, plan_id: str) -> Callable[[Answers], str]:
    """What is said under a deadline while it is typed."""
    read = reader(file, plan_id)
    return lambda given: read(given.text("by_when")) or _SUCH_AS


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
