"""What was written in a dialog that was closed without it: there again when the same dialog opens."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

KEPT = "Kept from before and not saved yet. Ctrl+Z takes it away."

_kept: dict[tuple[str, str], str] = {}
"""By the dialog's place and the field's key. In memory only: what nobody saved stands in no file."""


def keep_while_closed(dialog: QDialog, place: str, fields: Mapping[str, QWidget]) -> list[str]:
    """Fill the texts of a dialog with what was left in them, and keep what is left this time.

    `place` says which dialog it is, of which record by its id: refs and titles are those of several.
    Returns the keys of the fields filled.
    """
    texts = {key: editor for key, editor in fields.items() if isinstance(editor, QPlainTextEdit)}
    given = {key: editor.toPlainText() for key, editor in texts.items()}
    filled = [key for key, editor in texts.items() if _fill(editor, _kept.get((place, key), ""))]

    def closed(result: int) -> None:
        for key, editor in texts.items():
            left = editor.toPlainText()
            if result == QDialog.DialogCode.Accepted or left == given[key]:
                _kept.pop((place, key), None)
            else:
                _kept[place, key] = left

    dialog.finished.connect(closed)
    return filled


def forget_all() -> None:
    """The office is closed: what was written for it is nobody else's."""
    _kept.clear()


def _fill(editor: QPlainTextEdit, words: str) -> bool:
    """As if it had been typed over what stands there, so that Ctrl+Z brings that back."""
    if not words or words == editor.toPlainText():
        return False
    editor.selectAll()
    editor.insertPlainText(words)
    return True
