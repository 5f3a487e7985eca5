"""Rule 16: plain fonts, large enough, left aligned, no blocks of capitals or italics."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from boarddesk.reports.accessibility.contrast import size_of
from boarddesk.reports.accessibility.finding import Finding
from boarddesk.reports.accessibility.package import Package
from boarddesk.reports.accessibility.reading import (
    Element,
    W,
    in_table,
    runs_of,
    start_of,
    text_of,
    truth,
    value,
)

_SANS = frozenset(
    ("arial", "liberation sans", "helvetica", "helvetica neue", "calibri", "verdana", "tahoma", "segoe ui",
     "segoe ui symbol", "segoe ui emoji", "aptos", "open sans", "trebuchet ms", "noto sans", "dejavu sans",
     "century gothic", "gill sans", "gill sans mt", "carlito", "roboto", "lato", "montserrat", "inter",
     "source sans pro", "source sans 3", "public sans", "nunito", "nunito sans", "poppins", "work sans",
     "fira sans", "ibm plex sans", "ubuntu", "pt sans", "raleway", "barlow", "mulish", "dm sans", "rubik",
     "frutiger", "frutiger lt std", "frutiger lt pro", "fs me", "gds transport", "gds-transport", "univers",
     "myriad pro", "franklin gothic", "franklin gothic book", "corbel", "candara", "lucida sans",
     "lucida sans unicode", "lucida grande", "microsoft sans serif", "ms sans serif", "avenir", "avenir next",
     "futura", "proxima nova", "atkinson hyperlegible", "albert sans", "figtree", "san francisco", "sf pro",
     "bierstadt", "grandview", "seaford", "skeena", "tenorite", "arimo", "cantarell", "droid sans",
     "nimbus sans", "nimbus sans l", "sans-serif", "sans serif", "arial unicode ms", "quicksand", "cabin",
     "karla", "oxygen", "hind", "manrope", "outfit", "lexend", "lexend deca", "readex pro", "sassoon")
)  # fmt: skip
_WEIGHTS = re.compile(
    r"( (light|semilight|semibold|demibold|bold|black|medium|regular|display|nova|heavy|book|text|thin|body|"
    r"headings|std|pro|lt|mt|ps))+$"
)
_SMALLER = re.compile("fact|note|caption|chart|toc|contents|table of figures|source", re.IGNORECASE)
_FRAMES = re.compile("footnote|endnote|header|footer", re.IGNORECASE)
_CHIPS = re.compile("^(status|level) ", re.IGNORECASE)
_NARROWEST = 90
_LONGEST_CENTRED = 20
_FEWEST_CAPITALS = 4
_FEWEST_LETTERS = 15
_FEWEST_ITALICS = 8
_MOST_ITALICS_IN_TEXT = 15


def type_faces(package: Package) -> Iterator[Finding]:
    """16: sans-serif, large enough, left aligned, no blocks of capitals or italics."""
    seen: set[str] = set()
    lying = _on_pages_that_lie(package)
    for where, root in package.stories:
        for paragraph in root.iter(f"{W}p"):
            said = text_of(paragraph)
            if not said.strip():
                continue
            least = 10.0 if where != "the text" else least_size(package, paragraph, lying=paragraph in lying)
            found = [*_fonts(package, paragraph), *_sizes(package, paragraph, least)]
            found += [*_shapes(package, paragraph)] if where == "the text" else []
            for finding in found:
                key = f"{package.looks.style_of(paragraph)} {finding.says}"
                if key not in seen:
                    seen.add(key)
                    yield finding


def _on_pages_that_lie(package: Package) -> set[Element]:
    """The paragraphs of sections whose pages are wider than high."""
    lying: set[Element] = set()
    waiting: list[Element] = []
    for each in package.body.iter(f"{W}p", f"{W}sectPr"):
        if each.tag == f"{W}p":
            waiting.append(each)
        else:
            size = each.find(f"{W}pgSz")
            width, height = value(size, "w"), value(size, "h")
            wider = width.isdigit() and height.isdigit() and int(width) > int(height)
            if value(size, "orient") == "landscape" or wider:
                lying.update(waiting)
            waiting = []
    return lying


def font_of(package: Package, run: Element, paragraph: Element) -> str:
    """The font of a run's Latin letters; what Word takes where none is named."""
    for layer in package.looks.layers(run, paragraph):
        fonts = layer.properties.find(f"{W}rFonts")
        for side in ("ascii", "hAnsi"):
            themed = package.theme.font(value(fonts, f"{side}Theme")) if value(fonts, f"{side}Theme") else ""
            said = themed or value(fonts, side)
            if said:
                return said
    return "Times New Roman"


