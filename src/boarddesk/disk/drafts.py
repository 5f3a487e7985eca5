"""What is written whole under a name of its own before it gets the name it is for."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from boarddesk.disk.delivery_notes import awaited_drafts
from boarddesk.disk.folders import sync_file
from boarddesk.disk.patience import link, patiently, remove, rename

ENDING: Final = ".part"

_OURS: Final = re.compile(r"boarddesk-[0-9a-f]{16}\.part(?:-journal|\.lock)?")
_BESIDE: Final = ("", "-journal", ".lock")
"""The draft, and what is put beside it where it is an office."""

ABANDONED: Final = 10 * 60
"""Seconds after which a draft nobody wrote on belongs to a program that broke off."""

_SCRATCH: Final = "boarddesk-scratch-"
_A_DAY: Final = 24 * 60 * 60

_stayed: set[Path] = set()  # drafts of this process that another program held when they were to go


@contextmanager
def draft_in(folder: Path) -> Iterator[Path]:
    """A free name for what is to be written whole; what still has it in the end is taken away.

    So is what was left in the folder before: by a program that broke off, or because it was held.
    """
    _clear(folder)
    draft = folder / f"boarddesk-{os.urandom(8).hex()}{ENDING}"
    try:
        yield draft
    finally:
        for ending in _BESIDE:
            _take_away(draft.with_name(draft.name + ending))


def keep_under(path: Path, name: Path) -> None:
    """Give a file a free name besides its own, which stays when another takes that. Raises OSError.

    It is a copy where the disk knows no second names, or they are not given.
    """
    try:
        link(path, name)
    except OSError:
        with draft_in(path.parent) as draft:
            patiently(lambda: shutil.copyfile(path, draft))
            patiently(lambda: sync_file(draft))
            rename(draft, name)


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A folder for temporary files, gone afterwards unless a program still has something in it open."""
    for left in left_in_temp(_SCRATCH):
        remove(left, waits=())
    folder = Path(tempfile.mkdtemp(prefix=_SCRATCH))
    try:
        yield folder
    finally:
        remove(folder)


def left_in_temp(prefix: str) -> Iterator[Path]:
    """Folders a program left among the temporary files a day ago or more, as one that broke off does."""
    for left in Path(tempfile.gettempdir()).glob(f"{prefix}*"):
        with suppress(OSError):
            if time.time() - left.lstat().st_mtime > _A_DAY:
                yield left


def _take_away(path: Path, *, waits: tuple[float, ...] | None = None) -> None:
    (_stayed.discard if remove(path, waits=waits) else _stayed.add)(path)


def _clear(folder: Path) -> None:
    """Tried once each: who makes something now does not wait for what was left."""
    with suppress(OSError):
        for left in os.scandir(folder):
            path = Path(left.path)
            if not _OURS.fullmatch(left.name) or not (path in _stayed or _is_abandoned(left)):
                continue
            if path.absolute() not in awaited_drafts():
                _take_away(path, waits=())


def _is_abandoned(left: os.DirEntry[str]) -> bool:
    return time.time() - left.stat(follow_symlinks=False).st_mtime > ABANDONED
