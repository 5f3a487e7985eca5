"""Text in the roles of the design, lines, and text that wraps without claiming odd heights."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget


def label(text: str = "", role: str = "", *, buddy: QWidget | None = None) -> QLabel:
    """A label in a role of the stylesheet: title, record, section, field, head, meta, muted, bad, figure …"""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    if buddy is not None:
        made.setBuddy(buddy)
    return made


def set_role(shown: QWidget, role: str) -> None:
    """Change the role of something already shown."""
    if shown.property("role") != role:
        shown.setProperty("role", role)
        shown.style().unpolish(shown)
        shown.style().polish(shown)


def rule(role: str = "rule") -> QFrame:
    """A hairline of the width it is given: 'rule' under titles, 'line' between rows."""
    made = QFrame()
    made.setProperty("role", role)
    made.setFixedHeight(1)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return made


def upright_rule() -> QFrame:
    """A hairline as high as the row it stands in, between columns."""
    made = QFrame()
    made.setProperty("role", "divider")
    made.setFixedWidth(1)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
    return made


class ElidedLabel(QLabel):
    """One line that gives way: what does not fit is in the tooltip, and a screen reader says all of it."""

    def __init__(self, text: str = "", role: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._full = ""
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text: whole until the layout has given it its width."""
        self._full = text
        self.setAccessibleName(text)
        super().setText(text)
        self.updateGeometry()

    def full_text(self) -> str:
        """The whole text, however much of it fits."""
        return self._full

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self._full)
        return QSize(words + 2 if self._full else 0, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(40, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._fit()
        super().paintEvent(event)

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, max(self.width(), 40))
        if shown != self.text():
            super().setText(shown)
        self.setToolTip("" if shown == self._full else self._full)


_BREAK: Final = "\N{ZERO WIDTH SPACE}"
_LONG_PATH: Final = re.compile(r"(?<!\S)[“(]?(?:[A-Za-z]:\\|\\\\|/)\S{30,}")


def _with_breaks(text: str) -> str:
    """A path without spaces may be longer than a line: it goes on in the next after the name of a folder."""
    return _LONG_PATH.sub(lambda path: re.sub(r"(?<=[/\\])(?=[^/\\])", _BREAK, path[0]), text)


class WrappedLabel(QLabel):
    """Text that wraps at the width it has and is exactly as high as its lines."""

    def __init__(self, text: str = "", role: str = "", *, width: int = 0) -> None:
        super().__init__(_with_breaks(text))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if width:
            self.setFixedWidth(width)

    def setText(self, text: str) -> None:
        """Show another text, as high as it needs."""
        super().setText(_with_breaks(text))
        self._fit(self.width())

    def text(self) -> str:
        """As it was given."""
        return super().text().replace(_BREAK, "")

    def words(self) -> list[str]:
        """What is never parted at the end of a line."""
        return super().text().replace(_BREAK, " ").split()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def _fit(self, width: int) -> None:
        self.setMinimumHeight(0)  # Qt never answers less than the least height, which is the one fixed before
        height = self.heightForWidth(width)
        if height > 0:
            self.setFixedHeight(height)
