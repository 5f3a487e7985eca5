"""The dialogs that ask for a file; they never block, so nothing else has to wait."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

OFFICES = "BoardDesk offices (*.boarddesk)"
Chosen = Callable[[Path], object]


def documents_folder() -> str:
    """Where people keep their documents."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def ask_open(
    parent: QWidget, chosen: Chosen, *, title: str = "Open an office", kinds: str = OFFICES
) -> QFileDialog:
    """Ask for a file that exists."""
    dialog = QFileDialog(parent, title, documents_folder(), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _opened(dialog, chosen)


def ask_save(parent: QWidget, chosen: Chosen, *, title: str, name: str, kinds: str = OFFICES) -> QFileDialog:
    """Ask where a new file goes; the suffix is added where it was left out."""
    dialog = QFileDialog(parent, title, documents_folder(), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(kinds.rpartition("*.")[2].rstrip(")"))
    dialog.selectFile(name)
    return _opened(dialog, chosen)


def _opened(dialog: QFileDialog, chosen: Chosen) -> QFileDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.open()
    return dialog
