"""The dialogs that ask for a file; they never block, so nothing else has to wait."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from boarddesk.disk.saving import stands
from boarddesk.ui.settings import Settings
from boarddesk.ui.widgets.form import Form
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.widgets.opening import open_dialog

OFFICES = "BoardDesk offices (*.boarddesk)"
Chosen = Callable[[Path], object]
_FOLDER = "folder"


def last_folder(parent: QWidget) -> str:
    """Where the last file was chosen or saved, while it is there; at first where people keep documents."""
    settings = _settings_of(parent)
    kept = settings.value(_FOLDER) if settings is not None else ""
    if kept and Path(kept).is_dir():
        return kept
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def remember_folder(parent: QWidget, name: str | Path) -> None:
    """The next dialog, of whatever kind, opens where this file is."""
    settings = _settings_of(parent)
    if settings is not None:
        settings.remember(_FOLDER, str(Path(name).parent))


def file_dialog(parent: QWidget, title: str, kinds: str = "") -> QFileDialog:
    """A dialog for files that begins in the last folder and remembers the next."""
    dialog = QFileDialog(parent, title, last_folder(parent), kinds)
    dialog.filesSelected.connect(lambda names: remember_folder(parent, names[0]))
    return dialog


def _settings_of(parent: QWidget) -> Settings | None:
    """Those of the window a widget belongs to, however deep it lies and whatever dialog it stands in."""
    held: QWidget | None = parent
    while held is not None and not isinstance(getattr(held, "settings", None), Settings):
        held = held.parentWidget()
    return getattr(held, "settings", None)


def ask_open(
    parent: QWidget, chosen: Chosen, *, title: str = "Open an office", kinds: str = OFFICES
) -> QFileDialog:
    """Ask for a file that exists."""
    dialog = file_dialog(parent, title, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _opened(dialog, chosen)


def ask_folder(parent: QWidget, chosen: Chosen, *, title: str) -> QFileDialog:
    """Ask for a folder that exists."""
    dialog = file_dialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _opened(dialog, chosen)


def ask_save(parent: QWidget, chosen: Chosen, *, title: str, name: str, kinds: str = OFFICES) -> QFileDialog:
    """Ask where a new file goes; the ending is added where it was left out, and nothing replaced unasked."""
    ending = "." + kinds.rpartition("*.")[2].rstrip(")")

    def named(path: Path) -> None:
        if path.suffix.casefold() == ending.casefold():
            chosen(path)
            return
        whole = path.with_name(path.name + ending)
        if stands(whole):
            _ask_to_replace(parent, whole, lambda: chosen(whole))
        else:
            chosen(whole)

    dialog = file_dialog(parent, title, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending[1:])
    dialog.selectFile(name)
    return _opened(dialog, named)


def _ask_to_replace(parent: QWidget, path: Path, replace: Callable[[], object]) -> None:
    """Asked here where the dialog could not: it takes what follows a dot in a name for its ending."""
    question = FormDialog(parent, replace_form(path))
    question.accepted.connect(replace)  # once it is closed: what goes wrong then is said by the page
    open_dialog(question)


def replace_form(path: Path) -> Form:
    """Whether a file goes over the one that has its name."""
    return Form(
        "replace",
        f"Replace “{path.name}”?",
        lambda _given: None,
        button="Replace it",
        under=f"There is a file of that name in {path.parent.name or path.parent} already.",
    )


def _opened(dialog: QFileDialog, chosen: Chosen) -> QFileDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.open()
    return dialog
