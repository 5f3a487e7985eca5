"""How an office file begins, looked at before anything touches it; by the driver only if it is encrypted."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from boarddesk.records.file.driver import connect
from boarddesk.records.file.held_files import looked_at
from boarddesk.records.file.keys import PAGE, KeyNeeded, known, salt_of
from boarddesk.records.file.problems import DAMAGED, DamagedFile, told_calmly
from boarddesk.rules.refused import FileProblem

APPLICATION_ID = 0x4244534B  # "BDSK"
SCHEMA_VERSION = 8

HEADER_LENGTH = 100

_MAGIC = b"SQLite format 3\0"
_NO_OFFICE = (
    "{name} is not an office file, or it is damaged. Nothing was written to it. An office ends in "
    ".boarddesk; a document is brought in with Import; a damaged office comes back from a backup."
)
_IN_THE_CLOUD = 0x1000 | 0x400000  # Windows: offline, or recalled when the bytes are read


@dataclass(frozen=True)
class FileHeader:
    """What the header says of the file."""

    application_id: int
    user_version: int
    page_size: int
    pages: int
    pages_known: bool
    utf8: bool
    formats: tuple[int, int]

    @property
    def write_ahead(self) -> bool:
        """Another program turned on the write-ahead log, which this one never does."""
        return self.formats == (2, 2)

    @property
    def size(self) -> int:
        return self.page_size * self.pages


def parse_header(start: bytes) -> FileHeader:
    def number(offset: int, length: int = 4) -> int:
        return int.from_bytes(start[offset : offset + length], "big")

    size = number(16, 2)
    return FileHeader(
        application_id=number(68),
        user_version=number(60),
        page_size=65536 if size == 1 else size,
        pages=number(28),
        pages_known=number(24) == number(92),
        utf8=number(56) == 1,
        formats=(start[18], start[19]),
    )


def read_header(path: Path) -> FileHeader:
    """The header of an office file of ours; any other file is refused in a sentence. Writes nothing."""
    details = _details(path)
    start = _first_bytes(path)
    name = path.name
    if salt_of(start):
        header = _encrypted_header(path, start, size=details.st_size)
    elif not start:
        raise FileProblem(f"{name} is empty. It may not have finished copying; look for a backup.")
    elif len(start) < HEADER_LENGTH or not start.startswith(_MAGIC):
        raise FileProblem(_NO_OFFICE.format(name=name))
    else:
        header = parse_header(start)
    if header.application_id != APPLICATION_ID:
        raise FileProblem(f"{name} belongs to another program. Nothing was written to it.")
    if not _plausible(header, details.st_size, journal=_has_journal(path)):
        raise DamagedFile(DAMAGED)
    return header


def _encrypted_header(path: Path, start: bytes, *, size: int) -> FileHeader:
    """Asked through the driver: only with its key can an encrypted file be read. Raises KeyNeeded."""
    key, journal = known(salt_of(start)), _has_journal(path)
    whole = journal or size % PAGE == 0
    if key is None:
        raise KeyNeeded(path) if whole else FileProblem(_NO_OFFICE.format(name=path.name))
    # A key is known by the salt it once was right for: what it does not open now is damaged. A journal puts a
    # page right that was written by half; only a connection that may write does that.
    if not whole or not (journal or key.authenticates(start, 1)):
        raise DamagedFile(DAMAGED)
    with told_calmly():
        connection = connect(path, read_only=not journal)
        try:
            asked = ("application_id", "user_version", "page_count", "encoding", "journal_mode")
            told = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in asked}
        finally:
            connection.close()
    return FileHeader(
        application_id=told["application_id"],
        user_version=told["user_version"],
        page_size=PAGE,
        pages=told["page_count"],
        pages_known=True,
        utf8=told["encoding"] == "UTF-8",
        formats=(2, 2) if told["journal_mode"] == "wal" else (1, 1),
    )


def _plausible(header: FileHeader, size: int, *, journal: bool) -> bool:
    page_size = header.page_size
    if page_size < 512 or page_size & (page_size - 1) or header.user_version < 1:
        return False
    if not header.utf8 or header.formats not in {(1, 1), (2, 2)}:
        return False
    # A journal beside the file will put the size right; without one a shorter file has lost its end.
    return journal or not header.pages_known or header.size <= size


def _has_journal(path: Path) -> bool:
    journal = path.with_name(path.name + "-journal")
    return journal.exists() and journal.stat().st_size > 0


def _details(path: Path) -> os.stat_result:
    try:
        details = path.stat()
    except OSError as error:
        raise FileProblem(f"{path.name} is not there. It may have been moved, renamed or deleted.") from error
    if not stat.S_ISREG(details.st_mode):
        raise FileProblem(f"“{path}” is a folder or a device, not an office file.")
    if getattr(details, "st_file_attributes", 0) & _IN_THE_CLOUD:
        raise FileProblem(f"{path.name} is still in the cloud. Keep it on this device first, then open it.")
    return details


def _first_bytes(path: Path) -> bytes:
    try:
        with looked_at(path) as file:
            return file.bytes_at(0, PAGE)
    except OSError as error:
        raise FileProblem(
            f"{path.name} cannot be read: another program may hold it, or it is not yours to open. "
            "Wait a moment and try again."
        ) from error
