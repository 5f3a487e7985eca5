"""Rule 3: real headings, one of level 1, no skips, none empty; and no plain words that pose as one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from boarddesk.reports.accessibility.contrast import size_of
from boarddesk.reports.accessibility.finding import Finding
from boarddesk.reports.accessibility.package import Package
from boarddesk.reports.accessibility.reading import (
    Element,
    around,
    in_table,
    runs_of,
    start_of,
    text_of,
    value,
)
from boarddesk.rules.names.personal import is_personal

LONGEST_HEADING = 100
_LARGER = 2
_FEWEST_SHOUTED = 6
_LONGEST_POST = 6
_MARKED = re.compile(r"^(official|restricted|confidential|exempt|draft|not for publication)\b", re.IGNORECASE)
_OTHER_STYLES = re.compile(
    "title|caption|chart|fact|note|quote|toc|contents|header|footer|signature|closing|salutation|date|"
    "address|short|because|decision|action|emphasis|status|level",
    re.IGNORECASE,
)


def headings(package: Package) -> Iterator[Finding]:
    """3: real headings, one of level 1, no skips, none empty, none longer than 100 characters."""
    previous, titles = 0, 0
    titled = any(package.is_title(each) and text_of(each).strip() for each in package.paragraphs())
    for paragraph in package.paragraphs():
        level = package.heading_level(paragraph)
        if level is None:
            continue
        said = text_of(paragraph).strip()
        place = f"heading {start_of(said)}"
        titles += level == 1
        if not said:
            yield Finding(
                3, f"a heading of level {level}", "A heading has no words: give it some or remove it."
            )
        if len(said) > LONGEST_HEADING:
            yield Finding(3, place, f"The heading has {len(said)} characters; {LONGEST_HEADING} at most.")
        if previous and level > previous + 1:
            yield Finding(3, place, f"Level {level} follows level {previous}: no level may be left out.")
        elif not previous and level > 1 + titled:
            yield Finding(3, place, f"The first heading is of level {level}: begin with level 1.")
        previous = level
    if titled and titles != 1:
        says = "The title is in the style Title, which is no heading: screen readers do not list it."
        yield Finding(3, "the document", says, advice=True)
    elif titles != 1:
        yield Finding(
            3, "the document", f"There are {titles} headings of level 1; there must be exactly one."
        )
    yield from _pretended_headings(package)


def _pretended_headings(package: Package) -> Iterator[Finding]:
    """Words that stand alone, short and heavy, with plain words after them."""
    spoken = [each for each in package.paragraphs() if text_of(each).strip() and not in_table(each)]
    listed = [package.looks.is_listed(each) for each in spoken]
    for number, (paragraph, following) in enumerate(pairwise([*spoken, None])):
        among_items = listed[number] and any(
            listed[max(0, number - 1) : number] + listed[number + 1 : number + 2]
        )
        if paragraph is not None and not among_items and _poses(package, paragraph, following):
            said = text_of(paragraph).strip()
            yield Finding(3, start_of(said), "Bold words stand for a heading: use a heading style.")


def _poses(package: Package, paragraph: Element, following: Element | None) -> bool:
    said = text_of(paragraph).strip()
    named = package.looks.style_name(paragraph)
    if (
        package.heading_level(paragraph) is not None
        or len(said) > LONGEST_HEADING
        or said[-1] in ".;,!"
        or _OTHER_STYLES.search(named)
        or around(paragraph, "txbxContent") is not None
        or not re.search(r"[^\W\d_]{2}", said)
        or (is_personal(said) and _is_a_post(following))
    ):
        return False
    shouted = said.isupper() and re.search(rf"[^\W\d_]{{{_FEWEST_SHOUTED}}}", said) is not None
    asked = said[-1] in ":?"
    if _MARKED.search(said) or not (_is_heavy(package, paragraph) or (shouted and not asked)):
        return False
    if asked or shouted:
        return following is not None and not _is_heavy(package, following) and _goes_on(package, following)
    plain = package.looks.style_of(paragraph) == package.looks.default_style
    return plain or (following is not None and not _is_heavy(package, following))


def _is_a_post(following: Element | None) -> bool:
    """Whether what follows a name says who that is, as under a letter."""
    said = "" if following is None else text_of(following).strip()
    return 0 < len(said.split()) <= _LONGEST_POST and said[-1] not in ".:;!?"


def _goes_on(package: Package, following: Element) -> bool:
    """Whether running text follows, and no list that the words before it open."""
    said = text_of(following).strip()
    return not package.looks.is_listed(following) and len(said.split()) > 2 and not said.isupper()


def _is_heavy(package: Package, paragraph: Element) -> bool:
    """Whether all words are bold, underlined or larger than running text."""
    runs = list(runs_of(paragraph))
    if not runs:
        return False
    looks = package.looks
    links = any(around(run, "hyperlink") is not None for run in runs)
    bold = all(looks.switch(run, paragraph, "b") for run in runs)
    lined = not links and all(value(looks.of_run(run, paragraph, "u")) not in ("", "none") for run in runs)
    large = min(size_of(package, run, paragraph) for run in runs) >= _usual_size(package) + _LARGER
    return bold or lined or large


def _usual_size(package: Package) -> float:
    said = ""
    for style in package.looks.chain(package.looks.default_style):
        said = said or value(style.element.find(".//{*}rPr/{*}sz"))
    if not said and package.looks.defaults is not None:
        said = value(package.looks.defaults.find("{*}sz"))
    return int(said) / 2 if said.isdigit() else 10.0
