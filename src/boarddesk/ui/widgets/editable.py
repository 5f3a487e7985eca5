"""The fields of a record that are changed where they stand: one table for cells, the panel and pasting."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.ui.widgets.table.rows import Editor, EditorKind


@dataclass(frozen=True)
class EditableField:
    """`write` takes the office, the id of the record, and what was typed or picked; it may refuse.

    With `choices` the value is one of a few; with `paragraphs` Enter begins a new line.
    """

    key: str
    label: str
    write: Callable[[OfficeFile, str, str], object]
    choices: Sequence[tuple[str, str]] = ()
    paragraphs: bool = False

    @property
    def editor(self) -> Editor:
        """What edits it in a cell of a table."""
        return Editor(EditorKind.CHOICE, tuple(self.choices)) if self.choices else Editor()


Editables = Mapping[str, EditableField]


def editables(*fields: EditableField) -> Editables:
    """The fields of one kind of record, by key."""
    return {field.key: field for field in fields}
