"""What every painted part shares: a name in words for screen readers and a repaint when the theme changes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from boarddesk.ui.look.theme import look


class Drawing(QWidget):
    """A small drawing that says in words what it shows. Subclasses draw and give their size at 100 %."""

    def __init__(self, *, width: int, height: int, grows: bool = False) -> None:
        super().__init__()
        self._wide, self._high, self._grows = width, height, grows
        across = QSizePolicy.Policy.Expanding if grows else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        look().changed.connect(self._redress)

    def resize_to(self, width: int, height: int) -> None:
        """Another size at 100 %."""
        self._wide, self._high = width, height
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(look().px(self._wide), look().px(self._high))

    def minimumSizeHint(self) -> QSize:
        return QSize(
            look().px(min(self._wide, 40)) if self._grows else look().px(self._wide), self.sizeHint().height()
        )

    def say(self, words: str) -> None:
        """The drawing in words: its accessible name, and its tooltip."""
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, QRectF(self.rect()))
        painter.end()

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint into the box; what has nothing to paint leaves it empty."""

    def _redress(self) -> None:
        self.updateGeometry()
        self.update()
