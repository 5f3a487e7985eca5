"""Two panels in one column beside a list: the lower is as high as it asks for, the upper has the rest."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets.detail_panel import DetailPanel

_GAP, _LOW_WINDOW = 12, 690


class TickPanel(DetailPanel):
    """A lower panel: in a low window it is its title line alone until it is opened."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__(closable=False)
        self._wanted: bool | None = None
        self._low = False

    @property
    def is_open(self) -> bool:
        """Whether more than its title line is shown: as the person chose, else as the window allows."""
        return not self._low if self._wanted is None else self._wanted

    @property
    def wanted_height(self) -> int:
        """How high all that it shows is."""
        shown = self.widget()
        return shown.sizeHint().height() if shown is not None else 0

    def toggle(self) -> None:
        """Open or close it; it stays so whatever the window does."""
        self._wanted = not self.is_open
        self.opened.emit()

    def set_low(self, low: bool) -> None:
        """Whether the window is low."""
        if low != self._low:
            self._low = low
            self.opened.emit()


class SidePanels(QWidget):
    """Takes the place of one detail panel; the cross of the upper one closes both."""

    closed = Signal()

    def __init__(self, upper: DetailPanel, lower: TickPanel) -> None:
        super().__init__()
        self._upper, self._lower = upper, lower
        self._has_lower = False
        for panel in (upper, lower):
            panel.setParent(self)
        upper.closed.connect(self.closed)
        lower.opened.connect(self.place)

    def set_spread(self, _spread: bool) -> None:
        """Two panels never lie under the list."""

    def show_lower(self, *, shown: bool) -> None:
        """Whether there is anything for the lower panel to show."""
        self._has_lower = shown
        self.place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def event(self, event: QEvent) -> bool:
        """What a panel shows has another height now."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.place()
        return super().event(event)

    def place(self) -> None:
        """The lower at the foot, at most half of the column; the upper above it."""
        low = self.window().height() < look().px(_LOW_WINDOW)
        self._lower.set_low(low)
        gap = look().px(_GAP) if self._has_lower else 0
        most = self.height() // 2 if self._lower.is_open else self.height()
        high = min(self._lower.wanted_height, most) if self._has_lower else 0
        for panel, top, height in (
            (self._upper, 0, self.height() - high - gap),
            (self._lower, self.height() - high, high),
        ):
            panel.setFixedWidth(self.width())
            panel.setGeometry(0, top, self.width(), max(height, 0))
        self._lower.setVisible(self._has_lower)
