"""Papers as they come in: looked through, kept with what was found, made clean, and opened to be read only.

What takes long (`look_at`, `make_clean`) needs no office and is done apart; what writes is one change.
"""

from __future__ import annotations

import stat
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath

from boarddesk.disk.drafts import draft_in
from boarddesk.disk.patience import patiently, remove, replace
from boarddesk.paper_child import clean_apart, look_apart
from boarddesk.records.agenda import papers
from boarddesk.records.agenda.papers import NewCopy
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.people import people
from boarddesk.rules.papers.finding import LARGEST, PaperCheck
from boarddesk.rules.papers.names import clean_name, kept_name, paper_file_name, title_of
from boarddesk.rules.papers.paper import PaperCopy
from boarddesk.rules.papers.sentences import too_large
from boarddesk.rules.refused import FileProblem

GivenUp = Callable[[], bool]


@dataclass(frozen=True)
class LookedAt:
    """A file that was looked through: its name, its bytes and what was found."""

    name: str
    content: bytes
    check: PaperCheck

    @property
    def copy(self) -> NewCopy:
        """It, to be kept."""
        return NewCopy(self.name, self.content, self.check.findings)


def names_known(file: OfficeFile) -> tuple[str, ...]:
    """The people a comment may name."""
    return tuple(person.name for person in people(file))


def look_at(path: Path, *, names: Sequence[str] = (), given_up: GivenUp = lambda: False) -> LookedAt:
    """A file that was dropped, read once and looked through apart; refused where it is no paper."""
    content = _read(path)
    name = kept_name(path.name)
    return LookedAt(name, content, look_apart(content, name, names=names, given_up=given_up))


def _read(path: Path) -> bytes:
    if path.is_dir():
        raise FileProblem(f"“{path.name}” is a folder. Drop the papers inside it.")
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise FileProblem(too_large(path.name, size))
        return patiently(path.read_bytes)
    except FileNotFoundError as trouble:
        raise FileProblem(
            f"“{path.name}” is no longer there. It may have been moved or renamed: find it and drop it again."
        ) from trouble
    except PermissionError as trouble:
        raise FileProblem(
            f"“{path.name}” cannot be read: another program has it open, or this account may not read it. "
            "Close it there and drop it again."
        ) from trouble
    except OSError as trouble:
        raise FileProblem(
            f"“{path.name}” could not be read from its disk. Copy it to this computer and drop the copy."
        ) from trouble


def take_in(
    file: OfficeFile,
    looked: LookedAt,
    *,
    on: date,
    item_id: str = "",
    paper_id: str = "",
    title: str = "",
    what_changed: str = "",
) -> str:
    """Keep a file as a paper of an item, or as the new copy of a paper, with what was found: one change.

    Without a title a new paper is called as its file says. The paper's id is returned.
    """
    if paper_id:
        papers.take_in(file, paper_id, looked.copy, on=on, what_changed=what_changed)
        return paper_id
    called = title or title_of(looked.name)
    with file.change(f"Take in {called}"):
        made = papers.name_paper(file, item_id, called)
        papers.take_in(file, made, looked.copy, on=on)
    return made


def make_clean(copy: NewCopy, *, names: Sequence[str] = (), given_up: GivenUp = lambda: False) -> LookedAt:
    """A copy without what can be taken out of it, and what is still found there, made apart."""
    content, check = clean_apart(copy.content, copy.name, names=names, given_up=given_up)
    return LookedAt(clean_name(copy.name, check.kind), content, check)


def in_force(file: OfficeFile, paper_id: str) -> NewCopy:
    """The newest copy of a paper with its bytes, to make a clean one of."""
    copy = _copy(file, paper_id)
    return NewCopy(copy.name, papers.content(file, copy))


def keep_clean(file: OfficeFile, paper_id: str, clean: LookedAt, *, on: date) -> None:
    """The clean copy is in force from now on; the original is kept under it."""
    papers.keep_clean_copy(file, paper_id, clean.copy, on=on)


def write_to_read(
    file: OfficeFile, paper_id: str, folder: Path, *, item: str = "", position: int = 1
) -> Path:
    """The copy in force as a file of its own that can only be read, called as it goes out; to be opened.

    Each copy has a place of its own in the folder: an older one that is still open is not written over.
    """
    paper = papers.paper(file, paper_id)
    copy = _copy(file, paper_id)
    name = paper_file_name(item, position, paper.title, suffix=PurePath(copy.name).suffix)
    place = folder / copy.sha256[:16]
    written = place / name
    try:
        place.mkdir(parents=True, exist_ok=True)
        if not written.exists():
            with draft_in(place) as draft:
                draft.write_bytes(papers.content(file, copy))
                replace(draft, written)
        written.chmod(stat.S_IREAD | stat.S_IRGRP)
    except OSError as trouble:
        raise FileProblem(
            f"“{name}” could not be put down to be opened: the folder for temporary files is full, or may "
            "not be written to."
        ) from trouble
    return written


def take_down(folder: Path) -> None:
    """Take away what was put down to be read; what another program still has open stays until next time."""
    for written in folder.glob("*/*"):
        with suppress(OSError):
            written.chmod(stat.S_IWRITE | stat.S_IREAD)
            remove(written, waits=())
    remove(folder)


def _copy(file: OfficeFile, paper_id: str) -> PaperCopy:
    paper = papers.paper(file, paper_id)
    if paper.copy is None:
        raise FileProblem(f"{paper.title} is to follow: there is no file of it yet.")
    return paper.copy