def _fonts(package: Package, paragraph: Element) -> Iterator[Finding]:
    for run in runs_of(paragraph):
        if not re.search(r"[A-Za-z]", text_of(run)):
            continue
        font = font_of(package, run, paragraph)
        plain = font.split(";")[0].strip().casefold()
        if plain not in _SANS and _WEIGHTS.sub("", plain) not in _SANS:
            yield Finding(
                16, start_of(text_of(run)), f"The font {font} is not one of the plain sans-serif fonts."
            )


def least_size(package: Package, paragraph: Element, *, lying: bool) -> float:
    """The smallest type allowed where a paragraph stands."""
    name = package.looks.style_name(paragraph)
    if in_table(paragraph):
        return 10.0 if lying or _CHIPS.match(name) else 10.5
    if _FRAMES.search(name):
        return 10.0
    return 11.0 if _SMALLER.search(name) else 12.0


def _sizes(package: Package, paragraph: Element, least: float) -> Iterator[Finding]:
    for run in runs_of(paragraph):
        size = size_of(package, run, paragraph)
        if _is_squeezed(package, run, paragraph):
            yield Finding(16, start_of(text_of(run)), "The letters are squeezed together.")
        raised = package.looks.of_run(run, paragraph, "vertAlign")
        if size < least and re.search(r"\w", text_of(run)) and value(raised) in ("", "baseline"):
            yield Finding(
                16, start_of(text_of(run)), f"The type is {size:g} points; {least:g} at least here."
            )


def _is_squeezed(package: Package, run: Element, paragraph: Element) -> bool:
    width = value(package.looks.of_run(run, paragraph, "w")).removesuffix("%")
    return width.isdigit() and int(width) < _NARROWEST


def _shapes(package: Package, paragraph: Element) -> Iterator[Finding]:
    said = text_of(paragraph).strip()
    side = value(package.looks.of_paragraph(paragraph, "jc"))
    backwards = truth(package.looks.of_paragraph(paragraph, "bidi"))
    short = in_table(paragraph) and len(said) <= _LONGEST_CENTRED
    excused = short and (side == "center" or not re.search(r"[^\W\d_]{3}", said))
    if side in ("both", "distribute", "center", "right", "end") and not excused and not backwards:
        yield Finding(16, start_of(said), "The text is not left aligned.")
    if _has_capitals(package, paragraph, said):
        yield Finding(16, start_of(said), "A block of capitals: write it in sentence case.")
    if _has_italics(package, paragraph):
        yield Finding(16, start_of(said), "A block of italics: use upright type.")


def _has_capitals(package: Package, paragraph: Element, said: str) -> bool:
    words = re.findall(r"[^\W\d_]{2,}(?:['’][^\W\d_]+)?", said)
    for upper, together in groupby(words, str.isupper):
        block = list(together)
        letters = sum(map(len, block))
        whole = len(block) == len(words)
        if upper and letters >= _FEWEST_LETTERS and len(block) >= (2 if whole else _FEWEST_CAPITALS):
            return max(map(len, block)) > 5 or len(block) > _FEWEST_CAPITALS
    shown = [
        text_of(run)
        for run in runs_of(paragraph)
        if any(package.looks.switch(run, paragraph, name) for name in ("caps", "smallCaps"))
    ]
    return len(" ".join(shown).split()) >= _FEWEST_CAPITALS - 1


def _has_italics(package: Package, paragraph: Element) -> bool:
    runs = [(text_of(run), package.looks.switch(run, paragraph, "i")) for run in runs_of(paragraph)]
    longest = max(
        (
            len("".join(text for text, _ in together).split())
            for slanted, together in groupby(runs, lambda run: run[1])
            if slanted
        ),
        default=0,
    )
    return longest >= (_FEWEST_ITALICS if all(slanted for _, slanted in runs) else _MOST_ITALICS_IN_TEXT)
