"""The office's own words for the marks of a register; the letters, and what they count for, stay."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.registers import reading as registers
from boarddesk.records.registers import taking as attendance
from boarddesk.rules.registers.register import MARK_LABELS, Mark
from boarddesk.ui.widgets.form_dialog import FormDialog

TITLE = "Change words of marks"


class MarkWordsDialog(FormDialog):
    """A field for each letter; an empty one goes back to the usual words."""

    def __init__(self, parent: QWidget, file: OfficeFile) -> None:
        super().__init__(
            parent,
            title=TITLE,
            button=TITLE,
            does=self._write,
            under="Every register, page and document of this office says these. A letter keeps its meaning.",
        )
        self._file = file
        labels = registers.mark_labels(file)
        self.words = {mark: QLineEdit() for mark in Mark}
        for first, second in zip(*[iter(Mark)] * 2, strict=False):
            self._add((first, second), labels)
        self._add((Mark.NOT_REQUIRED,), labels)

    def _add(self, marks: tuple[Mark, ...], labels: dict[Mark, str]) -> None:
        for mark in marks:
            own = labels[mark] != MARK_LABELS[mark]
            self.words[mark].setText(labels[mark] if own else "")
            self.words[mark].setPlaceholderText(MARK_LABELS[mark])
        self.add_row({mark.value: (f"{mark.value} means", self.words[mark]) for mark in marks})

    def _write(self) -> None:
        attendance.set_mark_labels(self._file, [(mark, line.text()) for mark, line in self.words.items()])
