"""From what a status is to what it becomes: two chips, and a menu that offers the others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from boarddesk.rules.statuses.status import Status
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.label import label
from boarddesk.ui.widgets.opening import pop_up_under
from boarddesk.ui.widgets.status_chip import StatusChip


class StatusChange(QWidget):
    """Its value is the key of the new status; `picked` fires only when a person picks."""

    picked = Signal(str)

    def __init__(self, statuses: Sequence[Status], *, old: Status | None, new: Status) -> None:
        super().__init__()
        self._statuses = {status.key: status for status in statuses}
        self._new = new
        self._chip = StatusChip(new)
        self._others = buttons.icon_button("chevron-down", "Choose another status", self._offer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for part in (label("From", "muted"), StatusChip(old), label("to", "muted"), self._chip, self._others):
            row.addWidget(part)
        row.addStretch(1)
        self.setFocusProxy(self._others)

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.setAccessibleName("New status")
        for status in self._statuses.values():
            menu.addAction(status.shown).triggered.connect(
                lambda _on=False, status=status: self._pick(status.key)
            )
        pop_up_under(menu, self._others)

    def _pick(self, key: str) -> None:
        self.choose(key)
        self.picked.emit(key)

    def choose(self, key: str) -> None:
        """Another status to change to, without announcing it."""
        self._new = self._statuses[key]
        self._chip.set_status(self._new)

    def value(self) -> str:
        """The key of the status it becomes."""
        return self._new.key
