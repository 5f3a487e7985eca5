"""Whether the file under a path is still the one that was opened: asked before each write."""

from __future__ import annotations

from pathlib import Path

from boarddesk.records.file.header import HEADER_LENGTH
from boarddesk.records.file.held_files import HeldFile
from boarddesk.records.file.problems import ChangedElsewhere

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
_EMPTIED = (
    "{name} was emptied by another program while it was open. Nothing was written. "
    "Close it, and restore the newest backup to a new file."
)


class FileIdentity:
    """The open file: which it is, and how it begins as we left it.

    Its first bytes hold the change counter; in an encrypted file they are other ones after every write.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = HeldFile(path)
        self._start = self._read_start()

    def is_in_its_place(self) -> bool:
        """Whether the path still leads to the very file that was opened."""
        try:
            return self._file.is_at(self._path)
        except OSError:
            return False

    def refuse_if_replaced(self) -> None:
        if not self.is_in_its_place():
            sentence = _REPLACED if self._path.exists() else _GONE
            raise ChangedElsewhere(sentence.format(name=self._path.name))

    def refuse_if_written(self) -> None:
        """Nobody else may have written since our last write; asked when the write lock is held."""
        self.refuse_if_emptied()
        if self._read_start() != self._start:
            raise ChangedElsewhere(_WRITTEN.format(name=self._path.name))

    def refuse_if_emptied(self) -> None:
        """Without its first bytes a file is no office any more; one that was let go of is not asked."""
        if not self._file.is_let_go and len(self._read_start()) < HEADER_LENGTH:
            raise ChangedElsewhere(_EMPTIED.format(name=self._path.name))

    def take_note(self) -> None:
        """Remember the file as our own write left it."""
        self._start = self._read_start()

    def close(self) -> None:
        self._file.let_go()

    def _read_start(self) -> bytes:
        return self._file.bytes_at(0, HEADER_LENGTH)
