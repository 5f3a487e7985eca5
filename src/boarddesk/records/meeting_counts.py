"""How much each part of a meeting holds, read in one go for the tabs over it."""

from __future__ import annotations

from dataclasses import dataclass

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.meetings.meeting import Meeting

_READ = """
SELECT
  (SELECT count(*) FROM agenda_item WHERE meeting_id = :meeting AND parent_id IS NULL) AS items,
  (SELECT count(*) FROM board_action WHERE board_id = :board AND done_on IS NULL AND withdrawn_on IS NULL)
    AS open_actions,
  (SELECT count(DISTINCT l.paper_id) FROM item_paper l JOIN agenda_item i ON i.id = l.item_id
    JOIN paper p ON p.id = l.paper_id WHERE i.meeting_id = :meeting AND p.withdrawn_on IS NULL) AS papers,
  (SELECT count(*) FROM issued_document WHERE meeting_id = :meeting) AS documents
"""


@dataclass(frozen=True)
class MeetingCounts:
    """Items of the agenda, actions of the board that are open, papers counted once, documents issued."""

    items: int = 0
    open_actions: int = 0
    papers: int = 0
    documents: int = 0


def meeting_counts(file: OfficeFile, of: Meeting) -> MeetingCounts:
    """What there is of a meeting."""
    (row,) = file.rows(_READ, {"meeting": of.id, "board": of.board_id})
    return MeetingCounts(row["items"], row["open_actions"], row["papers"], row["documents"])
