"""The first step: files dropped or chosen; and the sign that something takes a while."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from boarddesk.ui.import_wizard.leftover_list import LeftoverList
from boarddesk.ui.look.theme import look
from boarddesk.ui.office_dialogs import file_dialog
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.empty_state import EmptyState
from boarddesk.ui.widgets.label import label

KINDS = "Documents (*.docx *.docm *.dotx *.xlsx *.xlsm *.csv *.tsv *.txt);;All files (*)"
NOT_AT_ONCE = 400
"""Milliseconds before a job says that it takes a while."""


class Busy(QWidget):
    """What is being done and a way to stop it; shown only once it takes a while."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = label("", "section")
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName("Under way")
        self.cancel = buttons.secondary("Cancel", self.cancelled.emit)
        column = QVBoxLayout()
        column.setSpacing(12)
        for shown in (self._words, bar):
            column.addWidget(shown)
        row = QHBoxLayout()
        row.addWidget(self.cancel)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.inside = QWidget()
        self.inside.setFixedWidth(look().px(440))
        self.inside.setLayout(column)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 64, 0, 0)
        across.addStretch(1)
        across.addWidget(self.inside)
        across.addStretch(1)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(NOT_AT_ONCE)
        self._wait.timeout.connect(self._appear)

    def begin(self, words: str, *, can_stop: bool = True) -> None:
        """Something began; said in words once it takes a while."""
        self._words.setText(words)
        self.cancel.setVisible(can_stop)
        self.inside.hide()
        self._wait.start()

    def end(self) -> None:
        """It is over."""
        self._wait.stop()
        self.inside.hide()

    def _appear(self) -> None:
        self.inside.show()
        if not self.cancel.isHidden():
            self.cancel.setFocus()


class FileStep(QWidget):
    """Nothing chosen yet: how to hand files over, and what is understood."""

    files_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choose = buttons.on_ctrl_enter(
            buttons.primary("Choose files", self.files_requested.emit, icon="folder")
        )
        self.left = LeftoverList("Left over from earlier imports", name="import left over")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._empty(), 2)
        column.addWidget(self.left, 1)

    def _empty(self) -> QWidget:
        return EmptyState(
            "Bring in a plan or registers",
            "Drop your Word, Excel or CSV files anywhere in this window, or choose them; several are taken "
            "one after the other. You look everything over before anything is written.",
            buttons=[self.choose],
            example_title="What is understood",
            example=[
                ("A plan", "Tables with Action, By when, Lead, RAG, Progress"),
                ("Registers", "Names down the side, meeting dates across"),
            ],
        )


def ask_files(parent: QWidget, chosen: Callable[[list[str]], object]) -> None:
    """Ask which files to bring in; the dialog blocks nothing."""
    dialog = file_dialog(parent, "Which plan or registers?", KINDS)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.filesSelected.connect(chosen)
    dialog.open()


def waiting_words(names: list[str]) -> str:
    """`Next: register.xlsx and members.csv`; empty for none."""
    if not names:
        return ""
    return f"Next: {' and '.join(filter(None, (', '.join(names[:-1]), names[-1])))}"
