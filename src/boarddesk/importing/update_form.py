"""Reads an update form that came back: by the words in its table, whatever became of its fields and tags."""

from __future__ import annotations

from boarddesk.importing.tables.grid import Grid, SourceTables
from boarddesk.rules.refused import FileProblem
from boarddesk.rules.update_form import COLUMNS, OWNER, PROMPT, ReturnedForm, ReturnedRow

_EMPTY = frozenset(("", "–", "-", PROMPT.casefold(), "click or tap here to enter text."))


def read_update_form(source: SourceTables) -> ReturnedForm:
    """The rows of every table with the headings of the form; a FileProblem where there is none."""
    found = [(grid, columns) for grid in source.grids if (columns := _columns(grid)) is not None]
    if not found:
        raise FileProblem(
            f"“{source.name}” is no update form: it has no table with Ref, State and Update. "
            "Nothing was taken from it."
        )
    texts = [text.text for grid in source.grids for text in grid.before] + [t.text for t in source.after]
    owner = next((text.partition(OWNER)[2].strip() for text in texts if text.strip().startswith(OWNER)), "")
    rows = [
        row
        for grid, columns in found
        for at in range(1, len(grid.rows))
        if (row := _row(grid, at, columns)) is not None
    ]
    return ReturnedForm(owner, tuple(rows), tuple(t.text.strip() for t in source.after if t.text.strip()))


def _columns(grid: Grid) -> dict[str, int] | None:
    """Where each heading stands; None where it is another table."""
    if not grid.rows:
        return None
    heads = {cell.line.casefold(): at for at, cell in enumerate(grid.rows[0])}
    columns = {title: heads[title.casefold()] for title in COLUMNS if title.casefold() in heads}
    return columns if {"Ref", "State", "Update"} <= columns.keys() else None


def _row(grid: Grid, at: int, columns: dict[str, int]) -> ReturnedRow | None:
    def written(title: str) -> str:
        if title not in columns:
            return ""
        text = grid.rows[at][columns[title]].text.strip()
        if text.casefold().startswith(PROMPT.casefold()):
            text = text[len(PROMPT) :].strip()
        return "" if text.casefold() in _EMPTY else text

    row = ReturnedRow(
        grid.row_place(at),
        " ".join(written("Ref").split()),
        written("State"),
        written("Update"),
        written("New date asked"),
        written("Done on"),
    )
    return row if row.ref or row.is_filled else None
