"""One handle for each file this process looks at, however many ask.

On POSIX systems closing any handle to a file drops every lock the process holds on it, the database's own
included. So a file that is open is never opened and closed a second time beside it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from boarddesk.disk.patience import patiently

_Key = tuple[int, int, str]


@dataclass
class _Handles:
    handles: list[int] = field(default_factory=list)
    users: int = 0


_held: dict[_Key, _Handles] = {}
_guard = Lock()


class HeldFile:
    """A share in the one handle; let it go when done."""

    def __init__(self, path: Path) -> None:
        """Raises OSError as opening does."""
        with _guard:
            self._key = _key(path.stat(), path)
            if self._key not in _held:
                self._key = _opened(path)
            _held[self._key].users += 1
        self.is_let_go = False

    def bytes_at(self, offset: int, length: int) -> bytes:
        with _guard:
            handle = _held[self._key].handles[0]
            os.lseek(handle, offset, os.SEEK_SET)
            return os.read(handle, length)

    def is_at(self, path: Path) -> bool:
        """Whether the path leads to this very file. Raises OSError where it leads nowhere."""
        return _key(path.stat(), path) == self._key

    def let_go(self) -> None:
        if self.is_let_go:
            return
        self.is_let_go = True
        with _guard:
            held = _held[self._key]
            held.users -= 1
            if not held.users:
                del _held[self._key]
                for handle in held.handles:
                    os.close(handle)


@contextmanager
def looked_at(path: Path) -> Iterator[HeldFile]:
    held = HeldFile(path)
    try:
        yield held
    finally:
        held.let_go()


def _opened(path: Path) -> _Key:
    handle = patiently(lambda: os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0)))
    key = _key(os.fstat(handle), path)
    # Should the file have been replaced between the two questions, a second handle is kept and not closed.
    _held.setdefault(key, _Handles()).handles.append(handle)
    return key


def _key(details: os.stat_result, path: Path) -> _Key:
    """Some shares number no file, and to Windows each of theirs is file 0: there the path says which it is.

    That such a file was replaced is then seen by its change counter alone.
    """
    return details.st_dev, details.st_ino, "" if details.st_ino else os.path.normcase(path.absolute())
