"""What a file may be called: judged from the name, since the disk's answer does not say why.

Windows tells a forbidden sign as a missing folder, a reserved word as a device, and keeps what is written
to `office:copy` in a stream nobody sees.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from boarddesk.rules.characters import drop_unseen, unkeepable
from boarddesk.rules.file_names import FORBIDDEN, RESERVED
from boarddesk.rules.refused import FileProblem

LONGEST_NAME: Final = 255
"""Of one file or folder: letters on Windows, bytes elsewhere."""
BESIDE_AN_OFFICE: Final = 32
"""What the names of its lock, journal, drafts and damaged copies add to the name of an office."""

_ENDINGS: Final = frozenset((".boarddesk", ".docx", ".pdf", ".xlsx", ".html", ".ics", ".eml", ".json"))


@dataclass(frozen=True)
class NameRules:
    """What a system takes as a name; `longest_path` counts the folders too."""

    windows: bool
    longest_path: int

    def length(self, text: str) -> int:
        """As the system counts: UTF-16 on Windows, bytes elsewhere."""
        if self.windows:
            return len(text.encode("utf-16-le", "surrogatepass")) // 2
        return len(os.fsencode(text))


if sys.platform == "win32":
    import ctypes

    def rules_here() -> NameRules:
        """Long paths are taken where the machine was set to them; the program says in its manifest it can."""
        are_taken = getattr(ctypes.windll.ntdll, "RtlAreLongPathsEnabled", lambda: False)
        return NameRules(windows=True, longest_path=32_766 if are_taken() & 1 else 259)

else:

    def rules_here() -> NameRules:
        """As every POSIX system has them."""
        return NameRules(windows=False, longest_path=4095)


def refuse_name(path: Path, *, added: int = 0, rules: NameRules | None = None) -> None:
    """Raises FileProblem where no file of that name can be made; `added` is what names beside it add."""
    rules = rules or rules_here()
    name = path.name
    if not name.strip(" .") or name.casefold() in _ENDINGS:
        raise FileProblem("A file needs a name: give it one, before its ending.")
    if fault := _fault(name, rules=rules):
        raise FileProblem(f"“{name}” cannot be the name of a file: {fault}. Choose another name.")
    if is_too_long(name, added=added, rules=rules):
        raise FileProblem("That name is too long for a file. Choose a shorter one.")
    if rules.length(str(path.absolute())) > rules.longest_path - added:
        raise FileProblem(
            f"“{name}” is too long together with its folders: {rules.longest_path - added} letters are taken "
            "here. Choose a shorter name, or a folder nearer to the top."
        )


def is_too_long(name: str, *, added: int = 0, rules: NameRules | None = None) -> bool:
    """Whether no file or folder can have so long a name; `added` is what names beside it add."""
    return (rules or rules_here()).length(name) > LONGEST_NAME - added


def _fault(name: str, *, rules: NameRules) -> str:
    """Why the name is none, as a clause; empty where it is one."""
    if unkeepable(name) or drop_unseen(name) != name or "\t" in name or "\n" in name:
        return "it holds a character that cannot be seen"
    if not rules.windows:
        return ""
    if ":" in name:
        return "a colon would hide what is written in another file"
    if sign := FORBIDDEN.search(name):
        return f"Windows takes no {sign[0]} in a name"
    if word := RESERVED.match(name):
        return f"Windows keeps “{word[0]}” for itself"
    return "Windows drops a dot or a space at the end" if name[-1] in " ." else ""
