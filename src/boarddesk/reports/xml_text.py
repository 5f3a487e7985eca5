"""Text as XML can hold it: nothing vanishes unseen."""

from __future__ import annotations

import re

_CONTROL_PICTURES = 0x2400
_DELETE_PICTURE = "\u2421"
_REPLACEMENT = "\ufffd"
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0d\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
"""The letters of Hebrew, Arabic and the other scripts that run from right to left."""

RUNS_LEFT = rf"[{RIGHT_TO_LEFT}]+(?:[ \u00a0'’.-]+[{RIGHT_TO_LEFT}]+)*"
"""A name or words in such letters, whole; set apart, so that they do not reorder the line around them."""


def _visible(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code < 0x20:
        return chr(_CONTROL_PICTURES + code)
    return _DELETE_PICTURE if code == 0x7F else _REPLACEMENT


def legal(text: str) -> str:
    """The text with each character XML cannot hold shown as its picture, so that nothing vanishes unseen."""
    return _ILLEGAL.sub(_visible, text.replace("\r\n", "\n"))
