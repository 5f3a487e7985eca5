"""No office open yet: three doors of the same size, and the offices opened before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from boarddesk.ui.look import icons
from boarddesk.ui.look.theme import look
from boarddesk.ui.settings import Recent
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.date_text import long_date
from boarddesk.ui.widgets.drawing import Drawing
from boarddesk.ui.widgets.label import ElidedLabel, WrappedLabel, label, rule

_WIDE, _ABOVE = 1000, 64
_EDGE = 16
_ROW = "recent"


class _Picture(Drawing):
    def __init__(self, name: str, *, size: int = 28, ink: str = "link") -> None:
        super().__init__(width=size, height=size)
        self._name, self._ink = name, ink

    def draw(self, painter: QPainter, box: QRectF) -> None:
        icons.paint(painter, self._name, box=box, colour=getattr(look().tokens, self._ink))


class _RoomAbove(QWidget):
    """What stands above the title, and gives way first where the window is low.

    No spacer: what Python holds of one may outlive it, and stand for what is made in its place.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        return QSize(0, look().px(_ABOVE))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


class FirstStart(QWidget):
    """What the window shows while no office is open."""

    sample_requested = Signal()
    import_requested = Signal()
    empty_requested = Signal()
    open_requested = Signal()
    recent_picked = Signal(object)  # Path

    def __init__(self, *, imports: bool = True) -> None:
        super().__init__()
        self.imports = imports
        self.setProperty("ground", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Start")
        inside = QWidget()
        inside.setMaximumWidth(look().px(_WIDE))
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(_RoomAbove())
        across = QHBoxLayout(self)
        across.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        across.addStretch(1)
        across.addWidget(inside, _WIDE)
        across.addStretch(1)
        self._add_title()
        self._add_doors(imports=imports)
        self._recent = QWidget()
        self._column.addWidget(self._recent)
        self._column.addSpacing(20)
        self._busy = label("", "strong")
        self._busy.hide()
        self._column.addWidget(self._busy)
        self._column.addWidget(label("Nothing leaves this computer.", "meta"))
        self._column.addStretch(1)

    def _add_title(self) -> None:
        self._column.addWidget(label("BoardDesk", "name"))
        self._column.addSpacing(4)
        sentence = "Registers, the plan and its reports for a SEND board, in one file on your computer."
        self._column.addWidget(WrappedLabel(sentence, "muted"))
        self._column.addSpacing(24)

    def _add_doors(self, *, imports: bool) -> None:
        self._doors = QWidget()
        row = QHBoxLayout(self._doors)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        rank = buttons.secondary if imports else buttons.primary
        sample = rank("Open the sample", self.sample_requested.emit)
        self._first = sample
        words = "Two boards, two years of meetings and a plan, all fictional. Change anything."
        row.addWidget(_door("book", "Open the sample office", words, sample), 1)
        if imports:
            choose = buttons.primary("Choose files", self.import_requested.emit)
            self._first = choose
            words = "Bring in your plan and attendance from Word or Excel."
            row.addWidget(_door("import", "Start from your plan and registers", words, choose), 1)
        empty = buttons.secondary("Create an office", self.empty_requested.emit)
        words = "Begin with nothing: add your boards, people and meetings as you go."
        row.addWidget(_door("file", "Empty office", words, empty), 1)
        self._column.addWidget(self._doors)
        self._column.addSpacing(28)

    def focus_first(self) -> None:
        """The office opened last, else the primary door: Enter goes on from there."""
        row = self._recent.findChild(buttons.Button, _ROW)
        (row or self._first).setFocus(Qt.FocusReason.TabFocusReason)

    def show_busy(self, sentence: str) -> None:
        """Say what is being made, and close the doors meanwhile; an empty sentence opens them again."""
        self._busy.setText(sentence)
        self._busy.setVisible(bool(sentence))
        self._doors.setEnabled(not sentence)

    def show_recent(self, recent: Sequence[Recent], today: date) -> None:
        """List the offices opened before; none at all shows only the way to open one."""
        old, self._recent = self._recent, QWidget()
        self._column.replaceWidget(old, self._recent)
        old.hide()
        old.deleteLater()
        grid = QGridLayout(self._recent)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        head = QHBoxLayout()
        head.addWidget(label("Recent offices", "section"))
        head.addStretch(1)
        head.addWidget(buttons.link("Open another file", self.open_requested.emit))
        grid.addLayout(head, 0, 0)
        grid.addWidget(rule(), 1, 0)
        rows = [_Row(entry, today) for entry in recent]
        for words in zip(*(row.as_wide_as_needed for row in rows), strict=True):
            widest = max(paragraph.sizeHint().width() for paragraph in words)
            for paragraph in words:
                paragraph.setFixedWidth(widest)
        for at, row in enumerate(rows):
            row.clicked.connect(lambda _on=False, path=recent[at].path: self.recent_picked.emit(path))
            grid.addWidget(row, 2 + at * 2, 0)
            grid.addWidget(rule("line"), 3 + at * 2, 0)
        if not recent:
            grid.addWidget(label("None yet.", "muted"), 2, 0)


class _Row(buttons.Button):
    """An office opened before; what gives way where all of it does not fit is its name and its place."""

    def __init__(self, entry: Recent, today: date) -> None:
        super().__init__()
        self.setAutoDefault(False)
        self.setObjectName(_ROW)
        self.setProperty("look", "row")
        self.setFixedHeight(look().px(36))
        words = (entry.path.name, entry.holds, place(entry.path), when(entry.opened, today))
        self.setAccessibleName(", ".join(word for word in words if word))
        self.setToolTip(str(entry.path))
        name, holds, where, opened = (
            ElidedLabel(words[0]),
            *(ElidedLabel(word, "muted") for word in words[1:]),
        )
        opened.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.as_wide_as_needed: tuple[QLabel, ...] = (holds, opened)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(_Picture("file", size=16, ink="muted"))
        for shown, share in ((name, 3), (holds, 0), (where, 2), (opened, 0)):
            if share:
                shown.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            row.addWidget(shown, share)


def _door(icon: str, title: str, words: str, button: QPushButton) -> QWidget:
    door = QWidget()
    door.setProperty("ground", "door")
    door.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    door.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    door.setMinimumHeight(look().px(204))
    column = QVBoxLayout(door)
    column.setContentsMargins(20, 20, 20, 20)
    column.setSpacing(0)
    column.addWidget(_Picture(icon))
    column.addSpacing(10)
    column.addWidget(WrappedLabel(title, "record"))
    column.addSpacing(6)
    column.addWidget(WrappedLabel(words, "muted"))
    column.addStretch(1)
    column.addWidget(button)
    return door


def place(path: Path) -> str:
    """The last two folders a file is in: `Documents › Training`."""
    return " › ".join([part for part in path.parent.parts if part not in ("/", "\\")][-2:])


def when(opened: str, today: date) -> str:
    """`Today 10:42`, or the day."""
    try:
        moment = datetime.fromisoformat(opened)
    except ValueError:
        return ""
    return f"Today {moment:%H:%M}" if moment.date() == today else long_date(moment.date())
