"""An office file is made whole under another name before it gets its own, or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from boarddesk.disk.drafts import ENDING, draft_in, keep_under
from boarddesk.disk.folders import sync_file, sync_folder
from boarddesk.disk.names import BESIDE_AN_OFFICE, refuse_name
from boarddesk.disk.patience import is_full, is_held, patiently, remove, rename, replace, told_as
from boarddesk.records.file.check import faults_in
from boarddesk.records.file.driver import connect
from boarddesk.records.file.header import read_header
from boarddesk.records.file.problems import DAMAGED, PROTECTED, DamagedFile, told_calmly
from boarddesk.rules.refused import FileProblem


@contextmanager
def office_draft(target: Path) -> Iterator[Path]:
    """A name beside the target, under which the office is made; whatever still has it at the end goes.

    Raises FileProblem with a sentence where the disk says no.
    """
    with told_as(_sentence, target), draft_in(target.parent) as draft:
        yield draft


def give_name(draft: Path, target: Path) -> None:
    """Check the office as it is on disk, and give it the name it is for, which must be free."""
    with told_as(_sentence, target):
        patiently(lambda: sync_file(draft))
        _refuse_damaged(draft)
        refuse_taken(target)
        rename(draft, target)
        _outlast(target)


def put_in_place(draft: Path, target: Path, *, aside: str) -> Path:
    """Check the office, and give it the name of one that is kept beside it; where that is now.

    Its journal goes with it: it would spoil any other file. At no moment has nothing the name.
    """
    kept = _free_name(target, aside)
    try:
        keep_under(target, kept)
    except OSError as error:
        raise FileProblem(
            f"{target.name} cannot be kept under another name. Another program may have it open."
        ) from error
    try:
        with told_as(_sentence, target):
            patiently(lambda: sync_file(draft))
            _refuse_damaged(draft)
            with suppress(FileNotFoundError):
                rename(_journal(target), _journal(kept))
            replace(draft, target)
    except BaseException:
        with suppress(OSError):
            rename(_journal(kept), _journal(target))
        remove(kept)
        raise
    _outlast(target)
    return kept


def _free_name(target: Path, ending: str) -> Path:
    free = target.with_name(f"{target.name}.{ending}")
    while os.path.lexists(free):
        free = free.with_name(f"{free.name}-{os.urandom(2).hex()}")
    return free


def _journal(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


def _outlast(target: Path) -> None:
    with suppress(OSError):  # it has its name; not every disk can be asked when that is sure
        sync_folder(target.parent)


def refuse_taken(target: Path) -> None:
    """The name must be one a file can have, and free: no file there is touched.

    Nor is a journal left there, which would spoil any other office.
    """
    refuse_name(target, added=BESIDE_AN_OFFICE)
    with told_as(_sentence, target):
        for path in (target, _journal(target)):
            if path.is_symlink() or (path.exists() and (path == target or path.stat().st_size)):
                raise FileExistsError(errno.EEXIST, "is there", str(path))


def _refuse_damaged(draft: Path) -> None:
    """One that cannot be opened just now is not called damaged."""
    read_header(draft)
    with told_calmly():
        connection = connect(draft, read_only=True)
        try:
            if faults_in(connection):
                raise DamagedFile(DAMAGED)
        finally:
            connection.close()


def _sentence(target: Path, error: OSError) -> str:
    # A draft is made into an office by whoever knows the name it is for.
    name, folder = "The office" if target.suffix == ENDING else target.name, target.parent.absolute()
    if isinstance(error, FileExistsError):
        taken = Path(error.filename2 or error.filename or target).name
        return f"There is a file {taken} here already. Choose another name."
    if not folder.is_dir():
        return f"There is no folder {folder}. Make it first, or choose another."
    if is_full(error):
        return f"{name} could not be made: the disk is full. Free some space, then try again."
    if isinstance(error, PermissionError) and target.exists() and not os.access(target, os.W_OK):
        return PROTECTED.format(name=name)
    if is_held(error):
        return (
            f"{name} could not be made here: another program held what was just written, or you may not "
            "write here. Wait a moment and try again, or choose a folder of your own."
        )
    return f"{name} cannot be made in {folder}. Choose a folder of your own."
