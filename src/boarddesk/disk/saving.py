"""A document put on disk whole or not at all; one that Word holds open is kept beside it under a number."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from boarddesk.rules.refused import FileProblem

MOST_NUMBERS = 99

LONGEST_NAME = 255
"""Letters of a file's name where it is kept; Linux counts bytes and says so itself."""


def save(path: Path, content: bytes) -> Path:
    """Writes the bytes and returns where they are: the path, or beside it with a number if it is in use."""
    for target in _targets(path):
        # A number is for a new one: an older file beside it keeps its place.
        if target != path and stands(target):
            continue
        with suppress(PermissionError):
            return _replace(target, content)
    raise FileProblem(
        f"“{path.name}” cannot be written in {path.parent}. "
        "Close it in Word, or choose a folder you may write in."
    )


def save_beside(path: Path, content: bytes) -> Path:
    """Writes the bytes under a name nobody was asked about: what stands there is left, a number is taken."""
    for target in (path, *_numbered(path)):
        if not stands(target):
            return save(target, content)
    raise _too_many(path)


def save_folder(path: Path, files: Mapping[str, bytes]) -> Path:
    """Writes the files as a folder of that name, all of them or none; where it stands a number is taken."""
    draft = path.with_name(f".{os.urandom(8).hex()}")
    try:
        draft.mkdir()
        for name, content in files.items():
            save(draft / name, content)
        for target in (path, *_numbered(path)):
            if not stands(target):
                return draft.rename(target)
    except OSError as trouble:
        raise _problem(path, trouble) from trouble
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    raise _too_many(path)


def stands(path: Path) -> bool:
    """Whether there is a file or folder of that name; a name no disk takes has none."""
    return os.access(path, os.F_OK)


def is_open(path: Path) -> bool:
    """Whether Word, Excel or LibreOffice has it open, by the file each of them puts beside it meanwhile."""
    name = path.name
    owners = {f"~${name}", f".~lock.{name}#"} | {f"~${name[cut:]}" for cut in (1, 2) if len(path.stem) > 6}
    return stands(path) and any(stands(path.with_name(owner)) for owner in owners)


def _targets(path: Path) -> Iterator[Path]:
    if not is_open(path):
        yield path
    if os.access(path.parent, os.W_OK):
        yield from _numbered(path)


def _numbered(path: Path) -> Iterator[Path]:
    return (path.with_stem(f"{path.stem} ({number})") for number in range(2, MOST_NUMBERS))


def _replace(target: Path, content: bytes) -> Path:
    draft = _written_beside(target, content)
    try:
        draft.replace(target)
    except OSError as trouble:
        draft.unlink(missing_ok=True)
        if isinstance(trouble, PermissionError):
            raise
        raise _problem(target, trouble) from trouble
    return target


def _written_beside(target: Path, content: bytes) -> Path:
    try:
        # Not a private temporary file: others on a share must be able to read what it becomes.
        draft = target.with_name(f".{os.urandom(8).hex()}{target.suffix}")
        handle = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o666)
    except PermissionError:
        raise
    except OSError as trouble:
        raise _problem(target, trouble) from trouble
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
    except BaseException as trouble:
        draft.unlink(missing_ok=True)
        if isinstance(trouble, OSError):
            raise _problem(target, trouble) from trouble
        raise
    return draft


def _too_many(path: Path) -> FileProblem:
    return FileProblem(f"There are too many called “{path.name}” in {path.parent}. Choose another name.")


def _problem(target: Path, trouble: OSError) -> FileProblem:
    said = f"“{target.name}” could not be saved"
    if not target.parent.is_dir():
        return FileProblem(f"{said}: there is no folder {target.parent}. Make it first, or choose another.")
    if trouble.errno == errno.ENAMETOOLONG or len(target.name) > LONGEST_NAME:  # Windows does not say why
        return FileProblem("The document could not be saved: its name is too long. Choose a shorter one.")
    if trouble.errno == errno.ENOSPC:
        return FileProblem(f"{said}: the disk is full. Free some space; nothing was changed there.")
    return FileProblem(
        f"{said} in {target.parent}: the disk refused it ({trouble.strerror or 'no reason given'}). "
        "Check the drive or the network; nothing was changed there."
    )
