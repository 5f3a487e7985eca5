"""Rule 17: page x of y in every footer, and nothing in header or footer that the text does not say too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from boarddesk.reports.accessibility.finding import Finding
from boarddesk.reports.accessibility.package import Package
from boarddesk.reports.accessibility.reading import (
    DC,
    Element,
    R,
    W,
    fields_of,
    folded,
    start_of,
    text_of,
    truth,
    value,
)

_COUNTS = frozenset(("NUMPAGES", "SECTIONPAGES"))
_APART = re.compile(r"\s[·|•/–—-]\s|\s*\|\s*|\t|\n|_{3,}|\s{3,}")
_PAGES = re.compile(
    r"\W*((page|tudalen|p\.?|pg\.?)\W*)?(\d+|[ivxlc]+)?\W*((of|o|/|out of)\W*\d*)?\W*(pages?)?\W*",
    re.IGNORECASE,
)


def frames(package: Package) -> Iterator[Finding]:
    """17: page x of y in the footer; nothing in header or footer that the text does not say too."""
    for kind, footer in _footers(package):
        yield from _page_numbers(footer, kind)
    body = _plain(f"{package.text} {package.core(f'{DC}title')}")
    for _, frame in (*package.frames("header"), *package.frames("footer")):
        for paragraph in frame.iter(f"{W}p"):
            for said in _APART.split(text_of(paragraph)):
                if _plain(said) and _plain(said) not in body and not _is_known(said):
                    yield Finding(
                        17, f"header or footer {start_of(said)}", "The text itself does not say this."
                    )


def _plain(text: str) -> str:
    return re.sub(r"[^\w£%]+", " ", folded(text)).strip()


def _is_known(said: str) -> bool:
    return bool(_PAGES.fullmatch(said)) or folded(said).startswith(("chair's initials", "page "))


def _footers(package: Package) -> Iterator[tuple[str, Element | None]]:
    """The footers that pages really have, each once; a section without its own has the one before it."""
    targets = {each.id: each.target for each in package.relations(package.main)}
    in_force: dict[str, str] = {}
    seen: set[tuple[str, str]] = set()
    even = package.is_on("evenAndOddHeaders")
    sections = [each for each in package.body.iter(f"{W}sectPr") if not _is_former(each)]
    for section in sections or [package.body]:
        for reference in section.findall(f"{W}footerReference"):
            in_force[value(reference, "type") or "default"] = targets.get(reference.get(f"{R}id", ""), "")
        first = truth(section.find(f"{W}titlePg"))
        for kind in ("default", *(("first",) if first else ()), *(("even",) if even else ())):
            key = (kind, in_force.get(kind, ""))
            if key not in seen:
                seen.add(key)
                yield kind, package.part(in_force.get(kind, ""))


def _is_former(section: Element) -> bool:
    parent = section.getparent()
    return parent is not None and parent.tag == f"{W}sectPrChange"


def _page_numbers(footer: Element | None, kind: str) -> Iterator[Finding]:
    found = [] if footer is None else fields_of(footer)
    for name, names in (("PAGE", frozenset(("PAGE",))), ("NUMPAGES", _COUNTS)):
        fields = [field for field in found if field.name in names]
        if not fields:
            yield Finding(17, f"the {kind} footer", f"The field {name} is missing: “Page 1 of 4”.")
        elif not any(re.search(r"\d|^[ivxlc]+$", field.shown.strip(), re.IGNORECASE) for field in fields):
            yield Finding(17, f"the {kind} footer", f"The field {name} shows nothing until it is updated.")
