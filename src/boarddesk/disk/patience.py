"""Files that another program holds for a moment: a scanner, a synchronising program, an indexer.

Windows refuses to rename, replace or remove a file while somebody has it open, and to open it beside
somebody who shares it with nobody. That is seldom longer than a blink, so each deed is tried for about a
second; whoever asked then ends calmly.
"""

from __future__ import annotations

import errno
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, TypeVar

from boarddesk.rules.refused import FileProblem

Done = TypeVar("Done")

WAITS: Final = (0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.25)
"""Seconds between the tries."""

_HELD: Final = frozenset({5, 32, 33, 145, 1224})
"""Windows: access denied (as replacing an open file is told), sharing violation, lock violation, a folder
out of which something still goes, a file mapped into memory."""
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})
_FULL_ON_WINDOWS: Final = frozenset({39, 112, 1295})
_NO_LINKS: Final = frozenset({errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EXDEV})
"""A disk on which no file has two names, such as a memory stick."""


def is_held(error: OSError) -> bool:
    """Whether another program may be holding the file just now, so that trying again makes sense.

    Opening a file on Windows, unlike moving it, says no more than that it is not allowed.
    """
    told = getattr(error, "winerror", None)
    return told in _HELD or (os.name == "nt" and told is None and isinstance(error, PermissionError))


def is_full(error: OSError) -> bool:
    """Whether there is no room left, on the disk or of what one person may use of it."""
    return error.errno in _FULL or getattr(error, "winerror", None) in _FULL_ON_WINDOWS


def patiently(deed: Callable[[], Done], *, waits: tuple[float, ...] | None = None) -> Done:
    """Do it, and while the file is held try again; raises the last OSError, any other at once."""
    for wait in WAITS if waits is None else waits:
        try:
            return deed()
        except OSError as error:
            if not is_held(error):
                raise
        time.sleep(wait)
    return deed()


def replace(source: Path, target: Path) -> None:
    """Put a file where another may stand. Raises OSError, with both as they were."""
    patiently(lambda: source.replace(target))


def rename(source: Path, target: Path) -> None:
    """Give a file or folder a name nobody has. Raises FileExistsError where somebody has it, and OSError."""
    patiently(lambda: _rename(source, target))


def link(source: Path, name: Path) -> None:
    """Give a file a second name. Raises OSError, as where the disk knows none."""
    patiently(lambda: os.link(source, name))


def _rename(source: Path, target: Path) -> None:
    if os.name == "nt" or source.is_dir():  # which refuses a name that is taken
        source.rename(target)
        return
    try:
        os.link(source, target)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _rename_to_reserved(source, target)
        return
    try:
        source.unlink()
    except OSError:
        target.unlink()
        raise


def _rename_to_reserved(source: Path, target: Path) -> None:
    """Of two who come at once only one makes the empty file there, and then replaces it."""
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    try:
        source.replace(target)
    except OSError:
        target.unlink()
        raise


def remove(path: Path, *, waits: tuple[float, ...] | None = None) -> bool:
    """Whether a file or folder is gone; one that stays held waits for the next time and stops nobody."""
    with suppress(OSError):
        patiently(lambda: _remove(path), waits=waits)
    return not os.path.lexists(path)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


@contextmanager
def told_as(sentence: Callable[[Path, OSError], str], target: Path) -> Iterator[None]:
    """What the disk refuses at that place becomes a FileProblem in these words."""
    try:
        yield
    except OSError as error:
        raise FileProblem(sentence(target, error)) from error
