"""Where the window stands: whole on a screen there is, its title bar too, and as it was left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from boarddesk.ui.settings import Settings

FIRST_SIZE = QSize(1366, 768)
FRAME = QMargins(2, 40, 2, 2)
"""Room for title bar and edges, which no system tells before a window is shown; none has a higher bar."""

_KEPT, _MAXIMISED = "window", "maximised"


def place(window: QWidget, settings: Settings) -> None:
    """Give a window that is not yet shown its last place, or the first one: small screens are filled."""
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    kept = _kept(settings)
    if kept is None:
        wanted, fills = first_place(screens[0])
    else:
        wanted, fills = kept
    window.setGeometry(inside(wanted, screens))
    if fills:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def remember(window: QWidget, settings: Settings) -> None:
    """Keep where the window stands, and whether it fills the screen."""
    rect = window.normalGeometry() if window.isMaximized() or window.isFullScreen() else window.geometry()
    words = [str(number) for number in (rect.x(), rect.y(), rect.width(), rect.height())]
    settings.remember(_KEPT, [*words, _MAXIMISED if window.isMaximized() else ""])


def room_for(window: QWidget) -> QRect:
    """Where the inside of a window or dialog may lie on the screen it is on."""
    return window.screen().availableGeometry().marginsRemoved(FRAME)


def resize_within(window: QWidget, width: int, height: int) -> None:
    """As large as wanted, and never larger than the screen."""
    window.resize(QSize(width, height).boundedTo(room_for(window).size()))


def toggle_full_screen(window: QWidget) -> None:
    """F11."""
    window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)


def first_place(screen: QRect) -> tuple[QRect, bool]:
    """In the middle of a screen; where the design's size does not fit with its frame, the whole of it."""
    room = screen.marginsRemoved(FRAME)
    rect = QRect(QPoint(), FIRST_SIZE)
    rect.moveCenter(room.center())
    return rect, not room.contains(rect)


def inside(wanted: QRect, screens: Sequence[QRect]) -> QRect:
    """A place as near to the wanted one as lies whole on one screen: never larger, never beyond an edge."""

    def shared(screen: QRect) -> int:
        both = screen.intersected(wanted)
        return both.width() * both.height() if both.isValid() else 0

    room = max(screens, key=shared).marginsRemoved(FRAME)
    rect = QRect(wanted.topLeft(), wanted.size().boundedTo(room.size()))
    if shared(room) == 0:
        rect.moveCenter(room.center())
    rect.moveLeft(max(room.left(), min(rect.left(), room.right() - rect.width() + 1)))
    rect.moveTop(max(room.top(), min(rect.top(), room.bottom() - rect.height() + 1)))
    return rect


def _kept(settings: Settings) -> tuple[QRect, bool] | None:
    """What was kept, where it can be read."""
    try:
        *numbers, state = settings.words(_KEPT) or [""]
        left, top, wide, high = map(int, numbers)
    except ValueError:
        return None
    return (QRect(left, top, wide, high), state == _MAXIMISED) if wide > 0 and high > 0 else None
