"""What was minuted of an item the last time: at the meeting it was carried from, or under the same title."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boarddesk.records.agenda.items import agenda
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.minutes.reading import blocks_of
from boarddesk.rules.minutes.block import Block
from boarddesk.rules.wording import one_line

_CAME = """
WITH RECURSIVE came(id) AS (
  SELECT :item UNION SELECT i.from_item_id FROM came JOIN agenda_item i ON i.id = came.id
  WHERE i.from_item_id IS NOT NULL)
"""
_BEFORE = f"""{_CAME},
here AS (
  SELECT m.board_id, m.date FROM agenda_item i JOIN meeting m ON m.id = i.meeting_id WHERE i.id = :item)
SELECT i.id, i.title, i.meeting_id, m.date, m.number, i.id IN came AS carried
FROM agenda_item i JOIN meeting m ON m.id = i.meeting_id JOIN here ON here.board_id = m.board_id
WHERE m.date < here.date AND EXISTS (SELECT 1 FROM minute_block b WHERE b.item_id = i.id)
ORDER BY m.date DESC, carried DESC, i.position
"""


@dataclass(frozen=True)
class LastTime:
    """The minute of an item at an earlier meeting: which meeting and day, its number there, its text."""

    meeting_id: str
    meeting_number: int
    day: date
    item_id: str
    item_number: str
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """What was written, rows left out, on one line."""
        return one_line(" ".join(block.text for block in self.blocks if not block.is_empty))


def last_time(file: OfficeFile, item_id: str, title: str) -> LastTime | None:
    """The newest earlier minute of what the item was carried from, or of one with the same title."""
    named = one_line(title).casefold()
    for row in file.rows(_BEFORE, {"item": item_id}):
        if row["carried"] or one_line(row["title"]).casefold() == named:
            there = agenda(file, row["meeting_id"]).row(row["id"])
            return LastTime(
                row["meeting_id"],
                row["number"],
                date.fromisoformat(row["date"]),
                row["id"],
                there.number if there else "",
                blocks_of(file, row["id"]),
            )
    return None


def lineage(file: OfficeFile, item_id: str) -> frozenset[str]:
    """The ids of an item and of those it was carried forward from."""
    return frozenset(str(row["id"]) for row in file.rows(f"{_CAME} SELECT id FROM came", {"item": item_id}))
