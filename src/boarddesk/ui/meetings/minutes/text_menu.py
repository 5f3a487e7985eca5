"""The menu of the text: what every text field offers, then what can be marked in this one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QTextEdit


def open_text_menu(field: QTextEdit, at: QPoint, *, marks: Mapping[str, Callable[[], object]]) -> QMenu:
    """Opened at a place of the screen; `marks` are titles with their keys after a tab, and what they do."""
    menu = field.createStandardContextMenu()
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addSeparator()
    for title, does in marks.items():
        menu.addAction(title, does).setEnabled(not field.isReadOnly())
    menu.popup(at)
    return menu
