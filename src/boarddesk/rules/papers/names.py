"""What papers are called when they go out: `04-1 Therapies waiting times.pdf`, good on every disk."""

from __future__ import annotations

import re
from typing import Final

from boarddesk.rules.file_names import LONGEST, safe_name
from boarddesk.rules.papers.finding import PaperKind
from boarddesk.rules.wording import one_line

_ITEM: Final = re.compile(
    r"(?:(?:item|paper)\s+\d{1,2}|\d{1,2}[.-]\d{1,2}(?![.\d])|0\d)[a-z]?(?:\s*[-–.)])?\s+(?=\S)",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"\d+")
_SUFFIX: Final = re.compile(r"\.[a-z0-9]{1,8}")


def paper_file_name(item: str, position: int, title: str, *, suffix: str) -> str:
    """The name of the `position`-th paper of an item: `04-1 Title.pdf`, `03.1-2 Title.docx`.

    Without an item's number it is the title alone. Numbers of one figure get a nought, so that names sort.
    """
    number = _NUMBER.sub(lambda figures: figures[0].zfill(2), item.strip(), count=1)
    number = safe_name(number, otherwise="") if number else ""
    ending = suffix.casefold() if _SUFFIX.fullmatch(suffix.casefold()) else ""
    begins = f"{number}-{position} " if number else ""
    return safe_name(f"{begins}{safe_name(title, otherwise='Paper')}", longest=LONGEST - len(ending)) + ending


def kept_name(name: str) -> str:
    """The name a file came under, as every disk takes it, its ending kept."""
    stem, dot, ending = name.rpartition(".")
    suffix = f".{ending.casefold()}" if dot and _SUFFIX.fullmatch(f".{ending.casefold()}") else ""
    kept = stem if suffix else name
    return safe_name(kept, longest=LONGEST - len(suffix)) + suffix


def title_of(name: str) -> str:
    """What a file says it is called: `04-1_Waiting_times.pdf` → `Waiting times`."""
    stem = kept_name(name).rpartition(".")[0] or name
    said = one_line(stem.replace("_", " "))
    number = _ITEM.match(said)
    return said[number.end() :] if number else said


def clean_name(name: str, kind: PaperKind) -> str:
    """What a clean copy is called: the paper's name, without macros in its ending."""
    stem, dot, _ = name.rpartition(".")
    return f"{stem if dot else name}{kind.suffix}"
