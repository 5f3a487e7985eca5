"""Documents put on disk whole or not at all; one that Word holds open is kept beside it under a number."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from boarddesk.disk.delivery_notes import DeliveryLine, digest_of
from boarddesk.disk.drafts import draft_in
from boarddesk.disk.names import refuse_name
from boarddesk.disk.patience import is_full, is_held, remove, rename, replace, told_as
from boarddesk.rules.refused import FileProblem

MOST_NUMBERS = 99


def save(path: Path, content: bytes) -> Path:
    """Writes the bytes and returns where they are: the path, or beside it with a number if it is in use."""
    with Delivery() as delivery:
        delivery.write(path, content)
        return delivery.hand_over()[0]


def save_beside(path: Path, content: bytes) -> Path:
    """Writes the bytes under a name nobody was asked about: what stands there is left, a number is taken."""
    with Delivery() as delivery:
        delivery.write(path, content, replaces=False)
        return delivery.hand_over()[0]


@dataclass(frozen=True)
class _Written:
    """A draft on disk, the name it is for, and whether it may take the place of what has that name."""

    draft: Path
    path: Path
    replaces: bool


@dataclass
class Delivery:
    """Documents written whole where they are to go, which get their names once all of them are there.

    Every method raises FileProblem with a sentence. What was not handed over is taken away at the end.
    """

    is_handed_over: bool = False
    _written: list[_Written] = field(default_factory=list)
    _drafts: ExitStack = field(default_factory=ExitStack)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._drafts.close()

    def write(self, path: Path, content: bytes, *, replaces: bool = True) -> None:
        """A document for a path; with `replaces` somebody chose it, and what stands there may go."""
        refuse_name(path)
        with told_as(_sentence, path):
            draft = self._drafts.enter_context(draft_in(path.parent))
            _write(draft, content)
        self._written.append(_Written(draft, path, replaces))

    def write_folder(self, path: Path, files: Mapping[str, bytes]) -> None:
        """The files as a folder of that name, all of them or none; where it stands a number is taken."""
        refuse_name(path)
        with told_as(_sentence, path):
            draft = self._drafts.enter_context(draft_in(path.parent))
            draft.mkdir()
            for name, content in files.items():
                _write(draft / name, content)
        self._written.append(_Written(draft, path, replaces=False))

    def lines(self) -> tuple[DeliveryLine, ...]:
        """What was written so far, to be noted before it is recorded anywhere."""
        return tuple(
            DeliveryLine(written.path, written.draft, digest_of(written.draft)) for written in self._written
        )

    def hand_over(self) -> tuple[Path, ...]:
        """Each gets its name, or one with a number; where they are, in the order they were written.

        All or none: the new ones come first, and go again where the one that replaces a file cannot come.
        """
        placed: dict[Path, Path] = {}
        try:
            for written in sorted(self._written, key=lambda written: written.replaces):
                placed[written.draft] = _put(written)
            self.is_handed_over = True
        except BaseException:
            for path in placed.values():
                remove(path)
            raise
        return tuple(placed[written.draft] for written in self._written)


def stands(path: Path) -> bool:
    """Whether there is a file or folder of that name; a name no disk takes has none."""
    return os.access(path, os.F_OK)


def standing(line: DeliveryLine) -> Path | None:
    """Where that document has its name, or its name with a number; None where it has neither."""
    there = (path for path in (line.path, *_numbered(line.path)) if stands(path))
    return next((path for path in there if digest_of(path) == line.digest), None)


def is_open(path: Path) -> bool:
    """Whether Word, Excel or LibreOffice has it open, by the file each of them puts beside it meanwhile."""
    name = path.name
    owners = {f"~${name}", f".~lock.{name}#"} | {f"~${name[cut:]}" for cut in (1, 2) if len(path.stem) > 6}
    return stands(path) and any(stands(path.with_name(owner)) for owner in owners)


def why_beside(written: Path, asked: Path) -> str:
    """Why a document got the name asked for with a number; '' where it did not."""
    if not written.stem.startswith(f"{asked.stem} (") or not stands(asked):
        return ""
    if not os.access(asked, os.W_OK):
        return f"{asked.name} is protected from writing"
    return f"{asked.name} is open in another program"


def _write(path: Path, content: bytes) -> None:
    # Not a private temporary file: others on a share must be able to read what it becomes.
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(handle, "wb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())


def _put(written: _Written) -> Path:
    """A number is for a new one: an older file beside it keeps its place."""
    draft, path = written.draft, written.path
    with told_as(_sentence, path):
        if written.replaces and not is_open(path):
            try:
                replace(draft, path)
            except PermissionError:
                pass  # in use, or protected: if it is the draft that is held, no other name helps either
            else:
                return path
        for target in _numbered(path) if written.replaces else (path, *_numbered(path)):
            if not stands(target):
                try:
                    rename(draft, target)
                except FileExistsError:
                    continue
                return target
    raise FileProblem(
        f"There are too many called “{path.name}” in {path.parent.absolute()}. Choose another name."
    )


def _numbered(path: Path) -> Iterator[Path]:
    return (path.with_stem(f"{path.stem} ({number})") for number in range(2, MOST_NUMBERS))


def _sentence(target: Path, error: OSError) -> str:
    said, folder = f"“{target.name}” could not be saved", target.parent.absolute()
    if not folder.is_dir():
        return f"{said}: there is no folder {folder}. Make it first, or choose another."
    if is_full(error):
        return f"{said}: the disk is full. Free some space; nothing was changed there."
    if is_held(error):
        return (
            f"{said} in {folder}: another program held what was just written there, or you may not write "
            "there. Wait a moment and try again, or choose a folder of your own."
        )
    if isinstance(error, PermissionError):
        return f"{said}: {folder} may not be written in. Choose a folder you may write in."
    why = error.strerror or "no reason given"
    return (
        f"{said} in {folder}: the disk refused it ({why}). "
        "Check the drive or the network; nothing was changed there."
    )
