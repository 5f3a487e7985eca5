"""Rules 9 to 11: pictures are described and stand in line, and links make sense alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from boarddesk.reports.accessibility.finding import Finding
from boarddesk.reports.accessibility.package import Package
from boarddesk.reports.accessibility.reading import (
    WP,
    Element,
    R,
    V,
    W,
    around,
    fields_of,
    folded,
    local,
    start_of,
    text_of,
)

LONGEST_ALT = 150
_FILE_NAME = re.compile(r".*\.(png|jpe?g|gif|bmp|svg|emf|wmf|tiff?|webp|heic)", re.IGNORECASE)
_NO_ALT = frozenset(
    ("picture", "pictures", "image", "images", "photo", "photograph", "graphic", "chart", "graph", "diagram",
     "figure", "fig", "logo", "icon", "screenshot", "screen", "shot", "shape", "img", "object", "drawing",
     "text", "box", "content", "placeholder", "alt", "alternative", "description", "untitled", "none", "na",
     "blank", "smartart", "rectangle", "line", "group", "table", "map", "bar", "pie", "column", "containing",
     "showing", "of", "a", "an", "the", "this", "is", "here", "and", "with", "clip", "art", "banner", "n")
)  # fmt: skip
_BY_MACHINE = re.compile(
    r"(description|text) (is )?automatically generated|AI-generated content", re.IGNORECASE
)
_VAGUE = frozenset(
    ("click", "clicking", "here", "this", "link", "links", "more", "read", "website", "web", "site",
     "page", "pages", "see", "find", "out", "learn", "info", "information", "detail", "details",
     "download", "view", "open", "visit", "go", "on", "the", "to", "for", "a", "an", "at", "of",
     "in", "please", "press", "tap", "it", "its", "now", "below", "above", "continue", "next",
     "further", "follow", "online", "url", "attached", "attachment", "document", "file", "pdf",
     "word", "get", "access", "that", "there", "us", "start", "back", "about", "our", "my", "you",
     "can")
)  # fmt: skip
_ADDRESS = re.compile(
    r"(?:(?:https?|ftp|file)://|www\.|mailto:|\\\\|[a-z]:\\)\S*"
    r"|\b(?:[\w-]+\.)+(?:uk|com|org|net|eu|io|info|wales|cymru|scot|gov|int)\b(?:/\S*)?",
    re.IGNORECASE,
)
_FILE = re.compile(r"\S+\.(?:pdf|docx?|xlsx?|pptx?|html?|zip|csv)", re.IGNORECASE)


def alternative_text(package: Package) -> Iterator[Finding]:
    """9: every picture says what it shows in 150 characters or is marked as decorative."""
    number = 0
    for where, root in package.stories:
        for picture in root.iter(f"{WP}docPr", f"{V}imagedata"):
            if (
                picture.tag == f"{V}imagedata"
                and next(picture.iterancestors(f"{V}shape", f"{V}rect"), None) is None
            ):
                continue
            number += 1
            place = f"picture {number}" if where == "the text" else f"picture {number} in {where}"
            yield from _described(picture, place)


def _described(picture: Element, place: str) -> Iterator[Finding]:
    if picture.tag == f"{V}imagedata":
        shape = next(picture.iterancestors(f"{V}shape", f"{V}rect"))
        alt = shape.get("alt", "").strip()
        decorative = False
    else:
        alt = picture.get("descr", "").strip()
        decorative = any(local(each) == "decorative" and each.get("val") in ("1", "true")
                         for each in picture.iter())  # fmt: skip
    if decorative:
        return
    words = set(re.findall(r"[^\W\d_]+", alt.casefold()))
    code = bool(re.search(r"\d", alt)) and not re.search("[a-z]{3}", alt)  # as a camera or a program names it
    if words <= _NO_ALT or code or _FILE_NAME.fullmatch(alt):
        yield Finding(9, place, "The picture has no alternative text.")
    elif _BY_MACHINE.search(alt):
        yield Finding(9, place, "The alternative text was made by a machine: say what the picture shows.")
    elif len(alt) > LONGEST_ALT:
        says = f"The alternative text has {len(alt)} characters; {LONGEST_ALT} at most."
        yield Finding(9, place, says)


def pictures_in_line(package: Package) -> Iterator[Finding]:
    """10: pictures stand in line with the text; no text boxes, no watermarks."""
    for _, root in package.stories:
        for each in root.iter():
            tag, name = str(each.tag), local(each)
            if tag == f"{WP}anchor":
                yield Finding(10, "a picture", "A picture floats over the text: place it in line.")
            elif name == "txbxContent" or (name == "textbox" and tag.startswith(V)):
                if name == "txbxContent" or not len(each):
                    says = "Words stand in a text box: move them into the text."
                    yield Finding(10, start_of(text_of(each)), says)
            elif name == "textpath":
                yield Finding(10, "the background", "A watermark lies behind the text: say it in words.")
            elif tag in (f"{V}shape", f"{V}rect", f"{V}group") and _floats(each):
                yield Finding(10, "a picture", "A picture floats over the text: place it in line.")
        for paragraph in root.iter(f"{W}p"):
            if package.looks.of_paragraph(paragraph, "framePr") is not None:
                said = start_of(text_of(paragraph))
                yield Finding(10, said, "Words stand in a frame of their own: move them into the text.")
    ground = package.document.find(f"{W}background")
    if ground is not None and next(ground.iter(f"{V}fill"), None) is not None:
        yield Finding(10, "the background", "A picture lies behind the text.")


def _floats(shape: Element) -> bool:
    placed = "".join(shape.get("style", "").split()).casefold()
    return "position:absolute" in placed and "mso-position-horizontal-relative:char" not in placed


def links(package: Package) -> Iterator[Finding]:
    """11: the words of a link make sense alone."""
    led: dict[str, set[str]] = {}
    for _, root in package.stories:
        for said, target in _links_of(package, root):
            plain = " ".join(said.split())
            if _says_nothing(plain):
                yield Finding(
                    11, f"link {start_of(said)}", "The words of the link do not say where it leads."
                )
            elif target:
                led.setdefault(folded(plain), set()).add(target)
    for said, targets in led.items():
        if len(targets) > 1:
            yield Finding(11, f"link {start_of(said)}", "Links with the same words lead to different places.")


def _says_nothing(plain: str) -> bool:
    if "@" in plain:
        return False
    left = _ADDRESS.sub("", plain)
    words = re.findall(r"[^\W\d_]+", left.casefold())
    return set(words) <= _VAGUE or max(map(len, words)) < 2 or _FILE.fullmatch(plain) is not None


def _links_of(package: Package, root: Element) -> Iterator[tuple[str, str]]:
    """The words of every link and where it leads; those of a list of contents left out."""
    listed = {each for field in fields_of(root) if field.name == "TOC" for each in field.inside}
    top = root.getroottree().getroot()
    own = next((name for name, part in package.parts.items() if part is top), "")
    targets = {each.id: each.target for each in package.relations(own)}
    for link in root.iter(f"{W}hyperlink"):
        if any(each in listed for each in link.iter(f"{W}t")):
            continue
        named = next((each.get("descr", "") for each in link.iter(f"{WP}docPr")), "")
        if text_of(link).strip() or named or next(link.iter(f"{W}drawing", f"{W}pict"), None) is None:
            yield text_of(link) or named, targets.get(link.get(f"{R}id", ""), "")
    for field in fields_of(root):
        if field.name == "HYPERLINK" and around(field.start, "hyperlink") is None:
            if field.inside and field.inside[0] in listed:
                continue
            yield field.shown, " ".join(field.code.split()[1:2])
