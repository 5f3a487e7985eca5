"""A list with the detail of its chosen row beside it, or over it where there is no room for both."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets.detail_panel import DetailPanel
from boarddesk.ui.widgets.side_panels import SidePanels

_GAP, _LEAST_LIST, _WIDE_FROM, _SLIM_BELOW = 16, 560, 1500, 1148
_LEAST_ABOVE, _LEAST_BELOW = 252, 140


class ListAndDetail(QWidget):
    """The list takes what the detail leaves. Where both do not fit, the detail opens only when asked for.

    `narrow` and `wide` are the widths of the detail at 1366 and at 1920, `slim` in a smaller window; `least`
    is the width below which the list is of no use beside it; without `escapes` the page itself says what Esc
    does. `whole`: the list is never lower than all its parts need, and the page scrolls instead.
    """

    detail_closed = Signal()

    def __init__(
        self,
        shown: QWidget,
        detail: DetailPanel | SidePanels,
        *,
        narrow: int = 372,
        wide: int = 460,
        slim: int = 0,
        least: int = _LEAST_LIST,
        escapes: bool = True,
        whole: bool = False,
    ) -> None:
        super().__init__()
        self._whole = whole
        self._list, self._detail, self._least = shown, detail, least
        self._narrow, self._wide, self._slim = narrow, wide, slim or narrow
        self._open, self._below, self._covered = True, 0, False
        for part in (shown, detail):
            part.setParent(self)
        detail.closed.connect(self.close_detail)
        if escapes:
            leave = QShortcut(QKeySequence("Esc"), detail)
            leave.activated.connect(self.close_detail)

    def set_below(self, height: int) -> None:
        """Where the width is short the detail lies under the list, so high; 0: beside it, as ever."""
        if height != self._below:
            self._below = height
            self._place()

    @property
    def is_below(self) -> bool:
        """Whether the detail lies under the list, over the whole width."""
        return bool(self._below) and self.width() < look().px(_WIDE_FROM)

    @property
    def covers(self) -> bool:
        """Whether there is no room for both, so that the detail lies over the list."""
        if self.is_below:
            return self._room_below() < look().px(_LEAST_BELOW)
        return self.width() < look().px(self._least + _GAP + self._slim)

    def show_detail(self, *, asked: bool = False) -> None:
        """Show the detail; over the list only when the person asked for it by opening a row."""
        self._open = asked or not self.covers
        self._place()

    def hide_detail(self) -> None:
        """The list alone, because there is nothing to show beside it."""
        self._open = False
        self._place()

    def close_detail(self) -> None:
        """The list alone, with the focus back in it."""
        self.hide_detail()
        self._list.setFocus()
        self.detail_closed.emit()

    def is_detail_shown(self) -> bool:
        """Whether the detail can be seen."""
        return self._open

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        covered, self._covered = self._covered, self.covers
        if self._covered and not covered and event.oldSize().width() >= 0:
            self._open = False
        self._place()

    def _place(self) -> None:
        self._detail.set_spread(self.is_below)
        if self.is_below:
            self._place_below()
        else:
            self._place_beside()
        self._detail.setVisible(self._open)
        self._detail.raise_()

    def _room_below(self) -> int:
        """What the list leaves under it where it is as low as it may be."""
        return self.height() - look().px(_GAP + _LEAST_ABOVE)

    def _place_below(self) -> None:
        under = self._open and not self.covers
        high = min(look().px(self._below), self._room_below()) if under else self.height()
        top = self.height() - high
        self._list.setGeometry(0, 0, self.width(), top - look().px(_GAP) if under else self.height())
        self._detail.setFixedWidth(self.width())
        self._detail.setGeometry(0, top, self.width(), high)

    def _place_beside(self) -> None:
        wide, slim = self.width() >= look().px(_WIDE_FROM), self.width() < look().px(_SLIM_BELOW)
        room = min(look().px(self._wide if wide else self._slim if slim else self._narrow), self.width())
        beside = self._open and not self.covers
        left = self.width() - room
        self._list.setGeometry(0, 0, left - look().px(_GAP) if beside else self.width(), self.height())
        self._detail.setFixedWidth(room)
        self._detail.setGeometry(left, 0, room, self.height())

    def sizeHint(self) -> QSize:
        # A page that wraps words is given its parts' favourite heights at least: more would make it scroll.
        return QSize(look().px(900), look().px(200))

    def minimumSizeHint(self) -> QSize:
        inside = self._list.minimumSizeHint().height() if self._whole else 0
        return QSize(look().px(320), max(look().px(200), inside))

    def event(self, event: QEvent) -> bool:
        """The parts of the list need another height: so does all of it."""
        if self._whole and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)
