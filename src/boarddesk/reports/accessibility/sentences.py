"""Rule 21: abbreviations are written out where they first stand, and sentences are short. Advice, both."""

from __future__ import annotations

import re
from collections.abc import Iterator

from boarddesk.reports.accessibility.finding import Finding
from boarddesk.reports.accessibility.package import Package
from boarddesk.reports.accessibility.reading import start_of, text_of

LONGEST_SENTENCE = 25
_ABBREVIATION = re.compile(r"\b(?:[A-Z]{2,6}(?:o|s)?|[A-Z][a-z]{1,2}[A-Z]{1,3}s?|[A-Z]&[A-Z])\b")
_KNOWN = frozenset(
    ("UK", "GB", "PDF", "OK", "TV", "AM", "PM", "II", "III", "IV", "VI", "VII", "VIII", "IX", "NHS", "BBC",
     "ID", "IT", "US", "EU", "HM", "GP")
)  # fmt: skip


def plain_words(package: Package) -> Iterator[Finding]:
    """21: abbreviations are expanded; sentences of more than 25 words are reported. Advice, both."""
    texts = [text_of(paragraph) for _, root in package.stories for paragraph in root.iter("{*}p")]
    text = "\n".join(texts)
    found = dict.fromkeys(word.removesuffix("s") for word in _ABBREVIATION.findall(text))
    for word in found:
        short = re.escape(word)
        written = rf"\b{short}s?( \(|:| =| [–-] | means | stands for )|\({short}s?\)|^{short}$"
        if word not in _KNOWN and not re.search(written, text, re.MULTILINE):
            yield Finding(21, word, f"{word} is nowhere written out in full.", advice=True)
    for said in texts:
        for sentence in re.split(r"(?<=[.!?])[”’)]?\s+|\n", said):
            count = len(sentence.split())
            if count > LONGEST_SENTENCE and "· " not in sentence:
                says = f"A sentence of {count} words; {LONGEST_SENTENCE} at most."
                yield Finding(21, start_of(sentence), says, advice=True)
