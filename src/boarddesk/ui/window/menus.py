"""Menus made from commands; a menu nobody fills is absent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from boarddesk.ui.action import SEPARATOR, Action
from boarddesk.ui.widgets.offer import Offer

MENUS = ("File", "Edit", "Meeting", "Plan", "Reports", "View", "Help")


class Menus:
    """Rebuilds the menu bar from all the commands there are just now."""

    def __init__(self, bar: QMenuBar, owner: QWidget) -> None:
        self._bar, self._owner = bar, owner
        self._menus: dict[str, QMenu] = {}
        self._offers: list[Offer] = []

    def build(self, commands: Sequence[Action], *, off: Sequence[str] = ()) -> None:
        """Offer these commands; the menus named `off` are shown but cannot be opened."""
        self._bar.clear()
        for offer in self._offers:
            self._owner.removeAction(offer)
            offer.deleteLater()
        self._offers, self._menus = [], {}
        for name in MENUS:
            wanted = [command for command in commands if command.menu == name]
            if wanted or name in off:
                self._add_menu(name, wanted)
                self._menus[name].menuAction().setEnabled(name not in off)

    def menu(self, name: str) -> QMenu | None:
        """One of the menus there are."""
        return self._menus.get(name)

    def names(self) -> list[str]:
        """The menus there are, in order."""
        return list(self._menus)

    def _add_menu(self, name: str, commands: Sequence[Action]) -> None:
        menu = self._bar.addMenu(f"&{name}")
        menu.aboutToShow.connect(self.judge)
        menu.aboutToHide.connect(self._let_keys_ask)
        self._menus[name] = menu
        for command in commands:
            if command.title == SEPARATOR:
                menu.addSeparator()
            else:
                offer = Offer(command, self._owner, keys=command.keys)
                self._owner.addAction(offer)
                self._offers.append(offer)
                menu.addAction(offer)

    def judge(self) -> None:
        """Switch off what cannot be done just now."""
        for offer in self._offers:
            offer.judge()

    def _let_keys_ask(self) -> None:
        for offer in self._offers:
            offer.let_keys_ask()

    def retitle(self, keys: str, title: str, *, enabled: bool) -> None:
        """Name anew what keys do: Undo names the action."""
        for offer in self._offers:
            if offer.action.keys == keys:
                offer.setText(title)
                offer.setEnabled(enabled)
