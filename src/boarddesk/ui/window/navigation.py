"""The pages at the left: icon and word, a count only where something waits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from boarddesk.ui.look import icons
from boarddesk.ui.look.theme import look
from boarddesk.ui.pages import FOOT, PageEntry
from boarddesk.ui.widgets import paint

WIDE, NARROW, ENTRY = 168, 48, 32


class NavigationEntry(QAbstractButton):
    """One page's place in the navigation."""

    def __init__(self, entry: PageEntry, *, keys: str) -> None:
        super().__init__()
        self.entry = entry
        self._count = 0
        self._narrow = False
        self.setCheckable(True)
        self.setText(entry.title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._keys = keys
        self.set_count(0)
        look().changed.connect(self.updateGeometry)

    def set_count(self, count: int) -> None:
        """How many things wait there; 0 shows nothing."""
        self._count = count
        waits = f", {count} waiting" if count else ""
        self.setAccessibleName(f"{self.entry.title}{waits}")
        self.setToolTip(f"{self.entry.title} ({self._keys})" if self._keys else self.entry.title)
        self.update()

    def set_narrow(self, *, narrow: bool) -> None:
        """Icon alone, or icon and word."""
        self._narrow = narrow
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(look().px((NARROW if self._narrow else WIDE) - 17), look().px(ENTRY))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        here, tokens = look(), look().tokens
        painter = QPainter(self)
        box = QRectF(self.rect())
        chosen = self.isChecked()
        if chosen or self.underMouse():
            paint.box_edge(painter, box, fill=tokens.sel if chosen else tokens.line, edge="", radius=4)
        if chosen:
            bar = QRectF(box.left(), box.top() + here.px(6), 3, box.height() - here.px(12))
            paint.box_edge(painter, bar, fill=tokens.accent, edge="", radius=1.5)
        side = here.px(16)
        left = (box.width() - side) / 2 if self._narrow else here.px(12)
        place = QRectF(left, (box.height() - side) / 2, side, side)
        icons.paint(painter, self.entry.icon, box=place, colour=tokens.link if chosen else tokens.muted)
        if not self._narrow:
            self._paint_words(painter, box, chosen=chosen)
        if self.hasFocus():
            paint.focus_ring(painter, box)
        painter.end()

    def _paint_words(self, painter: QPainter, box: QRectF, *, chosen: bool) -> None:
        here, tokens = look(), look().tokens
        words = box.adjusted(here.px(38), 0, -here.px(8), 0)
        paint.text(painter, words, self.text(), font=here.font(13, strong=chosen), colour=tokens.ink)
        if self._count:
            font = here.font(12)
            paint.text(painter, words, str(self._count), font=font, colour=tokens.muted, align=paint.RIGHT)


class Navigation(QWidget):
    """Groups by a gap, no headings; arrows move within it."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[PageEntry]) -> None:
        super().__init__()
        self.setProperty("ground", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Pages")
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._entries: dict[str, NavigationEntry] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 12, 9, 12)
        self._column.setSpacing(0)
        self._fill([entry for entry in entries if entry.group > 0])
        if not entries or entries[-1].group != FOOT:
            self._column.addStretch(1)
        self.set_narrow(narrow=False)

    def _fill(self, entries: Sequence[PageEntry]) -> None:
        group = entries[0].group if entries else 0
        for at, entry in enumerate(entries, 1):
            if entry.group != group:
                if entry.group == FOOT:
                    self._column.addStretch(1)
                self._column.addSpacing(8)
                group = entry.group
            button = NavigationEntry(entry, keys=f"Ctrl+{at}" if at < 10 else "")
            button.clicked.connect(lambda _on=False, name=entry.name: self.chosen.emit(name))
            self._group.addButton(button)
            self._column.addWidget(button)
            self._entries[entry.name] = button

    def choose(self, name: str) -> None:
        """Mark the page shown; a page that is not in the navigation marks nothing."""
        if name in self._entries:
            self._entries[name].setChecked(True)
        elif (lit := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)
            lit.setChecked(False)
            self._group.setExclusive(True)

    def names(self) -> list[str]:
        """The pages in order."""
        return list(self._entries)

    def set_count(self, name: str, count: int) -> None:
        """How many things wait on a page."""
        if name in self._entries:
            self._entries[name].set_count(count)

    def set_narrow(self, *, narrow: bool) -> None:
        """Icons only, below 1200 logical pixels."""
        for entry in self._entries.values():
            entry.set_narrow(narrow=narrow)
        self.setFixedWidth(look().px(NARROW if narrow else WIDE))
