"""Issued documents: frozen with their bytes, their version and the wording of statuses then in force."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.reading import one
from boarddesk.rules.edition import Edition
from boarddesk.rules.refused import Refused
from boarddesk.rules.statuses.status import Scheme, Status, StatusIs

COLUMNS = (
    "id, kind, scope, title, meeting_id, version, as_at, issued_on, change_number, word_sha256, form, "
    "scheme, left_over_why"
)
WORD = ".docx"
OF_BOARD = " @ "
"""Stands in the stored scope between what a document covers and the board it was issued for."""


@dataclass(frozen=True)
class IssuedDocument:
    """A document as it was issued; `change_number` is the office's position it was written from.

    `form` is the ending of the file that is kept: Word's, or that of a PDF.
    """

    id: str
    kind: str
    scope: str
    title: str
    version: int
    as_at: date
    issued_on: date
    change_number: int
    board_id: str | None = None
    meeting_id: str | None = None
    scheme: Scheme | None = None
    form: str = WORD
    left_over_why: str = ""


def issued(
    file: OfficeFile, *, kind: str = "", meeting_id: str | None = None, board_id: str | None = None
) -> tuple[IssuedDocument, ...]:
    """Every document issued, newest first, or those of one kind, meeting or board.

    Left out for a board is what is another's for certain: issued for it, of its meeting, or its attendance.
    What was issued before the board was kept with it, and is of no meeting, may be of any board and stays.
    """
    rows = file.rows(
        f"SELECT {COLUMNS} FROM issued_document AS issued WHERE (:kind = '' OR kind = :kind) "
        "AND (:meeting IS NULL OR meeting_id = :meeting) AND (:board IS NULL OR NOT EXISTS "
        "(SELECT 1 FROM board AS another WHERE another.id <> :board AND "
        "(issued.scope LIKE '%' || :of_board || another.id "
        "OR another.id = (SELECT board_id FROM meeting WHERE meeting.id = issued.meeting_id) "
        "OR (issued.kind = 'attendance' AND issued.scope = another.short_name)))) "
        "ORDER BY change_number DESC, issued_on DESC, id",
        {"kind": kind, "meeting": meeting_id, "board": board_id, "of_board": OF_BOARD},
    )
    return tuple(_issued(row) for row in rows)


def next_version(
    file: OfficeFile, kind: str, *, scope: str, meeting_id: str | None, board_id: str | None = None
) -> int:
    """The number the next issue of this document for this meeting, or this board, will have.

    An issue that was undone may have gone out all the same: its number is not given again. Nor is one given
    before the board was kept with an issue.
    """
    highest = file.value(
        "SELECT max(after ->> '$.version') FROM change_row WHERE table_name = 'issued_document' "
        "AND op = 'insert' AND after ->> '$.kind' = ? AND after ->> '$.scope' IN (?, ?) "
        "AND after ->> '$.meeting_id' IS ?",
        (kind, scope, _stored_scope(scope, board_id), meeting_id),
    )
    return int(str(highest)) + 1 if highest is not None else 1


def draft_edition(file: OfficeFile, today: date) -> Edition:
    """A draft of today; with the time of the last change where that was today."""
    changed = [entry.when.astimezone() for entry in file.log(1)]
    times = [f"{moment:%H:%M}" for moment in changed if moment.date() == today]
    return Edition(drafted_on=today, changed_at="".join(times))


def issue(
    file: OfficeFile,
    *,
    kind: str,
    scope: str,
    title: str,
    word: bytes,
    as_at: date,
    issued_on: date,
    board_id: str | None = None,
    meeting_id: str | None = None,
    scheme: Scheme | None = None,
    form: str = WORD,
    left_over_why: str = "",
) -> IssuedDocument:
    """Freeze a document: its bytes, version, position in the log and wording are kept and never change.

    With placeholders left in it, why it went out all the same is kept with it.
    """
    if not word:
        raise Refused("There is no document to issue.")
    position = file.commit_number
    version = next_version(file, kind, scope=scope, meeting_id=meeting_id, board_id=board_id)
    with file.change(f"Issue {title}") as change:
        document_id = change.insert(
            "issued_document",
            kind=kind,
            scope=_stored_scope(scope, board_id),
            title=title,
            meeting_id=meeting_id,
            version=version,
            as_at=as_at,
            issued_on=issued_on,
            change_number=position,
            word_sha256=change.keep_paper(word),
            form=form,
            scheme=_wording(scheme) if scheme else "",
            left_over_why=left_over_why.strip(),
        )
    return document(file, document_id)


def is_issued(file: OfficeFile, document_id: str) -> bool:
    """Whether it is among those issued: an issue that was undone is not."""
    return file.value("SELECT 1 FROM issued_document WHERE id = ?", (document_id,)) is not None


def document(file: OfficeFile, document_id: str) -> IssuedDocument:
    """One issued document."""
    return _issued(_row(file, document_id))


def digest_of(file: OfficeFile, document_id: str) -> str:
    """The SHA-256 of the file as it was issued."""
    return str(_row(file, document_id)["word_sha256"])


def word_of(file: OfficeFile, document_id: str) -> bytes:
    """The file exactly as it was issued."""
    return _paper(file, _row(file, document_id)["word_sha256"])


def _row(file: OfficeFile, document_id: str) -> Row:
    row = file.row(f"SELECT {COLUMNS} FROM issued_document WHERE id = ?", (document_id,))
    return one(row, "That document is not among those issued.")


def _paper(file: OfficeFile, sha256: str) -> bytes:
    import hashlib  # not at the start: see the change log

    row = file.row("SELECT content FROM paper_bytes WHERE sha256 = ?", (sha256,))
    content = bytes(one(row, "The issued file is missing from the office.")["content"])
    if hashlib.sha256(content).hexdigest() != sha256:
        raise Refused("The issued file is not what was issued: its bytes have changed.")
    return content


def _stored_scope(scope: str, board_id: str | None) -> str:
    return f"{scope}{OF_BOARD}{board_id}" if board_id else scope


def _issued(row: Row) -> IssuedDocument:
    scope, kept, board_id = row["scope"].rpartition(OF_BOARD)
    return IssuedDocument(
        id=row["id"],
        kind=row["kind"],
        scope=scope if kept else row["scope"],
        title=row["title"],
        version=row["version"],
        as_at=date.fromisoformat(row["as_at"]),
        issued_on=date.fromisoformat(row["issued_on"]),
        change_number=row["change_number"],
        board_id=board_id if kept else None,
        meeting_id=row["meeting_id"],
        scheme=_scheme(row["scheme"]) if row["scheme"] else None,
        form=row["form"],
        left_over_why=row["left_over_why"],
    )


def _wording(scheme: Scheme) -> str:
    statuses = [
        {
            "key": status.key,
            "label": status.label,
            "letter": status.letter,
            "fill": status.fill,
            "is": status.is_a.value,
            "meaning": status.meaning,
        }
        for status in scheme.statuses
    ]
    return json.dumps({"name": scheme.name, "statuses": statuses}, ensure_ascii=False)


def _scheme(text: str) -> Scheme:
    kept = json.loads(text)
    statuses = tuple(
        Status(
            key=status["key"],
            label=status["label"],
            letter=status["letter"],
            fill=status["fill"],
            is_a=StatusIs(status["is"]),
            meaning=status["meaning"],
        )
        for status in kept["statuses"]
    )
    return Scheme(kept["name"], statuses)
