"""What a changed decision, action or challenge comes to mean: verb, number, sum, date, negation, owner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from boarddesk.rules.minutes.corrections.edits import WORD, WordEdit


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NUMBERS: Final = _words(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand"
    " million half third quarter first second once twice"
)
_DATES: Final = _words(
    "january february march april may june july august september october november december monday tuesday"
    " wednesday thursday friday saturday sunday spring summer autumn winter term week weeks month months year"
    " years day days daily weekly monthly termly yearly"
)
_NEGATIONS: Final = _words("no not never none nobody nothing without cannot unless except neither nor")
_VERBS: Final = _words("agreed resolved noted deferred referred")


def meaning_changes(was: str, edits: tuple[WordEdit, ...], *, owner: str = "") -> tuple[str, ...]:
    """What of the meaning of a row changes, a sentence each: `“two” became “three”.`"""
    names = frozenset(word.casefold() for word in re.findall(r"\w+", owner))
    found: dict[str, None] = {}
    for edit in edits:
        for sentence in _of_edit(was[edit.start : edit.end], edit.text, names):
            found.setdefault(sentence)
    return tuple(found)


def _of_edit(gone: str, came: str, names: frozenset[str]) -> Iterator[str]:
    before, after = _telling(gone, names), _telling(came, names)
    for kind in dict.fromkeys((*before, *after)):
        old, new = before.get(kind, ""), after.get(kind, "")
        if old.casefold() == new.casefold():
            continue
        if old and new:
            yield f"“{old}” became “{new}”."
        else:
            yield f"“{new}” was put in." if new else f"“{old}” was taken out."


def _telling(text: str, names: frozenset[str]) -> dict[str, str]:
    """The words of each kind that carry a meaning."""
    found: dict[str, list[str]] = {}
    for word in WORD.findall(text):
        kind = _kind(word.casefold(), names)
        if kind:
            found.setdefault(kind, []).append(word)
    return {kind: " ".join(words) for kind, words in found.items()}


def _kind(word: str, names: frozenset[str]) -> str:
    if word in _NEGATIONS or word.endswith(("n't", "n’t")):
        return "negation"
    if word in _VERBS:
        return "verb"
    if word in _NUMBERS or any(letter.isdigit() for letter in word):
        return "number"
    if word in _DATES:
        return "date"
    return "owner" if word in names else ""
