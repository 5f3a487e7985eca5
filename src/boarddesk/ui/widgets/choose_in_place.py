"""A value of a few, shown as words: a click, Enter, Space or F2 opens the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu

from boarddesk.ui.widgets.opening import check_may_write
from boarddesk.ui.widgets.words_button import WordsButton

_BEGIN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Down)


class ChooseInPlace(WordsButton):
    """`does` writes the value picked; nothing is written when the value stays as it is."""

    def __init__(
        self,
        value: str,
        choices: Sequence[tuple[str, str]],
        *,
        name: str,
        does: Callable[[str], object],
    ) -> None:
        words = dict(choices).get(value, "–")
        super().__init__(words, look="in place")
        self._value, self._choices, self._does = value, tuple(choices), does
        self.setAccessibleName(name)
        self.setAccessibleDescription(f"{words}. Press F2 to choose another")
        self.clicked.connect(lambda _on=False: self.begin())

    def value(self) -> str:
        """The value as it stands."""
        return self._value

    def menu_of_choices(self) -> QMenu:
        """The values there are, the one that stands ticked."""
        menu = QMenu(self)
        menu.setAccessibleName(self.accessibleName())
        for value, words in self._choices:
            action = QAction(words, menu)
            action.setCheckable(True)
            action.setChecked(value == self._value)
            action.triggered.connect(lambda _on=False, value=value: self.pick(value))
            menu.addAction(action)
        return menu

    def begin(self) -> None:
        """Open the choices under the words; refused where what is chosen could not be kept."""
        check_may_write(self)
        menu = self.menu_of_choices()
        menu.aboutToHide.connect(menu.deleteLater)
        standing = next((action for action in menu.actions() if action.isChecked()), None)
        if standing is not None:
            menu.setActiveAction(standing)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def pick(self, value: str) -> None:
        """Take a value."""
        if value != self._value:
            self._does(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _BEGIN:
            self.begin()
        else:
            super().keyPressEvent(event)
