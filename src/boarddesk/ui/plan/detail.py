"""The chosen action or area at the right: filled again after every change without losing one's place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from boarddesk.rules.plan.actions import Action, Area
from boarddesk.ui.plan.action_panel import ActionPanel
from boarddesk.ui.plan.area_panel import AreaPanel
from boarddesk.ui.plan.deeds import PlanDeeds
from boarddesk.ui.plan.shown_plan import ShownPlan
from boarddesk.ui.widgets.detail_panel import DetailPanel
from boarddesk.ui.widgets.in_place import InPlace

WAIT = 20


class PlanDetail(DetailPanel):
    """Shows one record; while it stays the same, the place scrolled to and the focus stay too."""

    def __init__(self, deeds: PlanDeeds) -> None:
        super().__init__(width=372)
        self._deeds = deeds
        self._key = ""
        self._fill: Callable[[], object] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT)
        self._timer.timeout.connect(self._renew)

    def show_action(self, action: Action, shown: ShownPlan) -> None:
        """An action with all that hangs on it."""
        self._show(action.id, lambda: ActionPanel(self, self._deeds, shown).fill(action))

    def show_area(self, area: Area, shown: ShownPlan) -> None:
        """An area with what it reports to the board."""
        self._show(area.id, lambda: AreaPanel(self, self._deeds, shown).fill(area))

    def show_nothing(self) -> None:
        """No record is chosen."""
        self._show("", lambda: None)

    def _show(self, key: str, fill: Callable[[], object]) -> None:
        self._fill = fill
        if key != self._key:
            self._key = key
            self.clear()
            fill()
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
        self.clear()
        self._fill()
        self.column.activate()
        self.verticalScrollBar().setValue(place)
        if focused:
            self._focus(focused)

    def _focused(self) -> str:
        """What has the focus in here, by the name a screen reader says."""
        there = QApplication.focusWidget()
        if there is None or not self.isAncestorOf(there):
            return ""
        field = there.parentWidget()
        return (field if isinstance(field, InPlace) else there).accessibleName()

    def _focus(self, name: str) -> None:
        for one in self._controls():
            field = one.parentWidget()
            if name in (one.accessibleName(), field.accessibleName() if isinstance(field, InPlace) else ""):
                one.setFocus()
                return

    def enter(self) -> None:
        """Give the focus to the first thing that can be done here."""
        first = next((one for one in self._controls()), None)
        if first is not None:
            first.setFocus()

    def _controls(self) -> list[QWidget]:
        """What takes the focus, in reading order."""
        shown = self.findChildren(QWidget)
        return [one for one in shown if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisibleTo(self)]
