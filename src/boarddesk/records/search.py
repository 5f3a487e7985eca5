"""Finding people, boards, plan actions, KPIs, risks, decisions, minutes, meetings by words typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boarddesk.records import boards, meetings
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.dates.deadlines import in_words
from boarddesk.rules.meetings.meeting import meeting_title
from boarddesk.rules.wording import cut_characters, one_line


@dataclass(frozen=True)
class Hit:
    """One record found: its kind and id, and how it is named."""

    kind: str
    id: str
    title: str
    detail: str


_SOURCES = {
    "action": (
        "SELECT c.id, c.ref || ' ' || c.text AS title, 'Plan, ' || a.title AS detail FROM action c"
        " JOIN area a ON a.id = c.area_id ORDER BY a.position, c.position"
    ),
    "person": (
        "SELECT p.id, p.name AS title, coalesce(o.name, '') AS detail FROM person p"
        " LEFT JOIN organisation o ON o.id = p.organisation_id ORDER BY p.name"
    ),
    "seat": (
        "SELECT s.id, s.title AS title, b.name AS detail FROM seat s"
        " JOIN board b ON b.id = s.board_id ORDER BY b.position, s.position"
    ),
    "organisation": (
        "SELECT id, name AS title, short_name AS detail FROM organisation ORDER BY position, name"
    ),
    "board": "SELECT id, name AS title, short_name AS detail FROM board ORDER BY position, name",
    "kpi": "SELECT id, ref || ' ' || wording AS title, 'KPI' AS detail FROM kpi ORDER BY position",
    "risk": (
        "SELECT r.id, r.ref || ' ' || r.title AS title, 'Risk' || coalesce(', ' || b.short_name, '')"
        " AS detail FROM risk r LEFT JOIN board b ON b.id = r.board_id ORDER BY r.ref"
    ),
    "issue": (
        "SELECT i.id, i.ref || ' ' || i.title AS title, 'Issue' || coalesce(', ' || b.short_name, '')"
        " AS detail FROM issue i LEFT JOIN board b ON b.id = i.board_id ORDER BY i.ref"
    ),
    "board_action": (
        "SELECT a.id, a.ref || ' ' || a.text AS title, 'Action, ' || b.short_name AS detail"
        " FROM board_action a JOIN board b ON b.id = a.board_id ORDER BY a.raised_on DESC, a.ref"
    ),
    "decision": (
        "SELECT d.id, printf('D-%03d ', d.number) || d.text AS title,"
        " 'Decision, ' || b.short_name || ', ' || d.made_on AS detail"
        " FROM decision d JOIN board b ON b.id = d.board_id ORDER BY d.made_on DESC, d.number DESC"
    ),
}


_MINUTES = """
SELECT i.id, i.title, group_concat(b.text, ' ') AS text, m.date, m.number, m.board_id
FROM agenda_item i JOIN meeting m ON m.id = i.meeting_id
JOIN (SELECT * FROM minute_block WHERE text <> '' ORDER BY position) b ON b.item_id = i.id
GROUP BY i.id ORDER BY m.date DESC, i.position
"""
_BEFORE_WORD, _LONGEST = 24, 90


def find(file: OfficeFile, typed: str, *, kinds: frozenset[str], limit: int = 12) -> tuple[Hit, ...]:
    """Records of these kinds whose name or detail holds every word typed, best matches first."""
    words = typed.casefold().split()
    if not words:
        return ()
    hits = [hit for kind in _SOURCES if kind in kinds for hit in _of_kind(file, kind, words)]
    if "meeting" in kinds:
        hits += _meetings(file, words)
    if "minute" in kinds:
        hits += _minutes(file, words)
    hits.sort(key=lambda hit: _rank(hit.title.casefold(), words))
    return tuple(hits[:limit])


def _rank(title: str, words: list[str]) -> tuple[bool, bool]:
    """What is called so before what merely belongs to it; among those, what begins so."""
    return not all(word in title for word in words), not title.startswith(words[0])


def _of_kind(file: OfficeFile, kind: str, words: list[str]) -> list[Hit]:
    """Folded in Python, so that case and accents of any script are treated alike."""
    found = []
    for row in file.rows(_SOURCES[kind]):
        hit = Hit(kind, str(row["id"]), str(row["title"]), str(row["detail"]))
        known = f"{hit.title} {hit.detail}".casefold()
        if all(word in known for word in words):
            found.append(hit)
    return found


def _meetings(file: OfficeFile, words: list[str]) -> list[Hit]:
    """The latest first, by board, number (`2026/27 07`), state and date, as written here or as ISO."""
    known = {board.id: board for board in boards.boards(file)}
    found = []
    for meeting in sorted(meetings.meetings(file), key=lambda meeting: meeting.date, reverse=True):
        board, day = known[meeting.board_id], meeting.date
        title = meeting_title(board.short_name, meeting, board.year_start)
        written = f"{day:%a} {day.day} {day:%b} {day.year}"
        hit = Hit("meeting", meeting.id, f"{title}, {written}", f"{board.name}, {meeting.state}")
        said = f"{hit.title} {hit.detail} {day.isoformat()} {day:%B %A}".casefold()
        if all(word in said for word in words):
            found.append(hit)
    return found


def _minutes(file: OfficeFile, words: list[str]) -> list[Hit]:
    """What was minuted of an item, the newest first: shown by the stretch of it that holds the first word."""
    known = {board.id: board for board in boards.boards(file)}
    found = []
    for row in file.rows(_MINUTES):
        text = one_line(row["text"])
        folded = text.casefold()
        if all(word in folded for word in words):
            board, day = known[row["board_id"]], date.fromisoformat(row["date"])
            start = max(folded.index(words[0]) - _BEFORE_WORD, 0)
            begins = text.index(" ", start) + 1 if start else 0
            title = f"{'…' if begins else ''}{cut_characters(text[begins:], _LONGEST)}"
            at = f"{board.short_name}, {in_words(day)}"
            found.append(Hit("minute", str(row["id"]), title, f"Minutes of {at}: {row['title']}"))
    return found
