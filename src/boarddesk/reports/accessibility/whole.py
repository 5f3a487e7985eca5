"""Rules 1, 2, 9 to 11 and 17 to 22: the document as a whole, its pictures, links, frames and words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from boarddesk.reports.accessibility.package import (
    DC,
    WP,
    Element,
    Finding,
    Package,
    R,
    W,
    folded,
    start_of,
    text_of,
    truth,
    value,
)

LANGUAGE = "en-GB"
LONGEST_ALT = 150
LONGEST_SENTENCE = 25
PAGES_WITHOUT_CONTENTS = 6
_NO_TITLE = re.compile(r"(microsoft )?(word )?(document|untitled|title|doc)?\s*\d*(\.docx?)?", re.IGNORECASE)
_NO_LINK = frozenset(
    ("here", "click here", "click", "link", "this link", "more", "read more", "this", "website")
)
_ADDRESS = re.compile(r"(https?://|www\.)", re.IGNORECASE)
_ABBREVIATION = re.compile(r"\b[A-Z]{2,6}s?\b")
_KNOWN = frozenset(
    ("UK", "GB", "PDF", "OK", "TV", "AM", "PM", "II", "III", "IV", "VI", "NHS", "BBC", "ID", "IT")
)
_FILE_NAME = re.compile(r".*\.(png|jpe?g|gif|bmp|svg|emf|wmf)", re.IGNORECASE)


def title(package: Package) -> Iterator[Finding]:
    """1: a title that says what the document is, the same as its first heading."""
    said = package.core(f"{DC}title")
    first = next((text_of(each) for each in package.paragraphs() if package.heading_level(each)), "")
    if not said or _NO_TITLE.fullmatch(said):
        yield Finding(1, "document properties", "The title is missing or says nothing.")
    elif folded(said) != folded(first):
        yield Finding(1, "document properties", f"The title {start_of(said)} is not the first heading.")


def language(package: Package) -> Iterator[Finding]:
    """2: British English everywhere."""
    default = None if package.defaults is None else package.defaults.find(f"{W}lang")
    settings = package.part("word/settings.xml")
    theme = None if settings is None else settings.find(f"{W}themeFontLang")
    for place, said in (
        ("the styles", value(default)),
        ("the settings", value(theme)),
        ("document properties", package.core(f"{DC}language")),
    ):
        if said != LANGUAGE:
            yield Finding(2, place, f"The language is {said or 'not set'}; it must be {LANGUAGE}.")
    others = {value(each) for each in package.body.iter(f"{W}lang")} - {"", LANGUAGE}
    for other in sorted(others):
        yield Finding(2, "the text", f"Some words are marked as {other}.")


def alternative_text(package: Package) -> Iterator[Finding]:
    """9: every picture says what it shows in 150 characters or is marked as decorative."""
    for number, picture in enumerate(package.document.iter(f"{WP}docPr"), 1):
        alt = picture.get("descr", "").strip()
        decorative = any(str(each.tag).endswith("}decorative") and each.get("val") in ("1", "true")
                         for each in picture.iter())  # fmt: skip
        if decorative:
            continue
        if not alt or _FILE_NAME.fullmatch(alt):
            yield Finding(9, f"picture {number}", "The picture has no alternative text.")
        elif len(alt) > LONGEST_ALT:
            says = f"The alternative text has {len(alt)} characters; {LONGEST_ALT} at most."
            yield Finding(9, f"picture {number}", says)


def pictures_in_line(package: Package) -> Iterator[Finding]:
    """10: pictures stand in line with the text; no text boxes, no watermarks."""
    roots = [package.document, *package.frames("header").values(), *package.frames("footer").values()]
    for root in roots:
        for each in root.iter():
            tag = str(each.tag)
            if tag == f"{WP}anchor":
                yield Finding(10, "a picture", "A picture floats over the text: place it in line.")
            elif tag.endswith("}txbxContent") or tag == f"{W}framePr":
                yield Finding(
                    10, start_of(text_of(each)), "Words stand in a text box: move them into the text."
                )
            elif tag.endswith("}textpath"):
                yield Finding(10, "the background", "A watermark lies behind the text: say it in words.")


def links(package: Package) -> Iterator[Finding]:
    """11: the words of a link make sense alone."""
    for link in package.body.iter(f"{W}hyperlink"):
        said = " ".join(text_of(link).split())
        if not said or said.casefold().rstrip(".") in _NO_LINK or _ADDRESS.match(said):
            yield Finding(11, f"link {start_of(said)}", "The words of the link do not say where it leads.")


def frames(package: Package) -> Iterator[Finding]:
    """17: page x of y in the footer; nothing in header or footer that the text does not say too."""
    footers = package.frames("footer")
    first = truth(package.body.find(f".//{W}sectPr/{W}titlePg"))
    for kind in ("default", "first") if first else ("default",):
        yield from _page_numbers(footers.get(kind), kind)
    body = folded(text_of(package.body))
    for frame in (*package.frames("header").values(), *footers.values()):
        for paragraph in frame.iter(f"{W}p"):
            for said in re.split(r"\s·\s|\t|_{3,}", text_of(paragraph)):
                if folded(said) not in body and not re.match(
                    r"\s*(page \d|chair’s initials)", said.casefold()
                ):
                    yield Finding(
                        17, f"header or footer {start_of(said)}", "The text itself does not say this."
                    )


def _page_numbers(footer: Element | None, kind: str) -> Iterator[Finding]:
    fields = {} if footer is None else dict(_fields(footer))
    for name in ("PAGE", "NUMPAGES"):
        if name not in fields:
            yield Finding(17, f"the {kind} footer", f"The field {name} is missing: “Page 1 of 4”.")
        elif not fields[name].strip():
            yield Finding(17, f"the {kind} footer", f"The field {name} shows nothing until it is updated.")


def _fields(root: Element) -> Iterator[tuple[str, str]]:
    """The name of each field with the result kept in the file; a field's result holds those inside it."""
    for each in root.iter(f"{W}fldSimple"):
        yield (value(each, "instr").split() or [""])[0].upper(), text_of(each)
    under_way: list[list[str]] = []  # name and result of each field that has begun
    for each in root.iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
        kind = value(each, "fldCharType")
        if each.tag == f"{W}t":
            for field in under_way:
                field[1] += each.text or ""
        elif kind == "begin":
            under_way.append(["", ""])
        elif under_way and each.tag == f"{W}instrText":
            under_way[-1][0] = under_way[-1][0] or ((each.text or "").split() or [""])[0]
        elif under_way and kind == "separate":
            under_way[-1][1] = ""
        elif under_way and kind == "end":
            name, shown = under_way.pop()
            yield name.upper(), shown


