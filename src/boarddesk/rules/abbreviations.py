"""The field's abbreviations, written out at first use, never inside a name or a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

USUAL: Final[Mapping[str, str]] = {
    "KPI": "key performance indicator",
    "SEND": "special educational needs and disabilities",
    "SEN": "special educational needs",
    "EHCP": "education, health and care plan",
    "EHCNA": "education, health and care needs assessment",
    "EHC": "education, health and care",
    "RAG": "red, amber, green",
    "BRAG": "blue, red, amber, green",
    "ICB": "integrated care board",
    "CCG": "clinical commissioning group",
    "CQC": "Care Quality Commission",
    "DfE": "Department for Education",
    "NHSE": "NHS England",
    "LA": "local authority",
    "LGA": "Local Government Association",
    "HWB": "health and wellbeing board",
    "PCF": "parent carer forum",
    "SENCO": "special educational needs coordinator",
    "SENCo": "special educational needs coordinator",
    "SENDIASS": "special educational needs and disabilities information, advice and support service",
    "CAMHS": "child and adolescent mental health services",
    "SEMH": "social, emotional and mental health",
    "DCO": "designated clinical officer",
    "DMO": "designated medical officer",
    "DSCO": "designated social care officer",
    "JSNA": "joint strategic needs assessment",
    "NEET": "not in education, employment or training",
    "PfA": "preparation for adulthood",
    "WSoA": "written statement of action",
    "APP": "accelerated progress plan",
    "TBC": "to be confirmed",
}
"""What readers of these documents meet most; an office's own glossary goes before it."""

_NAME_AFTER: Final = re.compile(r"\s+(?:(?:and|&|for|of|in)\s+)?[A-Z][a-z]")
_POST_BEFORE: Final = re.compile(r"[A-Z]\w+\s+(?:of|for)\s+$")
_WORD_BEFORE: Final = re.compile(r"(?P<stop>^|[.!?:;•–—]\s*|\(\s*)?(?P<word>[\w’'&-]+)\s+$")
_ALREADY: Final = re.compile(r"\s*(?:\(|:\s)")


def written_out(text: str, glossary: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Each abbreviation used, as `KPI: key performance indicator.`; the office's own words come first."""
    known = {**USUAL, **dict(glossary)}
    used = (short for short in known if _mention(short).search(text))
    return tuple(f"{short}: {known[short].rstrip('.')}." for short in used)


def _mention(short: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/&-]){re.escape(short)}(?P<many>s?)(?![\w/&-]|[’']s?\b)")


class FirstUses:
    """Goes through a document from its beginning and writes each abbreviation out once."""

    def __init__(self, glossary: Iterable[tuple[str, str]]) -> None:
        self._left = {**USUAL, **dict(glossary)}

    def expanded(self, text: str, *, most: int = 99) -> str:
        """The text with what it uses first written out behind it: `KPIs (key performance indicators)`."""
        for short in [short for short in self._left if short in text]:
            full = self._left[short].rstrip(".")
            if full.casefold() in text.casefold():
                del self._left[short]
            elif most and (found := _place(short, text)):
                behind = f" ({_many(full) if found.group('many') else full})"
                text, most = text[: found.end()] + behind + text[found.end() :], most - 1
                del self._left[short]
        return text

    def left_in(self, text: str) -> tuple[str, ...]:
        """What the text uses and nobody has written out yet, as sentences; they count as written out now."""
        found = [short for short in self._left if _place(short, text)]
        return tuple(f"{short}: {self._left.pop(short).rstrip('.')}." for short in found)


def _place(short: str, text: str) -> re.Match[str] | None:
    """The first mention that may be written out: not in a name, not in a quotation, not followed by it."""
    found = _mention(short).finditer(text)
    return next((each for each in found if not _is_fixed(text[: each.start()], text[each.end() :])), None)


def _is_fixed(before: str, after: str) -> bool:
    quoted = before.count("“") > before.count("”") or before.rfind("‘") > before.rfind("’")
    inside = quoted or before.count('"') % 2 or before.endswith("(")
    named = _NAME_AFTER.match(after) or _POST_BEFORE.search(before) or _ends_in_name(before)
    return bool(inside or named or _ALREADY.match(after))


def _ends_in_name(before: str) -> bool:
    """Whether the word before has a capital that is not only that of a sentence."""
    found = _WORD_BEFORE.search(before)
    return bool(found and found["stop"] is None and found["word"][:1].isupper())


def _many(full: str) -> str:
    return full if full.endswith("s") else f"{full}s"
