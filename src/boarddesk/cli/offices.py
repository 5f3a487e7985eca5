"""The office file a command is about: what a new one may be called, and one to read that is found whole."""

from __future__ import annotations

from pathlib import Path

from boarddesk.records.file.check import refuse_damaged
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.refused import Refused

ENDING = ".boarddesk"


def new_office_path(asked: Path) -> Path:
    """Where a new office goes: the ending is added where there is none, and any other is refused."""
    if asked.suffix.lower() == ENDING:
        return asked
    if asked.suffix:
        raise Refused(
            f"{asked.name} would be taken for another kind of file: an office file ends in {ENDING}."
        )
    return asked.with_name(asked.name + ENDING)


def to_read(path: Path) -> OfficeFile:
    """The office, to read only; refused where it is damaged, so that no figure comes from a broken page."""
    opened = OfficeFile.open(path, read_only=True)
    try:
        refuse_damaged(path)
    except BaseException:
        opened.close()
        raise
    return opened
