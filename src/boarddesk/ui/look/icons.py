"""Our own icons: small SVG drawings in one line weight, coloured after the theme in force."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import QByteArray, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication

from boarddesk.resources import resource
from boarddesk.ui.look.theme import look

_DRAWN = "#505963"
_LINE = 'stroke-width="1.4"'
_NAME, _INK = "icon_name", "icon_ink"


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@cache
def _renderer(name: str, colour: str, thin: bool) -> QSvgRenderer:
    text = _source(name).replace(_DRAWN, colour)
    if thin:
        text = text.replace(_LINE, 'stroke-width="0.95"')
    return QSvgRenderer(QByteArray(text.encode()))


def paint(painter: QPainter, name: str, *, box: QRectF, colour: str) -> None:
    """Draw an icon straight into a painter, sharp at any scale; large ones get a thinner line."""
    _renderer(name, colour, box.width() > 20).render(painter, box)


def pixmap(name: str, *, colour: str, size: int = 16) -> QPixmap:
    """An icon as a pixmap at the density of the screen."""
    ratio = QGuiApplication.primaryScreen().devicePixelRatio() if QGuiApplication.primaryScreen() else 1.0
    made = QPixmap(QSize(size, size) * max(ratio, 2.0))
    made.setDevicePixelRatio(max(ratio, 2.0))
    made.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(made)
    paint(painter, name, box=QRectF(QPointF(0, 0), QSize(size, size)), colour=colour)
    painter.end()
    return made


@cache
def _icon(name: str, colour: str, faint: str, size: int) -> QIcon:
    made = QIcon(pixmap(name, colour=colour, size=size))
    made.addPixmap(pixmap(name, colour=faint, size=size), QIcon.Mode.Disabled)
    return made


def icon(name: str, *, ink: str = "muted", size: int = 16) -> QIcon:
    """An icon in one token's colour ('muted', 'link', 'ink', 'on_accent' …) of the theme in force."""
    tokens = look().tokens
    return _icon(name, getattr(tokens, ink), tokens.faint, look().px(size))


def give(taker: QAbstractButton | QAction, name: str, *, ink: str = "muted") -> None:
    """Give a button or an action an icon that is recoloured when the theme changes."""
    taker.setProperty(_NAME, name)
    taker.setProperty(_INK, ink)
    if isinstance(taker, QAbstractButton):
        taker.setIconSize(QSize(look().px(16), look().px(16)))
    taker.setIcon(icon(name, ink=ink))


def renew() -> None:
    """Give every icon again in the colours now in force."""
    for taker in _takers(QApplication.topLevelWidgets()):
        name = taker.property(_NAME)
        if name:
            give(taker, str(name), ink=str(taker.property(_INK)))


def _takers(roots: Iterable[QObject]) -> Iterable[QAbstractButton | QAction]:
    for root in roots:
        yield from root.findChildren(QAbstractButton)
        yield from root.findChildren(QAction)
