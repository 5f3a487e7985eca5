"""The register as table data: one row per seat with its seven keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from boarddesk.rules.names.spellings import surname_words
from boarddesk.rules.people import Organisation
from boarddesk.rules.registers.parts import mark_words, part_words
from boarddesk.rules.registers.register import NOT_RECORDED, Mark, Register, RollRow
from boarddesk.ui.widgets.table.record_table import RecordTable
from boarddesk.ui.widgets.table.rows import Cell, Column, Ink, Kind, Row

LETTERS = "".join(Mark)

NOT_OPENED = (
    "The roll is stored when the register is opened: one row per seat as it stands on the meeting’s day. "
    "Later changes of membership never change it."
)

COLUMNS = (
    Column("name", "Name", 152, fits=240, typed=True),
    Column("seat", "Seat", 170, stretch=True, share=5, typed=True),
    Column("quorum", "Quorum", 66, ink=Ink.MUTED, typed=True),
    Column("mark", "Mark", 204, kind=Kind.KEYS, typed=True),
    Column("note", "Note", 132, stretch=True, share=4, ink=Ink.MUTED, typed=True),
)


def rows(register: Register, short_names: Mapping[str, str]) -> list[Row]:
    """Every seat of the roll in roll order; a closed register offers no keys, only what was marked.

    `short_names` are those of organisations by their name.
    """
    return [
        _row(row, source=short_names.get(row.organisation, row.organisation), closed=register.closed)
        for row in register.rows
    ]


def _row(row: RollRow, *, source: str, closed: bool) -> Row:
    mark = row.mark.value if row.mark else ""
    said = mark_words(row)
    cells = {
        "name": Cell(row.who, sort=surname_words(row.who), ink=None if row.person_id else Ink.MUTED),
        "seat": Cell(
            seat_words(row, source), ink=Ink.MUTED, tip=f"{row.seat_title}, {row.organisation}".rstrip(", ")
        ),
        "quorum": Cell("yes" if row.counts_for_quorum else "–"),
        "mark": Cell(mark=mark, keys="" if closed else LETTERS, said=said),
        "note": _note(row),
    }
    return Row(row.id, cells)


def seat_words(row: RollRow, source: str) -> str:
    """The seat's title, and where it is from unless the title says so."""
    said = not source or source.casefold() in row.seat_title.casefold()
    return row.seat_title if said else f"{row.seat_title}, {source}"


def short_names(organisations: Iterable[Organisation]) -> dict[str, str]:
    """What organisations are called in a narrow column, by their name."""
    return {organisation.name: organisation.short_name or organisation.name for organisation in organisations}


def _note(row: RollRow) -> Cell:
    if row.mark is None:
        return Cell(NOT_RECORDED.capitalize(), ink=Ink.WARN, strong=True)
    words = " · ".join(part for part in (_about(row), row.note) if part)
    return Cell(words, tip=words)


def _about(row: RollRow) -> str:
    match row.mark:
        case Mark.DEPUTY:
            return f"Deputy: {row.deputy or 'not named'}"
        case Mark.PART:
            return sentence_case(part_words(row)) or "For part"
        case Mark.APOLOGIES:
            return sentence_case(row.reason)
        case _:
            return ""


def choose_next(table: RecordTable, row_id: str) -> None:
    """After a letter the row below is current; the last one stays."""
    ids = [row.id for row in table.rows_shown()]
    after = ids.index(row_id) + 1 if row_id in ids else 0
    if 0 < after < len(ids):
        table.choose(ids[after])


def sentence_case(words: str) -> str:
    """The first letter large."""
    return words[:1].upper() + words[1:]
