"""What opens for one choice and is gone when it closes."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget


def pop_up(menu: QMenu, at: QPoint) -> None:
    """Open a menu at a point of the screen; it is deleted once something was chosen or nothing was."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)


def pop_up_under(menu: QMenu, control: QWidget) -> None:
    """Open a menu under the left edge of a control."""
    pop_up(menu, control.mapToGlobal(QPoint(0, control.height())))
