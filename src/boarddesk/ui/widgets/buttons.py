"""Buttons by rank: one primary on a page, secondary, quiet (words only), link, and icon alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QPushButton

from boarddesk.ui.action import Action
from boarddesk.ui.look import icons
from boarddesk.ui.look.theme import look

_INK = {"primary": "on_accent", "link": "link", "quiet": "muted", "icon": "muted"}


class Button(QPushButton):
    """Enter presses it as Space does; Qt alone grants that in dialogs only, and there to the default."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """On a blue one the ring stands off by a gap, where it is seen; the stylesheet leaves it the room."""
        super().paintEvent(event)
        if self.hasFocus() and self.property("look") == "primary":
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look().colour(look().tokens.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)


def _button(words: str, rank: str, *, icon: str, does: Callable[[], object] | None) -> QPushButton:
    # Qt keeps 4 px between icon and text; the space before the words makes it the 8 of the design.
    made = Button(f" {words}" if icon and words else words)
    made.setProperty("look", rank)
    made.setAccessibleName(words)
    made.setAutoDefault(False)
    if icon:
        icons.give(made, icon, ink=_INK.get(rank, "ink"))
    if does is not None:
        made.clicked.connect(lambda _checked=False: does())
    return made


def primary(words: str, does: Callable[[], object] | None = None, *, icon: str = "") -> QPushButton:
    """The one next step of a page or dialog."""
    return _button(words, "primary", icon=icon, does=does)


def secondary(words: str, does: Callable[[], object] | None = None, *, icon: str = "") -> QPushButton:
    """Any other action of a page."""
    return _button(words, "secondary", icon=icon, does=does)


def secondary_of(action: Action, *, icon: str = "") -> QPushButton:
    """A button for what menus and the search box offer too; it need not say that it will ask for more."""
    return secondary(action.title.removesuffix("…"), action.do, icon=icon)


def quiet(words: str, does: Callable[[], object] | None = None, *, icon: str = "") -> QPushButton:
    """An action said in words only."""
    return _button(words, "quiet", icon=icon, does=does)


def link(words: str, does: Callable[[], object] | None = None) -> QPushButton:
    """Text that does something, at the right of a section's title."""
    made = _button(words, "link", icon="", does=does)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def icon_button(icon: str, name: str, does: Callable[[], object] | None = None) -> QPushButton:
    """An icon alone: its name is the tooltip and what a screen reader says."""
    made = _button("", "icon", icon=icon, does=does)
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made


def drops_down(button: QPushButton) -> QPushButton:
    """It opens a menu: a small arrow says so at its right."""
    button.setText(f"{button.accessibleName()} ")
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    icons.give(button, "chevron-down", ink="ink")
    return button


def on_ctrl_enter(button: QPushButton) -> QPushButton:
    """Ctrl+Enter presses it wherever the focus is, while it is shown."""
    for keys in ("Ctrl+Return", "Ctrl+Enter"):
        QShortcut(QKeySequence(keys), button).activated.connect(button.click)
    return button


def reword(button: QPushButton, words: str) -> None:
    """Give a button other words, keeping the room beside its icon."""
    button.setText(f" {words}" if not button.icon().isNull() and words else words)
    button.setAccessibleName(words)
