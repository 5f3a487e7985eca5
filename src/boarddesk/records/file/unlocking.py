"""An encrypted file opened with its passphrase or its printed recovery key, tried on its pages first."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from boarddesk.records.file.backups import backups_of
from boarddesk.records.file.held_files import HeldFile, looked_at
from boarddesk.records.file.keys import PAGE, FileKey, WrongKey, key_from, learn, salt_of
from boarddesk.records.file.problems import DAMAGED, DamagedFile
from boarddesk.records.file.remembered import last_at
from boarddesk.rules import recovery_key
from boarddesk.rules.refused import FileProblem

TRIED: Final = 8
"""Pages a key is tried on: it is right if it opens one of them, and the others are damaged then."""

_WRONG = (
    "That passphrase or recovery key does not open {name}. "
    "Look at capital letters, and whether it was changed since; nothing was written."
)
_EMPTY = "Type the passphrase or the recovery key of {name}."


def unlock(path: Path, typed: str) -> None:
    """Let this process read the file. Only reads it.

    Raises SlipInKey, WrongKey, or DamagedFile where a backup opens with what was typed and the file does not.
    """
    if not typed.strip():
        raise WrongKey(_EMPTY.format(name=path.name))
    raw = recovery_key.read(typed)
    key = _key_to(path, typed, raw=raw)
    if key is not None:
        learn(key)
        return
    for backup in backups_of(last_at(path))[:1]:
        key = _key_to(backup.path, typed, raw=raw)
        if key is not None:
            learn(key)
            raise DamagedFile(DAMAGED)
    raise WrongKey(_WRONG.format(name=path.name))


def _key_to(path: Path, typed: str, *, raw: bytes | None) -> FileKey | None:
    """The key, where it opens the file; none for a file that is not encrypted."""
    try:
        with looked_at(path) as file:
            salt = salt_of(file.bytes_at(0, PAGE))
            if not salt:
                return None
            key = FileKey(raw, salt) if raw is not None else key_from(typed, salt)
            return key if _opens(file, key) else None
    except OSError as error:
        raise FileProblem(f"{path.name} cannot be read. It may be in use, or not yours to open.") from error


def _opens(file: HeldFile, key: FileKey) -> bool:
    return any(
        key.authenticates(file.bytes_at((number - 1) * PAGE, PAGE), number) for number in range(1, TRIED + 1)
    )
