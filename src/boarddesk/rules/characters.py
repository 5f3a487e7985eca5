"""Which characters a text may be kept with: all but those that no document can hold."""

from __future__ import annotations

import re
from typing import Final

# Control characters but tab and new line, halves of pairs, and the code points no document can hold.
UNKEEPABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

# Soft hyphens, empty spaces, and marks of direction, which would turn a whole line.
_UNSEEN: Final = dict.fromkeys(
    (0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
)
STEERING: Final = re.compile(f"{UNKEEPABLE.pattern}|[\u202a-\u202e\u2066-\u2069]")


def unkeepable(text: str) -> str:
    """The first character that cannot be kept, by its number: `U+0085`; empty where all can."""
    found = UNKEEPABLE.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""


def keepable(text: str) -> str:
    """The text without the characters that cannot be kept."""
    return UNKEEPABLE.sub("", text)


def drop_unseen(text: str) -> str:
    """The text without what nobody sees."""
    return text.translate(_UNSEEN)


def readable(text: str) -> str:
    """For a terminal or a message: what would steer it, or turn the words round, stands there as a sign."""
    return STEERING.sub("\N{REPLACEMENT CHARACTER}", text)
