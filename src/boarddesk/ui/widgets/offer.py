"""An action where Qt offers it: in a menu, in the menu of a row, or by its keys alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from boarddesk.ui.action import Action
from boarddesk.ui.look import icons


class Offer(QAction):
    """Off in an open menu while it does not apply; its keys ask only when they are pressed."""

    def __init__(
        self,
        action: Action,
        owner: QObject,
        *,
        title: str = "",
        keys: str = "",
        reach: Qt.ShortcutContext = Qt.ShortcutContext.WindowShortcut,
    ) -> None:
        super().__init__(title or action.title, owner)
        self.action = action
        if keys:
            self.setShortcut(QKeySequence(keys))
            self.setShortcutContext(reach)
        if action.icon:
            icons.give(self, action.icon)
        self.triggered.connect(lambda _on=False: action.do())

    def judge(self) -> None:
        """A menu opens: off if it does not apply just now."""
        if self.action.applies is not None:
            self.setEnabled(self.action.applies())

    def let_keys_ask(self) -> None:
        """What was off while a menu was open may be possible by the time its keys are pressed."""
        if self.action.applies is not None:
            self.setEnabled(True)


class RowOffers:
    """What is done to the rows of a list: first in the menu of a row, and by keys of the list."""

    def __init__(self, rows: QWidget) -> None:
        self._rows = rows
        self._offers: list[Offer] = []

    def take(self, actions: Sequence[Action]) -> None:
        """These from now on, instead of those before."""
        for offer in self._offers:
            self._rows.removeAction(offer)
            offer.deleteLater()
        reach = Qt.ShortcutContext.WidgetShortcut
        self._offers = [
            Offer(action, self._rows, title=action.row_title, keys=action.row_keys, reach=reach)
            for action in actions
        ]
        self._rows.addActions([offer for offer in self._offers if offer.action.row_keys])

    def fill(self, menu: QMenu) -> None:
        """Into a menu; what does not apply is off while it is open."""
        for offer in self._offers:
            menu.aboutToShow.connect(offer.judge)
            menu.aboutToHide.connect(offer.let_keys_ask)
            menu.addAction(offer)
        if self._offers:
            menu.addSeparator()
