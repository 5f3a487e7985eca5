"""Things side by side while they fit, and on the next line where they do not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

_PAST_THE_END = cast("QLayoutItem", None)
"""Qt asks until it is given nothing."""


class Flow(QLayout):
    """As high as its lines; with `parted` the last of a line stands at its right end."""

    def __init__(
        self, shown: Sequence[QWidget] = (), *, across: int = 8, down: int = 4, parted: bool = False
    ) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._across, self._down, self._parted = across, down, parted
        self._high = 0
        self.setContentsMargins(0, 0, 0, 0)
        for widget in shown:
            self.addWidget(widget)

    # ── what Qt asks of a layout ──

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem:
        return self._items[index] if 0 <= index < len(self._items) else _PAST_THE_END

    def takeAt(self, index: int) -> QLayoutItem:
        return self._items.pop(index) if 0 <= index < len(self._items) else _PAST_THE_END

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), really=False)

    def sizeHint(self) -> QSize:
        """All on one line, as high as the last lines were: aligned boxes ask no further."""
        hints = [item.sizeHint() for item in self._shown()]
        wide = sum(hint.width() for hint in hints) + self._across * max(len(hints) - 1, 0)
        return QSize(wide, self._high or max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """The widest alone on its line."""
        least = [item.minimumSize() for item in self._shown()]
        high = self._high or max((size.height() for size in least), default=0)
        return QSize(max((size.width() for size in least), default=0), high)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        high = self._place(rect, really=True)
        if high != self._high:
            self._high = high
            self.update()

    # ── placing ──

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._shown():
            wide = item.sizeHint().width()
            if not lines or (left + self._across + wide > width and lines[-1]):
                lines.append([])
                left = wide
            else:
                left += self._across + wide
            lines[-1].append(item)
        return lines

    def _place(self, rect: QRect, *, really: bool) -> int:
        """Place the lines and return how high they are."""
        top = rect.top()
        for line in self._lines(rect.width()):
            high = max(item.sizeHint().height() for item in line)
            if really:
                self._place_line(line, QRect(rect.left(), top, rect.width(), high))
            top += high + self._down
        return max(top - self._down - rect.top(), 0)

    def _place_line(self, line: Sequence[QLayoutItem], room: QRect) -> None:
        left = room.left()
        for item in line:
            size = item.sizeHint()
            wide = min(size.width(), room.width())
            if self._parted and item is line[-1] and len(line) > 1:
                left = room.right() + 1 - wide
            place = QPoint(left, room.top() + (room.height() - size.height()) // 2)
            item.setGeometry(QRect(place, QSize(wide, size.height())))
            left += wide + self._across
