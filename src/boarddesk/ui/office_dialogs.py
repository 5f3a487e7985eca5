"""The dialogs that ask for a file; they never block, so nothing else has to wait."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
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


class FolderOf(StrEnum):
    """What a dialog is for; each kind of file has a folder of its own, remembered under this name."""

    OFFICES = "folder"
    SAVED = "folder of documents saved"
    TAKEN_IN = "folder of files taken in"


def last_folder(parent: QWidget, of: FolderOf = FolderOf.OFFICES) -> str:
    """Where the last file of its kind was; at first where the office is, else where people keep documents."""
    settings = _settings_of(parent)
    known = [settings.value(of), *_of_office(settings), settings.value(FolderOf.OFFICES)] if settings else []
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return next((folder for folder in known if folder and Path(folder).is_dir()), documents)


def _of_office(settings: Settings) -> list[str]:
    """Where the office that was opened last is."""
    return [str(entry.path.parent) for entry in settings.recent()[:1]]


def remember_folder(parent: QWidget, name: str | Path, of: FolderOf = FolderOf.OFFICES) -> None:
    """The next dialog for this kind of file opens where this file is."""
    settings = _settings_of(parent)
    if settings is not None:
        settings.remember(of, str(Path(name).parent))


def file_dialog(
    parent: QWidget, title: str, kinds: str = "", *, of: FolderOf = FolderOf.TAKEN_IN
) -> QFileDialog:
    """A dialog for files that begins in the last folder of their kind and remembers the next."""
    dialog = QFileDialog(parent, title, last_folder(parent, of), kinds)
    dialog.filesSelected.connect(lambda names: remember_folder(parent, names[0], of))
    return dialog


def _settings_of(parent: QWidget) -> Settings | None:
    """Those of the window a widget belongs to, however deep it lies and whatever dialog it stands in."""
    held: QWidget | None = parent
    while held is not None and not isinstance(getattr(held, "settings", None), Settings):
        held = held.parentWidget()
    return getattr(held, "settings", None)


def _kind(kinds: str, *, otherwise: FolderOf) -> FolderOf:
    return FolderOf.OFFICES if kinds == OFFICES else otherwise


def ask_open(
    parent: QWidget, chosen: Chosen, *, title: str = "Open an office", kinds: str = OFFICES
) -> QFileDialog:
    """Ask for a file that exists."""
    dialog = file_dialog(parent, title, kinds, of=_kind(kinds, otherwise=FolderOf.TAKEN_IN))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _opened(dialog, chosen)


def ask_folder(parent: QWidget, chosen: Chosen, *, title: str) -> QFileDialog:
    """Ask for a folder that exists."""
    dialog = file_dialog(parent, title, of=FolderOf.OFFICES)
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

    dialog = file_dialog(parent, title, kinds, of=_kind(kinds, otherwise=FolderOf.SAVED))
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
