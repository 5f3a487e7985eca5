"""Copies that synchronising programs leave beside an office file when two machines wrote it."""

from __future__ import annotations

import re
from pathlib import Path

from boarddesk.records.file.change_log import ChangeLog
from boarddesk.records.file.driver import connect
from boarddesk.records.file.header import read_header
from boarddesk.records.file.problems import damage_at_worst
from boarddesk.rules.refused import FileProblem

# What is added to the name; people's own words for a copy are not among them.
_ADDED = re.compile(
    r"""
    \ \(\d+\)                        # name (1)
    | .*(?i:conflict).*               # name (Ash's conflicted copy 2026-05-14), name.sync-conflict-20260514
    | -(?!(?:OLD|NEW|COPY|BACKUP|FINAL|DRAFT|TEST)$)(?=.*[A-Z])[A-Z0-9]+(?:-[A-Z0-9]+)*    # name-DESKTOP-4F2K
    """,
    re.VERBOSE,
)


def conflict_copies(path: Path) -> list[Path]:
    """The files beside this one that are named like such a copy and hold the same office."""
    named = [other for other in sorted(path.parent.iterdir()) if is_named_like_one(path, other)]
    return [other for other in named if _file_id(other) == _file_id(path)] if named else []


def is_named_like_one(path: Path, other: Path) -> bool:
    if (
        other.suffix.casefold() != path.suffix.casefold()
        or other == path
        or not other.stem.startswith(path.stem)
    ):
        return False
    return _ADDED.fullmatch(other.stem[len(path.stem) :]) is not None


def _file_id(path: Path) -> str:
    """Empty for what cannot be read as an office."""
    try:
        with damage_at_worst():
            if read_header(path).write_ahead:
                return ""
            connection = connect(path, read_only=True)
            try:
                return ChangeLog(connection).position().file_id
            finally:
                connection.close()
    except FileProblem:
        return ""
