"""Trouble in the window: refusals and file problems are said calmly, anything else opens the crash dialog."""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from boarddesk import __version__
from boarddesk.rules.refused import FileProblem, Refused
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.banner import in_two
from boarddesk.ui.widgets.label import WrappedLabel, label

Tell = Callable[[str, str], object]


def details(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where the program failed; no text of the person's, so it can be sent to anybody."""
    versions = f"BoardDesk {__version__}, Python {platform.python_version()}, {sys.platform}"
    steps = "".join(traceback.format_tb(trace))
    return f"{versions}\n{kind.__name__}\n{steps}"


class Problems:
    """Where every error that leaves a slot arrives. `tell` shows a calm notice on the page in front.

    `damage` says whether the open file is what an error came from; else it is a fault of ours.
    """

    def __init__(
        self, tell: Tell, window: QWidget, *, damage: Callable[[], FileProblem | None] = lambda: None
    ) -> None:
        self._tell, self._damage = tell, damage
        self._window = window
        self._before = sys.excepthook
        self.crash: CrashDialog | None = None

    def install(self) -> None:
        """Hear of every error from now on."""
        self._before, sys.excepthook = sys.excepthook, self.meet

    def remove(self) -> None:
        """Leave errors to whoever heard of them before."""
        sys.excepthook = self._before

    def meet(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Say it calmly, or admit a fault of ours."""
        if isinstance(error, Refused | FileProblem):
            self._tell(*in_two(error.sentence))
        elif not issubclass(kind, Exception):
            self._before(kind, error, trace)
        elif damage := self._damage():
            self._tell(*in_two(damage.sentence))
        else:
            self._admit(details(kind, trace))

    def _admit(self, text: str) -> None:
        if self.crash is not None and self.crash.isVisible():
            self.crash.add(text)
            return
        self.crash = CrashDialog(text, self._window)
        self.crash.open()


class CrashDialog(QDialog):
    """A fault of the program's own: the file is safe, the details can be copied."""

    def __init__(self, text: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Something went wrong")
        self.setAccessibleName("Something went wrong")
        self._details = QPlainTextEdit(text)
        self._details.setReadOnly(True)
        self._details.setAccessibleName("Details of the fault")
        self._details.setFixedHeight(look().px(180))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label("Something went wrong in BoardDesk", "title"))
        column.addWidget(
            WrappedLabel(
                "Your office is safe: every change made before this one is kept, and what was not finished"
                " was not written. You can go on working. If it happens again, copy the details and send"
                " them to whoever looks after BoardDesk for you; they hold none of your text.",
                width=look().px(512),
            )
        )
        column.addWidget(self._details)
        foot = QHBoxLayout()
        foot.addWidget(buttons.secondary("Copy the details", self._copy, icon="copy"))
        foot.addStretch(1)
        go_on = buttons.on_ctrl_enter(buttons.primary("Go on working", self.accept))
        go_on.setDefault(True)
        foot.addWidget(go_on)
        column.addLayout(foot)
        self.setWindowModality(Qt.WindowModality.WindowModal)

    def add(self, text: str) -> None:
        """Another fault while this one is shown."""
        self._details.appendPlainText(f"\n{text}")

    def details(self) -> str:
        """The text offered to copy."""
        return self._details.toPlainText()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details())


class ProblemDialog(QDialog):
    """A file that will not open: what happened, what to do, and perhaps another way."""

    def __init__(
        self,
        sentence: str,
        parent: QWidget | None,
        *,
        choices: Sequence[tuple[str, Callable[[], object]]] = (),
    ) -> None:
        super().__init__(parent)
        title, advice = in_two(sentence)
        self.setWindowTitle("BoardDesk")
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(WrappedLabel(title, "record", width=look().px(472)))
        if advice:
            column.addWidget(WrappedLabel(advice, width=look().px(472)))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(buttons.secondary("Close", self.reject))
        for at, (words, run) in enumerate(choices):
            last = at == len(choices) - 1
            button = (buttons.primary if last else buttons.secondary)(words, partial(self._do, run))
            button.setDefault(last)
            if last:
                buttons.on_ctrl_enter(button)
            foot.addWidget(button)
            button.setFocus()
        column.addLayout(foot)

    def _do(self, run: Callable[[], object]) -> None:
        self.accept()
        run()
