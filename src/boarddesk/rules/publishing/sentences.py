"""A text cut into its sentences, each with the place where it begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_END: Final = re.compile(r"[.!?…]+[”\"’')\]]*(?=\s|$)|\n+")
_SHORT: Final = re.compile(
    r"(?:^|[\s(])(?:[A-Za-z]|[A-Z]\.\s?[A-Z]|Mr|Mrs|Ms|Dr|St|Cllr|Prof|Rev|No|no|para|approx|vs|etc|e\.g"
    r"|i\.e|d\.o\.b|D\.O\.B)$"
)


@dataclass(frozen=True)
class Sentence:
    """A sentence and where it begins in its text."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Where it ends in its text."""
        return self.start + len(self.text)


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, without the spaces around them; `T.H.` and `Dr` end none."""
    return tuple(_stripped(text, start, end) for start, end in _stretches(text) if text[start:end].strip())


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _END.finditer(text):
        before = text[start : found.start()]
        follows = text[found.end() :].lstrip()[:1]
        ends = "\n" in found.group() or not _SHORT.search(before)
        if ends and not follows.islower():
            yield start, found.end()
            start = found.end()
    yield start, len(text)


def _stripped(text: str, start: int, end: int) -> Sentence:
    part = text[start:end]
    return Sentence(start + len(part) - len(part.lstrip()), part.strip())
