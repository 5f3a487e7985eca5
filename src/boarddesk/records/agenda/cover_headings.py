"""The headings of a board's cover reports, in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.reading import one
from boarddesk.rules.cover_headings import CoverHeading, CoverPart, check_heading, shipped_for
from boarddesk.rules.governance.receivers import Receiver
from boarddesk.rules.refused import Refused

GONE = "That heading is no longer there."


def cover_headings(file: OfficeFile, board_id: str | None = None) -> tuple[CoverHeading, ...]:
    """Those of one board, or of all, in order."""
    rows = file.rows(
        "SELECT * FROM cover_heading WHERE :board IS NULL OR board_id = :board ORDER BY position, id",
        {"board": board_id},
    )
    return tuple(
        CoverHeading(row["id"], row["board_id"], row["title"], CoverPart(row["fills"])) for row in rows
    )


def headings_for(file: OfficeFile, receiver: Receiver) -> tuple[CoverHeading, ...]:
    """Those a report to it goes under: its own, or where it has none those of a board of its kind."""
    own = cover_headings(file, receiver.board_id) if receiver.board_id else ()
    return own or shipped_for(receiver.name)


def add_cover_heading(
    file: OfficeFile, board_id: str, title: str, *, fills: CoverPart = CoverPart.WORDS
) -> str:
    """One more heading, last; refused where the board has it already."""
    kept = _checked(file, board_id, title)
    with file.change(f"Add heading {kept}") as change:
        return change.insert(
            "cover_heading",
            board_id=board_id,
            title=kept,
            fills=fills,
            position=len(cover_headings(file, board_id)),
        )


def take_headings(file: OfficeFile, board_id: str, wanted: Iterable[tuple[str, CoverPart]]) -> None:
    """A whole set at once, for a board that has none."""
    with file.change("Take headings of a cover report"):
        for title, fills in wanted:
            add_cover_heading(file, board_id, title, fills=fills)


def update_cover_heading(
    file: OfficeFile, heading_id: str, *, title: str | None = None, fills: CoverPart | None = None
) -> None:
    """Change its words or what stands under it."""
    row = one(file.row("SELECT * FROM cover_heading WHERE id = ?", (heading_id,)), GONE)
    fields: dict[str, object] = {}
    if title is not None:
        fields["title"] = _checked(file, row["board_id"], title, but=heading_id)
    if fills is not None:
        fields["fills"] = fills
    with file.change(f"Change heading {row['title']}", coalesce=f"{heading_id} {' '.join(fields)}") as change:
        change.update("cover_heading", heading_id, **fields)


def order_cover_headings(file: OfficeFile, ids: Sequence[str]) -> None:
    """Put them in this order."""
    with file.change("Move heading") as change:
        for position, heading_id in enumerate(ids):
            change.update("cover_heading", heading_id, position=position)


def remove_cover_heading(file: OfficeFile, heading_id: str) -> None:
    """The board wants it no longer."""
    row = one(file.row("SELECT title FROM cover_heading WHERE id = ?", (heading_id,)), GONE)
    with file.change(f"Remove heading {row['title']}") as change:
        change.delete("cover_heading", heading_id)


def _checked(file: OfficeFile, board_id: str, title: str, *, but: str = "") -> str:
    kept = check_heading(title)
    known = cover_headings(file, board_id)
    if any(other.title.casefold() == kept.casefold() and other.id != but for other in known):
        raise Refused(f"The board has the heading {kept} already.", field="title")
    return kept