def contents(package: Package) -> Iterator[Finding]:
    """18: a list of contents, filled in, when there are more than six pages."""
    app = package.part("docProps/app.xml")
    pages = next(
        (each.text or "" for each in (() if app is None else app) if str(each.tag).endswith("}Pages")), ""
    )
    if not (pages.isdigit() and int(pages) > PAGES_WITHOUT_CONTENTS):
        return
    found = [shown for name, shown in _fields(package.body) if name == "TOC"]
    if not found:
        yield Finding(18, "the document", f"It has {pages} pages and no list of contents.")
    elif not any(shown.strip() for shown in found):
        yield Finding(18, "the contents", "The list of contents is empty until someone updates it.")


def protection(package: Package) -> Iterator[Finding]:
    """19: no protection."""
    settings = package.part("word/settings.xml")
    for name in ("documentProtection", "writeProtection"):
        if settings is not None and settings.find(f"{W}{name}") is not None:
            yield Finding(
                19, "the settings", "The document is protected: readers' tools may not reach its text."
            )


def traces(package: Package) -> Iterator[Finding]:
    """20: no comments, tracked changes, hidden text or personal metadata."""
    comments = package.part("word/comments.xml")
    if comments is not None and comments.find(f"{W}comment") is not None:
        yield Finding(20, "the document", "There are comments.")
    changes = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange")
    if any(next(package.body.iter(f"{W}{name}"), None) is not None for name in changes):
        yield Finding(20, "the document", "There are tracked changes.")
    if any(truth(each) for each in package.body.iter(f"{W}vanish")):
        yield Finding(20, "the document", "There is hidden text.")
    core = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
    for tag, name in ((f"{DC}creator", "author"), (f"{core}lastModifiedBy", "last author")):
        if package.core(tag):
            yield Finding(20, "document properties", f"A person's name is kept as the {name}.")


def plain_words(package: Package) -> Iterator[Finding]:
    """21: abbreviations are expanded; sentences of more than 25 words are reported. Advice, both."""
    text = "\n".join(text_of(each) for each in package.paragraphs())
    found = dict.fromkeys(word.rstrip("s") for word in _ABBREVIATION.findall(text))
    for word in found:
        if word not in _KNOWN and not re.search(rf"\b{word}s?( \(|:)|\({word}s?\)", text):
            yield Finding(21, word, f"{word} is nowhere written out in full.", advice=True)
    for paragraph in package.paragraphs():
        for sentence in re.split(r"(?<=[.!?])\s+", text_of(paragraph)):
            count = len(sentence.split())
            if count > LONGEST_SENTENCE and "· " not in sentence:
                says = f"A sentence of {count} words; {LONGEST_SENTENCE} at most."
                yield Finding(21, start_of(sentence), says, advice=True)


def wholeness(package: Package) -> Iterator[Finding]:
    """22: opens without repair: every part reads, every relationship leads somewhere, numbers are single."""
    for name in package.broken:
        yield Finding(22, name, "This part of the file is damaged.")
    for name in [name for name in package.parts if not name.endswith(".rels")]:
        known = dict(package.relations(name))
        for key, target in known.items():
            if target not in package.raw:
                yield Finding(
                    22, name, f"The relationship {key} leads to {target}, which is not in the file."
                )
    known_ids = _relationship_ids(package)
    used = {each.get(key, "") for each in package.document.iter() for key in (f"{R}id", f"{R}embed")} - {""}
    for key in sorted(used - known_ids):
        yield Finding(22, "word/document.xml", f"The relationship {key} does not exist.")
    numbers = [each.get("id", "") for each in package.document.iter(f"{WP}docPr")]
    if len(numbers) != len(set(numbers)):
        yield Finding(22, "word/document.xml", "Two pictures have the same number.")


def _relationship_ids(package: Package) -> set[str]:
    root = package.part("word/_rels/document.xml.rels")
    return set() if root is None else {each.get("Id", "") for each in root}
