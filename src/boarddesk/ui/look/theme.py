"""The look of the window: tokens, text size, fonts and palette, renewed when the system changes."""

from __future__ import annotations

import sys
from enum import StrEnum
from functools import cache

from PySide6.QtCore import QDir, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette, QWindow
from PySide6.QtWidgets import QApplication

from boarddesk.resources import resource
from boarddesk.ui.look.stylesheet import stylesheet
from boarddesk.ui.look.tokens import DARK, LIGHT, Tokens

FAMILIES = {"win32": ("Segoe UI",), "linux": ("Open Sans", "Noto Sans", "Cantarell")}
"""What is asked for before the system's own, by system."""


class ThemeChoice(StrEnum):
    """What the person asked for: after the system, or always one of the two."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Look(QObject):
    """The look in force. Painted parts read it when they paint, so a change needs only a repaint."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tokens: Tokens = LIGHT
        self.choice = ThemeChoice.SYSTEM
        self.scale = 1.0
        self.family = ""
        self.theme_watch: ThemeWatch | None = None
        self._fonts: dict[tuple[int, bool], QFont] = {}
        self._colours: dict[str, QColor] = {}

    def px(self, length: float) -> int:
        """A length of the design at 100 % as pixels at the chosen text size."""
        return round(length * self.scale)

    def font(self, size: int = 13, *, strong: bool = False) -> QFont:
        """The font of one of the sizes of the design, regular or semibold."""
        wanted = (size, strong)
        if wanted not in self._fonts:
            self._fonts[wanted] = self._make_font(size, strong=strong)
        return self._fonts[wanted]

    def colour(self, text: str) -> QColor:
        """A token's text as a colour, made once."""
        if text not in self._colours:
            self._colours[text] = QColor(text)
        return self._colours[text]

    def _make_font(self, size: int, *, strong: bool) -> QFont:
        font = QFont(self.family) if self.family else QFont()
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font

    def set_choice(self, choice: ThemeChoice) -> None:
        """Follow the system, or stay light or dark."""
        self.choice = choice
        self.renew()

    def set_text_size(self, per_cent: int) -> None:
        """Multiply every size of the design, heights of rows too."""
        self.scale = per_cent / 100
        self.renew()

    def renew(self) -> None:
        """Make fonts, palette and stylesheet again from what is chosen, and say so."""
        self.tokens = DARK if self._is_dark() else LIGHT
        self._fonts.clear()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setFont(self.font())
            app.setPalette(palette(self.tokens))
            app.setStyleSheet(stylesheet(self.tokens, scale=self.scale))
            app.setFont(
                self.font()
            )  # again: with the first stylesheet Qt takes the platform's for menus and more
        self.changed.emit()

    def _is_dark(self) -> bool:
        if self.choice is not ThemeChoice.SYSTEM:
            return self.choice is ThemeChoice.DARK
        return QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


class ThemeWatch(QWindow):
    """Never shown: hears, as every window does, that the system's theme has changed.

    By then Qt has taken the platform's fonts anew; word of the colours comes before that.
    """

    theme_changed = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ThemeChange:
            self.theme_changed.emit()
        return super().event(event)


@cache
def look() -> Look:
    """The one look of this application."""
    return Look()


def install(app: QApplication, *, choice: ThemeChoice = ThemeChoice.SYSTEM, text_size: int = 100) -> Look:
    """Dress the application: Fusion, then palette and stylesheet from the tokens, renewed with the system."""
    here = look()
    app.setStyle("Fusion")
    here.family = best_family(QFontDatabase.families())
    here.choice = choice
    here.scale = text_size / 100
    QDir.setSearchPaths("icons", [str(resource("icons"))])
    if here.theme_watch is None:
        app.styleHints().colorSchemeChanged.connect(here.renew)
        here.theme_watch = ThemeWatch()
        here.theme_watch.theme_changed.connect(here.renew)
    here.renew()
    return here


def best_family(installed: list[str], *, system: str = sys.platform) -> str:
    """The first family of the design that this computer has; empty means the system's own."""
    return next((family for family in FAMILIES.get(system, ()) if family in installed), "")


_ROLES: tuple[tuple[QPalette.ColorRole, str], ...] = (
    (QPalette.ColorRole.Window, "page"),
    (QPalette.ColorRole.Base, "key"),
    (QPalette.ColorRole.AlternateBase, "panel"),
    (QPalette.ColorRole.Button, "key"),
    (QPalette.ColorRole.ToolTipBase, "key"),
    (QPalette.ColorRole.WindowText, "ink"),
    (QPalette.ColorRole.Text, "ink"),
    (QPalette.ColorRole.ButtonText, "ink"),
    (QPalette.ColorRole.ToolTipText, "ink"),
    (QPalette.ColorRole.PlaceholderText, "faint"),
    (QPalette.ColorRole.Link, "link"),
    (QPalette.ColorRole.LinkVisited, "link"),
    (QPalette.ColorRole.Highlight, "accent"),
    (QPalette.ColorRole.HighlightedText, "on_accent"),
    (QPalette.ColorRole.Accent, "accent"),
    (QPalette.ColorRole.Mid, "rule"),
    (QPalette.ColorRole.Midlight, "line"),
)
_TEXT_ROLES = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def palette(tokens: Tokens) -> QPalette:
    """The palette of a theme, so that Qt's own parts (menus, tooltips, calendars) belong to it."""
    made = QPalette()
    for role, token in _ROLES:
        made.setColor(role, QColor(getattr(tokens, token)))
    for role in _TEXT_ROLES:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.faint))
    return made
