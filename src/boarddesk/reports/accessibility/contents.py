"""Rule 18: a list of contents in a long document, filled in, true, and a field and not typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from boarddesk.reports.accessibility.finding import Finding
from boarddesk.reports.accessibility.package import Package
from boarddesk.reports.accessibility.reading import (
    Element,
    Field,
    W,
    around,
    fields_of,
    folded,
    start_of,
    text_of,
    truth,
    value,
)

PAGES_WITHOUT_CONTENTS = 6
_LETTERS_OF_A_PAGE = 3_500
_ENTRY = re.compile(
    r"(?P<words>.*?\S)(?:\t+|[ \u00a0]*[.…·_]{3,}[ \u00a0]*|[ \u00a0]{3,})"
    r"[.…·_ \t]*(?P<page>\d{1,3}|[ivx]+)?\s*"
)
_TYPED_ENTRY = re.compile(r"\s*\S.*?(?:\t[.…\t ]*|[ \u00a0]*[.…]{3,}[ \u00a0]*|[ \u00a0]{3,})\d{1,3}\s*")
_BROKEN = re.compile(
    r"No table of (contents|figures) entries|Error! |Update this field|right-click", re.IGNORECASE
)
_FEWEST_TYPED = 3
_LONGEST_LINE = 300


def contents(package: Package) -> Iterator[Finding]:
    """18: a list of contents, filled in and true, when there are more than six pages."""
    listed = [field for field in fields_of(package.body) if field.name == "TOC" and not _is_of_figures(field)]
    typed = [] if listed else _typed(package)
    pages = pages_of(package)
    if typed:
        yield Finding(
            18, start_of(text_of(typed[0])), "The list of contents is typed by hand: insert one that updates."
        )
    elif not listed and pages > PAGES_WITHOUT_CONTENTS:
        yield Finding(18, "the document", f"It has {pages} pages and no list of contents.")
    for field in listed:
        if not field.shown.strip():
            yield Finding(18, "the contents", "The list of contents is empty until someone updates it.")
        elif _BROKEN.search(field.shown):
            yield Finding(18, "the contents", "The list of contents shows an error: update it.")
        else:
            yield from _truth_of(package, field)


def _is_of_figures(field: Field) -> bool:
    return bool(re.search(r"\\[cfa]\b", field.code))


def pages_of(package: Package) -> int:
    """How many pages there are: as its program counted, as its breaks show, or as its letters fill."""
    said = [package.app("Pages")]
    said += [
        field.shown.strip()
        for _, footer in package.frames("footer")
        for field in fields_of(footer)
        if field.name == "NUMPAGES"
    ]
    counted = max((int(pages) for pages in said if pages.isdigit()), default=0)
    rendered = sum(1 for _ in package.body.iter(f"{W}lastRenderedPageBreak")) + 1
    forced = sum(value(each, "type") == "page" for each in package.body.iter(f"{W}br"))
    forced += sum(map(truth, package.body.iter(f"{W}pageBreakBefore"))) + 1
    filled = len(text_of(package.body)) // _LETTERS_OF_A_PAGE
    return max(counted, rendered, forced, filled)


def _typed(package: Package) -> list[Element]:
    """Lines of words, dots or a tab, and a page: written by hand."""
    found: list[Element] = []
    for paragraph in package.paragraphs():
        if around(paragraph, "tc") is not None:
            continue
        said = text_of(paragraph)
        named = package.looks.style_name(paragraph).casefold()
        if not said.strip():
            continue
        lines = [line[:_LONGEST_LINE] for line in said.split("\n") if line.strip()]
        if all(map(_TYPED_ENTRY.fullmatch, lines)) or re.fullmatch(r"toc \d", named):
            found += [paragraph] * len(lines)
        elif len(found) >= _FEWEST_TYPED:
            return found
        elif found:
            found = []
    found = found if len(found) >= _FEWEST_TYPED else []
    return found or _under_its_heading(package)


def _under_its_heading(package: Package) -> list[Element]:
    """The names of headings repeated under the word Contents."""
    headings = {folded(text_of(each)) for each in package.paragraphs() if package.heading_level(each)}
    under: list[Element] | None = None
    for paragraph in package.paragraphs():
        said = folded(text_of(paragraph))
        if re.fullmatch(r"(table of )?contents|in this (report|document|paper)|cynnwys", said.rstrip(":")):
            under = []
        elif under is not None and said:
            bare = re.sub(r"^(\d+[.)]?|[•*-])\s+|[\s.…]*\d*$", "", said)
            if package.heading_level(paragraph) or not {said, bare} & headings:
                break
            under.append(paragraph)
    return under if under and len(under) > 1 else []


def _truth_of(package: Package, field: Field) -> Iterator[Finding]:
    """Whether the entries are the headings of the document, in links that lead to them."""
    entries = _entries(field)
    listed = {_bare(said) for said, _ in entries}
    headings = [
        (level, _bare(folded(text_of(each))), each)
        for each in package.paragraphs()
        if (level := package.heading_level(each)) and text_of(each).strip()
    ]
    strange = sorted(listed - {said for _, said, _ in headings})
    if strange:
        says = f"The contents list {start_of(strange[0])}, which is no heading: update them."
        yield Finding(18, "the contents", says)
    first, last = _levels(field)
    least = min((level for level, said, _ in headings if said in listed), default=last)
    after = _after(package, field)
    for level, said, each in headings:
        if max(first, least) <= level <= last and each in after and said not in listed:
            yield Finding(18, "the contents", f"The contents leave out {start_of(said)}: update them.")
            break
    pages = [int(page) for _, page in entries if page.isdigit()]
    falling = any(before > page for before, page in pairwise(pages))
    if falling or max(pages, default=0) > max(pages_of(package), 1) + 1:
        says = "The pages in the contents are not those of the document: update them."
        yield Finding(18, "the contents", says)
    yield from _leading_nowhere(package, field)


def _bare(said: str) -> str:
    """The words of a heading without a number before them."""
    return re.sub(r"^([\d.]+[.)]?|[a-z][.)])\s+", "", said)


def _levels(field: Field) -> tuple[int, int]:
    said = re.search(r'\\o\s*"?(\d)\s*-\s*(\d)', field.code)
    return (int(said[1]), int(said[2])) if said else (1, 1 if "\\t" in field.code else 9)


def _paragraphs(field: Field) -> list[Element]:
    found = dict.fromkeys(around(each, "p") for each in field.inside)
    return [paragraph for paragraph in found if paragraph is not None]


def _entries(field: Field) -> list[tuple[str, str]]:
    found = []
    for paragraph in _paragraphs(field):
        said = text_of(paragraph).replace("\n", " ")[:_LONGEST_LINE]
        entry = _ENTRY.fullmatch(said)
        words = entry["words"] if entry else said
        page = (entry["page"] or "") if entry else ""
        if "\t" in words:  # the number of a heading stands before a tab of its own
            words = words.replace("\t", " ")
        found.append((folded(words), page))
    return [(said, page) for said, page in found if said]


def _after(package: Package, field: Field) -> set[Element]:
    """The paragraphs that stand after the contents."""
    paragraphs = package.all_paragraphs
    within = set(_paragraphs(field))
    last = max((at for at, each in enumerate(paragraphs) if each in within), default=0)
    return set(paragraphs[last + 1 :])


def _leading_nowhere(package: Package, field: Field) -> Iterator[Finding]:
    marks = {value(each, "name") for each in package.document.iter(f"{W}bookmarkStart")}
    linked = 0
    for paragraph in _paragraphs(field):
        for link in paragraph.iter(f"{W}hyperlink"):
            linked += 1
            anchor = value(link, "anchor")
            if anchor and anchor not in marks:
                yield Finding(
                    18, "the contents", f"The entry {start_of(text_of(link))} leads nowhere: update them."
                )
                return
        for inner in fields_of(paragraph):
            if inner.name in ("PAGEREF", "HYPERLINK"):
                linked += 1
                aims = re.findall(r'PAGEREF\s+"?([^\s"]+)|\\l\s+"?([^\s"]+)', inner.code)
                if any("".join(aim) not in marks for aim in aims):
                    yield Finding(18, "the contents", "An entry leads nowhere: update the contents.")
                    return
    if not linked:
        yield Finding(18, "the contents", "The entries are no links: insert the contents with links.")
