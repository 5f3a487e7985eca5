"""Left-over placeholders: `to follow`, `TBC`, `XX`, `??`, `[insert name]`; what inserts a clause is none."""

from __future__ import annotations

import re
from typing import Final

_THINGS: Final = (
    "amount|appendix|chart|data|date|details|document|figures?|graph|here|image|link|logo|map|minutes|name|number"
    "|paper|photo|picture|report|signature|table|text|time|title|venue"
)
_WANTS_TO: Final = re.compile(
    r"able|advised|agreed|aims?|allow(?:ed)?|asked|attempt(?:ed)?|continued?|decided|easy|easier|encouraged|enough"
    r"|expect(?:ed)?|fail(?:s|ed)?|going|had|happy|harder?|has|have|how|instructed|likely|need(?:s|ed)?|ought|process"
    r"|procedure|refused?|required|rules?|simple|steps|supposed|told|tried|try(?:ing)?|used|want(?:s|ed)?|way|wish(?:es)?"
)
"""Before `to follow`, these make a sentence of it."""
_SENTENCE: Final = re.compile("i|they|we|you|should|must|who")
_SHORT: Final = 6
_CERTAIN: Final = re.compile(
    r"""
    (?P<bracketed> [\[<{(]\s*(?:please\s+)?(?:insert|attach)\b[^\])>}]{0,80}[\])>}]
      | [\[<{]\s*(?:name|date|time|venue|title|tbc|tba|to\ be\ \w+)\s*[\]>}] )
    | \b[Ii]nsert\b[^.;:!?]{0,40}\bhere\b
    | \b(?:INSERT|ATTACH)\b(?:\s+[\w-]+){1,4}
    | \b(?:TBC|TBA|TBD|tbc|tba|tbd|T\.B\.C\.?)(?!\w)
    | (?<![\w/])X{2,4}(?!\w) | (?<=[£€$])x{2,}(?!\w) | (?<!\w)x{2,}(?=%)
    | (?<!\w)x{2,4}(?=/) | (?<=/)x{2,4}(?!\w)
    | \?{2,}
    | \b(?:[Cc]lick\ or\ tap|[Cc]lick|[Tt]ap)\ here\ to\ (?:enter|add)\b[^.;:]{0,30}
    """,
    re.VERBOSE,
)
_PERHAPS: Final = re.compile(
    r"[\[<{]|xx|\?\?|to follow|to be completed|insert|attach|tb[acd]|t\.b\.c|here to", re.IGNORECASE
)
"""Most paragraphs hold none of these, and are passed over at once."""
_ALONE: Final = re.compile(rf"\W*(?:insert|attach)\s+(?:\w+\s+){{0,2}}(?:{_THINGS})\W*", re.IGNORECASE)
_LAST: Final = re.compile(
    r"\bto follow(?=(?:\s+(?:shortly|separately|soon|later))?\s*$)|\bto be completed(?=\s*$)", re.IGNORECASE
)
_PIECES: Final = re.compile(r"[.;:()\[\]{}\n\t|]|\s[-–—]\s|[-–—](?=\s)")


def placeholders(text: str) -> tuple[str, ...]:
    """The placeholders left in a paragraph or a cell, each as it is written there, in reading order."""
    if not _PERHAPS.search(text):
        return ()
    if _ALONE.fullmatch(text):
        return (text.strip(),)
    found = {match.start(): match[0].strip() for match in _CERTAIN.finditer(text)}
    for start, piece in _pieces(text):
        match = _LAST.search(piece)
        if match and _stands_for_itself(piece[: match.start()]):
            inside = any(begins <= start < begins + len(words) for begins, words in found.items())
            if not inside:
                found[start + match.start()] = match[0]
    return tuple(found[place] for place in sorted(found))


def _pieces(text: str) -> list[tuple[int, str]]:
    """What stands between full stops, brackets and dashes, with where it begins."""
    ends = [match.span() for match in _PIECES.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(at for at, _ in ends), len(text)]
    return [(start, text[start:stop]) for start, stop in zip(starts, stops, strict=True)]


def _stands_for_itself(before: str) -> bool:
    words = re.findall(r"[\w’'-]+", before.casefold())
    if words[-1:] in (["is"], ["are"]):
        return True
    wanted = bool(words) and _WANTS_TO.fullmatch(words[-1])
    return len(words) <= _SHORT and not wanted and not any(map(_SENTENCE.fullmatch, words))
