"""A detail panel that is filled again after every change without losing one's place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from boarddesk.ui.widgets.detail_panel import CLOSE, DetailPanel
from boarddesk.ui.widgets.in_place import InPlace

WAIT = 20


class SteadyDetail(DetailPanel):
    """Shows one record; while it stays the same, the place scrolled to and the focus stay too.

    Whatever takes the focus in it is found again by its accessible name, which is to be its own.
    """

    def __init__(self, *, width: int = 372, closable: bool = True) -> None:
        super().__init__(width=width, closable=closable)
        self._key = ""
        self._fill: Callable[[], object] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT)
        self._timer.timeout.connect(self._renew)

    def show_nothing(self) -> None:
        """No record is chosen."""
        self.show_filled("", lambda: None)

    def show_filled(self, key: str, fill: Callable[[], object]) -> None:
        """Show the record of this key, as `fill` puts it into the panel."""
        self._fill = fill
        if key != self._key:
            self._key = key
            self._fill_anew(fill)
            self.verticalScrollBar().setValue(0)
        else:
            self._renew()

    def _renew(self) -> None:
        """Fill again; not between the pressing and the letting go of a button that stands here."""
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._timer.start()
            return
        if self._fill is None:
            return
        place, focused = self.verticalScrollBar().value(), self._focused()
        self._fill_anew(self._fill)
        if focused:
            self._focus(focused)
        self.verticalScrollBar().setValue(place)
        # Wrapped words find their height only once they are laid out, and then the place is there again.
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(place))

    def _fill_anew(self, fill: Callable[[], object]) -> None:
        """Filled out of sight: parts added to what is shown would only be shown, and take focus, later."""
        self.clear()
        ground = self.takeWidget()
        fill()
        self.end_columns()
        if ground is not None:
            self.setWidget(ground)

    def _focused(self) -> str:
        """What has the focus in here, by the name a screen reader says."""
        there = QApplication.focusWidget()
        if there is None or not self.isAncestorOf(there):
            return ""
        field = there.parentWidget()
        return (field if isinstance(field, InPlace) else there).accessibleName()

    def _focus(self, name: str) -> None:
        for widget in self._controls():
            field = widget.parentWidget()
            if name in (
                widget.accessibleName(),
                field.accessibleName() if isinstance(field, InPlace) else "",
            ):
                widget.setFocus()
                return

    def enter(self) -> None:
        """Give the focus to the first thing that can be done here, which closing it again is not."""
        first = next((widget for widget in self._controls() if widget.accessibleName() != CLOSE), None)
        if first is not None:
            first.setFocus()

    def _controls(self) -> list[QWidget]:
        """What takes the focus, in reading order."""
        shown = self.findChildren(QWidget)
        return [
            widget
            for widget in shown
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(self)
        ]
