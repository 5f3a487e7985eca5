"""Names that every disk takes, and what keeps a name from being one."""

from __future__ import annotations

import re
from typing import Final

from boarddesk.rules.characters import keepable
from boarddesk.rules.wording import one_line

LONGEST: Final = 120
"""Characters of a name of ours: a path on Windows holds 260, and folders want theirs."""
MOST_BYTES: Final = 200
FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
"""What Windows takes in no name; a colon there opens a stream hidden in another file."""
RESERVED: Final = re.compile(
    r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\s*(?:\.|$))", re.IGNORECASE
)
"""What Windows keeps for machines it once had, whatever ending follows."""


def safe_name(text: str, *, otherwise: str = "Paper", longest: int = LONGEST) -> str:
    """A text as a name every disk takes: no forbidden sign, no reserved word, no dot or space at its ends."""
    said = one_line(FORBIDDEN.sub(" ", keepable(text)))
    said = _cut(said.strip(" ."), longest).rstrip(" .")
    if RESERVED.match(said):
        said = f"{otherwise or '_'} {said}"[:longest].rstrip(" .")
    return said or otherwise


def _cut(text: str, longest: int) -> str:
    """At most so many characters, and bytes, after a whole word where one ends in the second half."""
    kept = text[:longest].encode()[:MOST_BYTES].decode(errors="ignore")
    if kept == text:
        return text
    return kept.rsplit(" ", 1)[0] if " " in kept[longest // 2 :] else kept
