"""What opens for one choice or one answer and is gone when it closes; what would write, only where it can."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from boarddesk.records.file.door import READ_ONLY
from boarddesk.records.file.problems import OnlyReadable

_MARK = "read only"


def mark_read_only(page: QWidget, *, read_only: bool) -> None:
    """Say of a page, and of all that stands on it, whether its office can be written."""
    page.setProperty(_MARK, read_only)


def is_read_only(widget: QWidget | None) -> bool:
    """Whether a widget stands on a page of an office that is open to read only."""
    while widget is not None:
        if widget.property(_MARK):
            return True
        widget = widget.parentWidget()
    return False


def check_may_write(widget: QWidget) -> None:
    """Refused before anybody is asked for words that could not be kept."""
    if is_read_only(widget):
        raise OnlyReadable(READ_ONLY)


def open_to_write(dialog: QDialog) -> None:
    """Open a dialog whose answer is written; where nothing can be, it is refused and not opened."""
    if is_read_only(dialog):
        dialog.deleteLater()
    check_may_write(dialog)
    open_dialog(dialog)


def open_dialog(dialog: QDialog) -> None:
    """Open a dialog that writes nothing into the office; it is deleted once it closes."""
    dialog.finished.connect(lambda _result: dialog.deleteLater())
    dialog.open()


def pop_up(menu: QMenu, at: QPoint) -> None:
    """Open a menu at a point of the screen; it is deleted once something was chosen or nothing was."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)


def pop_up_under(menu: QMenu, control: QWidget) -> None:
    """Open a menu under the left edge of a control."""
    pop_up(menu, control.mapToGlobal(QPoint(0, control.height())))
