"""Whether the file under a path is still the one that was opened: asked before each write."""

from __future__ import annotations

import os
from pathlib import Path

from boarddesk.records.file_header import parse_header
from boarddesk.records.file_problems import ChangedElsewhere

_GONE = (
    "{name} is no longer where it was opened. Nothing was written. "
    "Put it back, or save what you see as a copy, then open it again."
)
_REPLACED = (
    "{name} was replaced by another file while it was open, perhaps by a synchronising program. "
    "Nothing was written. Close it and open it again to see what it holds now."
)
_WRITTEN = (
    "{name} was changed by another program while it was open. Nothing was written. "
    "Close it and open it again to go on from what it holds now."
)


class FileIdentity:
    """Device, inode and change counter of the open file.

    The handle is kept open: closing any handle to a file drops the locks the database holds on it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        self._counter = self._read_counter()

    def refuse_if_replaced(self) -> None:
        """The path must still lead to the very file that was opened."""
        try:
            there = self._path.stat()
        except OSError as error:
            raise ChangedElsewhere(_GONE.format(name=self._path.name)) from error
        here = os.fstat(self._handle)
        if (there.st_dev, there.st_ino) != (here.st_dev, here.st_ino):
            raise ChangedElsewhere(_REPLACED.format(name=self._path.name))

    def refuse_if_written(self) -> None:
        """Nobody else may have written since our last write; asked when the write lock is held."""
        if self._read_counter() != self._counter:
            raise ChangedElsewhere(_WRITTEN.format(name=self._path.name))

    def take_note(self) -> None:
        """Remember the counter as our own write left it."""
        self._counter = self._read_counter()

    def close(self) -> None:
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def _read_counter(self) -> int:
        os.lseek(self._handle, 0, os.SEEK_SET)
        return parse_header(os.read(self._handle, 100)).change_counter
