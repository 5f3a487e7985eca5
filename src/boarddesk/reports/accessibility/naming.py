"""Rules 1 and 2: a title that says what the document is, and the language its words are in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from boarddesk.reports.accessibility.finding import Finding
from boarddesk.reports.accessibility.package import Package
from boarddesk.reports.accessibility.reading import DC, W, folded, runs_of, start_of, text_of, value

LANGUAGE = "en-GB"
_OURS = frozenset(("en-gb", "cy-gb", "cy"))
"""The languages that public bodies here write in: English and Welsh."""
_NO_TITLE = re.compile(
    r"(microsoft|office|word|new|blank|untitled|unnamed|document|doc|title|draft|template|report|file|paper|final|copy|"
    r"of|the|v|version|here|insert|enter|type|your|add|click|tap|to|or|text|page|presentation|\W|_|\d)*"
    r"(\.(docx?|docm|dotx?|odt|rtf|pdf))?",
    re.IGNORECASE,
)
_FILE = re.compile(r"\S.*\.(docx?|docm|dotx?|odt|rtf|pdf)", re.IGNORECASE)
_ENGLISH = frozenset(
    ("the", "and", "of", "to", "in", "is", "are", "for", "that", "with", "this", "was", "were",
     "be", "on", "by", "from", "it", "as", "at", "have", "has")
)  # fmt: skip
_WELSH = frozenset(
    ("yn", "y", "yr", "mae", "ac", "ar", "wedi", "gan", "bod", "eu", "ei", "ein", "bydd", "gyda",
     "oedd", "hyn", "neu", "sydd", "cael", "wrth", "drwy", "rhwng", "dros", "gofal", "plant",
     "cynllun", "cymorth", "bwrdd", "er")
)  # fmt: skip
_FEWEST_TO_TELL = 4


def title(package: Package) -> Iterator[Finding]:
    """1: a title that says what the document is, the same as its first heading."""
    said = package.core(f"{DC}title")
    spoken = (each for each in package.paragraphs() if text_of(each).strip())
    first = next(
        (text_of(each) for each in spoken if package.heading_level(each) or package.is_title(each)), ""
    )
    if not said or _NO_TITLE.fullmatch(said) or _FILE.fullmatch(said):
        yield Finding(1, "document properties", "The title is missing or says nothing.")
    elif folded(said) != folded(first):
        yield Finding(1, "document properties", f"The title {start_of(said)} is not the first heading.")


def language(package: Package) -> Iterator[Finding]:
    """2: British English everywhere, or Welsh; words of other languages marked as what they are.

    What only programs keep and nobody hears is worth a look where every word is marked aright.
    """
    spoken = _spoken(package)
    found = [
        finding for marked in sorted(set(spoken) - _OURS - {""}) for finding in _other(marked, spoken[marked])
    ]
    found += [
        finding for marked in sorted(set(spoken) & _OURS) for finding in _misnamed(marked, spoken[marked])
    ]
    right = "" not in spoken and all(finding.advice for finding in found)
    default = None if package.looks.defaults is None else package.looks.defaults.find(f"{W}lang")
    theme = None if package.settings is None else package.settings.find(f"{W}themeFontLang")
    property_ = package.core(f"{DC}language")
    kept = (
        ("the styles", value(default), right),
        ("the settings", value(theme), right and not value(theme)),
        ("document properties", property_, right and (not property_ or property_.startswith("en"))),
    )
    for place, said, advice in kept:
        if said.casefold() not in _OURS:
            says = f"The language is {said or 'not set'}; it must be {LANGUAGE}."
            yield Finding(2, place, says, advice=advice)
    yield from found


def _spoken(package: Package) -> dict[str, list[str]]:
    """The passages of a document by the language each is marked as."""
    found: dict[str, list[str]] = {}
    for _, root in package.stories:
        for paragraph in root.iter(f"{W}p"):
            passages: dict[str, str] = {}
            for run in runs_of(paragraph):
                said = text_of(run)
                if re.search(r"[^\W\d_]", said):
                    marked = value(package.looks.of_run(run, paragraph, "lang", "val")).casefold()
                    passages[marked] = passages.get(marked, "") + said
            for marked, said in passages.items():
                found.setdefault(marked, []).append(said)
    return found


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.casefold())


def _other(marked: str, passages: list[str]) -> Iterator[Finding]:
    """Another language: right for a passage in it, wrong for English words and what cannot be told."""
    few = sum(len(_words(passage)) for passage in passages) < _FEWEST_TO_TELL
    doubted = [
        passage for passage in passages if few or marked.startswith("en") or set(_words(passage)) & _ENGLISH
    ]
    if doubted:
        yield Finding(2, start_of(doubted[0]), f"Some words are marked as {marked}.")
    else:
        yield Finding(
            2, start_of(passages[0]), f"Words are marked as {marked}: see that they are.", advice=True
        )


def _misnamed(marked: str, passages: list[str]) -> Iterator[Finding]:
    """English that is marked as Welsh, and Welsh as English."""
    wrong = _WELSH if marked == "en-gb" else _ENGLISH
    right = _ENGLISH if marked == "en-gb" else _WELSH
    for passage in passages:
        counted = Counter(_words(passage))
        foreign = sum(counted[word] for word in wrong)
        own = sum(counted[word] for word in right)
        if foreign >= 3 and foreign > 3 * own and foreign * 6 >= counted.total():
            is_in = "Welsh" if marked == "en-gb" else "English"
            yield Finding(2, start_of(passage), f"The words are {is_in} and are marked as {marked}.")
            return
