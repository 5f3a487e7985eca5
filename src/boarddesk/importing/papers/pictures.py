"""Pictures, charts and diagrams of slides and sheets that say nothing to those who cannot see them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from boarddesk.importing.papers.elements import Element, ancestor, attribute, each
from boarddesk.rules.papers.finding import FindingKind, PaperTrace
from boarddesk.rules.papers.sentences import NO_ALT

_FILE_NAME = re.compile(r"[^\s]*\.(png|jpe?g|gif|bmp|svg|emf|wmf)", re.IGNORECASE)


def without_words(root: Element | None, place: str) -> Iterator[PaperTrace]:
    """Each picture or chart that has no alternative text and is not marked as decoration."""
    for element in each(root, "pic", "graphicFrame"):
        frame = element if str(element.tag).endswith("}graphicFrame") else ancestor(element, "graphicFrame")
        if frame is not None and next(frame.iter("{*}tbl", "{*}pic"), None) is not None:
            continue  # a table is read as text; an embedded object is told as such
        named = next(element.iter("{*}cNvPr"), None)
        words = attribute(named, "descr").strip()
        decorative = named is not None and any(
            attribute(each_one, "val") in ("1", "true") for each_one in named.iter("{*}decorative")
        )
        if not decorative and (not words or _FILE_NAME.fullmatch(words)):
            yield PaperTrace(FindingKind.ACCESSIBILITY, place, what=NO_ALT)
