"""Menus made from commands; a menu nobody fills is absent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from boarddesk.ui.commands import SEPARATOR, Command
from boarddesk.ui.look import icons

MENUS = ("File", "Edit", "Meeting", "Plan", "Reports", "View", "Help")


class Menus:
    """Rebuilds the menu bar from all the commands there are just now."""

    def __init__(self, bar: QMenuBar, owner: QWidget) -> None:
        self._bar, self._owner = bar, owner
        self._menus: dict[str, QMenu] = {}
        self._actions: list[tuple[QAction, Command]] = []

    def build(self, commands: Sequence[Command], *, off: Sequence[str] = ()) -> None:
        """Offer these commands; the menus named `off` are shown but cannot be opened."""
        self._bar.clear()
        for action, _ in self._actions:
            self._owner.removeAction(action)
            action.deleteLater()
        self._actions, self._menus = [], {}
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

    def _add_menu(self, name: str, commands: Sequence[Command]) -> None:
        menu = self._bar.addMenu(f"&{name}")
        menu.aboutToShow.connect(self.judge)
        menu.aboutToHide.connect(self._let_keys_ask)
        self._menus[name] = menu
        for command in commands:
            if command.title == SEPARATOR:
                menu.addSeparator()
            else:
                menu.addAction(self._action(command))

    def _action(self, command: Command) -> QAction:
        made = QAction(command.title, self._owner)
        if command.shortcut:
            made.setShortcut(QKeySequence(command.shortcut))
        if command.icon:
            icons.give(made, command.icon)
        made.triggered.connect(lambda _on=False: _run(command))
        self._owner.addAction(made)
        self._actions.append((made, command))
        return made

    def judge(self) -> None:
        """Switch off what cannot be done just now."""
        for action, command in self._actions:
            if command.enabled is not None:
                action.setEnabled(command.enabled())

    def _let_keys_ask(self) -> None:
        """What was off while a menu was open may be possible by the time its keys are pressed."""
        for action, command in self._actions:
            if command.enabled is not None:
                action.setEnabled(True)

    def retitle(self, shortcut: str, title: str, *, enabled: bool) -> None:
        """Name anew what a shortcut does: Undo names the action."""
        for action, command in self._actions:
            if command.shortcut == shortcut:
                action.setText(title)
                action.setEnabled(enabled)


def _run(command: Command) -> None:
    """Keys ask only now whether it can be done."""
    if command.enabled is None or command.enabled():
        command.run()
