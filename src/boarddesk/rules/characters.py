"""Which characters a text may be kept with: all but those that no document can hold."""

from __future__ import annotations

import re

# Control characters but tab and new line, halves of pairs, and the code points no document can hold.
UNKEEPABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def unkeepable(text: str) -> str:
    """The first character that cannot be kept, by its number: `U+0085`; empty where all can."""
    found = UNKEEPABLE.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""


def keepable(text: str) -> str:
    """The text without the characters that cannot be kept."""
    return UNKEEPABLE.sub("", text)
