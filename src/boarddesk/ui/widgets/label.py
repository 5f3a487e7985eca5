"""Text in the roles of the design, lines, and text that wraps without claiming odd heights."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
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


class WrappedLabel(QLabel):
    """Text that wraps at the width it has and is exactly as high as its lines."""

    def __init__(self, text: str = "", role: str = "", *, width: int = 0) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if width:
            self.setFixedWidth(width)

    def setText(self, text: str) -> None:
        """Show another text, as high as it needs."""
        super().setText(text)
        self._fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def _fit(self, width: int) -> None:
        height = self.heightForWidth(width)
        if height > 0 and height != self.height():
            self.setFixedHeight(height)
