"""Comments in the margin of a Word document: who wrote them, of which words, and what was answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from lxml import etree

from boarddesk.importing.papers.elements import attribute, each
from boarddesk.importing.tables.package import Package, sibling
from boarddesk.importing.tables.word.text import cleaned
from boarddesk.rules.minutes.corrections.copy import CopyRemark, Hand

_LONGEST: Final = 400
"""Letters kept of the words a comment is about."""


@dataclass
class Remarks:
    """The comments of a document, while its body is read: which words each is about."""

    known: dict[str, CopyRemark] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)
    about: dict[str, str] = field(default_factory=dict)
    open: dict[str, None] = field(default_factory=dict)
    given: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, package: Package, part: str) -> Remarks:
        """The comments beside a document; none where their part is missing or broken."""
        related = package.related(part)
        root = package.optional(sibling(related, "comments"))
        made = cls()
        number_of: dict[str, str] = {}
        for comment in each(root, "comment"):
            number = attribute(comment, "id")
            paragraphs = list(each(comment, "p"))
            hand = hand_of(comment)
            made.known[number] = CopyRemark(hand.author, _words(paragraphs), hand.on)
            number_of |= {attribute(paragraph, "paraId"): number for paragraph in paragraphs}
        for entry in each(package.optional(sibling(related, "commentsExtended")), "commentEx"):
            number = number_of.get(attribute(entry, "paraId"), "")
            parent = number_of.get(attribute(entry, "paraIdParent"), "")
            if number and parent and parent != number:
                made.answers[number] = parent
        return made

    def begin(self, number: str, *, is_range: bool) -> bool:
        """A comment begins, or is only pointed at; whether it is new."""
        if number not in self.known or number in self.about:
            return False
        self.about[number] = ""
        if is_range:
            self.open[number] = None
        return True

    def heard(self, words: str) -> None:
        """Words of the body, for the comments that are about them."""
        for number in self.open:
            if len(self.about[number]) < _LONGEST:
                self.about[number] += words

    def end(self, number: str) -> None:
        """The comment is about nothing that follows."""
        self.open.pop(number, None)

    def taken(self, begun: Iterable[str]) -> Iterator[CopyRemark]:
        """The comments of these numbers with their answers, an answer with what it answers."""
        for number in begun:
            if number not in self.answers:
                yield replace(self._with_answers(number, frozenset()), about=self.about[number].strip())

    def _with_answers(self, number: str, above: frozenset[str]) -> CopyRemark:
        replies = [one for one, parent in self.answers.items() if parent == number and one not in above]
        return replace(
            self.known[number],
            replies=tuple(self._with_answers(one, above | {number}) for one in replies),
        )


def hand_of(element: etree._Element) -> Hand:
    """Who tracked a change or wrote a comment, and when."""
    try:
        on = date.fromisoformat(attribute(element, "date")[:10])
    except ValueError:
        on = None
    return Hand(" ".join(cleaned(attribute(element, "author")).split()), on)


def _words(paragraphs: Iterable[etree._Element]) -> str:
    lines = ("".join(text.text or "" for text in each(paragraph, "t")) for paragraph in paragraphs)
    return "\n".join(cleaned(line).strip() for line in lines if line.strip())
