"""Whether a name that a document keeps is a person's, or that of an office, a council or a program."""

from __future__ import annotations

import re
from typing import Final

_OF_MANY: Final = re.compile(
    r"\b(council|borough|county|city|district|parish|partnership|board|team|service|services|nhs|icb|trust|office|"
    r"department|directorate|division|unit|school|schools|academy|college|university|ltd|limited|plc|llp|group|panel|"
    r"committee|authority|association|forum|charity|foundation|commission|agency|government|secretary|secretariat|clerk|"
    r"support|admin|administrator|user|users|author|unknown|anonymous|owner|governance|democratic|children|"
    r"education|health|care|communications|business|programme|project|improvement|inclusion|send|cyngor|bwrdd|llywodraeth|"
    r"adran|gwasanaeth|ysgol|region|regional|metropolitan|royal|hm|dfe|ofsted|cqc|hospital|clinic|network|consortium|"
    r"shire|north|south|east|west|northern|southern|eastern|western|greater|central|upper|lower|new|isle|"
    r"microsoft|windows|word|office|libreoffice|openoffice|google|docs|python|docx|python-docx|docxtpl|apache|poi|aspose|"
    r"pandoc|adobe|acrobat|workspace|desktop|system|template|document|default|normal|company|organisation|organization|"
    r"boarddesk|enquiries|staff|leads?|chair|director|officer|manager|head|coordinator|un-named|unnamed|editor|writer)\b",
    re.IGNORECASE,
)
_PLACE: Final = re.compile(
    r"\b(and|upon|on|the|of|under|le|cum|in|for|by|with)\b|&|-(on|upon|le|under|in|by|and|the|cum)-|shire\b|moor\b|mouth\b|"
    r"(?:ham|ton|bury|borough|ford|ley|chester|cester|minster|wick|wich|pool|side|land|field|stead|port|dale|thorpe|by)$",
    re.IGNORECASE,
)
_TITLE: Final = re.compile(
    r"\b(mr|mrs|ms|miss|mx|dr|prof|cllr|councillor|sir|dame|rev|lord|lady)\b\.?", re.IGNORECASE
)
_ACCOUNT: Final = re.compile(r"(?:[\w-]+\\)?[a-z]{1,3}[._-]?[a-z]{2,}\d{0,3}|[\w-]+\\[\w.-]+", re.ASCII)
_MAIL: Final = re.compile(r"[\w.+'-]+@[\w.-]+")


def is_personal(said: str, *, beside: str = "") -> bool:
    """Whether a name is a person's; `beside` is the text it belongs to, which may call it a council's."""
    plain = " ".join(said.split()).strip(" .,;")
    if not plain or len(plain) > 80 or not re.search(r"[^\W\d_]{2}", plain):
        return False
    if _TITLE.match(plain) or _MAIL.search(plain) or "\\" in plain:
        return True
    if _OF_MANY.search(plain) or _is_called_an_office(plain, beside):
        return False
    parts = [part.strip() for piece in re.split("[;,/]", plain) for part in _pair(piece)]
    return any(map(_is_person, parts)) or (len(parts) == 2 and "," in plain)


def _pair(piece: str) -> list[str]:
    """Two people, “Jane Hall and Bob Moss”, and not one place, “Brighton and Hove”."""
    sides = piece.split(" and ")
    return sides if all(len(side.split()) > 1 for side in sides) else [piece]


def _is_person(part: str) -> bool:
    words = part.split()
    if len(words) == 1:
        if part.isupper() or _PLACE.search(part):
            return False
        return bool(_ACCOUNT.fullmatch(part)) or part.istitle() or "." in part or "'" in part
    if len(words) > 4 or re.search(r"\d", part):
        return False
    if re.search(r"\b(and|upon|on|the|of|under|for|with)\b|&", part):
        return False
    return all(
        word[0].isupper() or word.casefold() in ("de", "van", "von", "der", "bin", "al", "ap", "o'")
        for word in words
    )


def _is_called_an_office(plain: str, beside: str) -> bool:
    """“Milton Keynes” where the text speaks of “Milton Keynes City Council”; or an abbreviation."""
    if re.fullmatch(r"[A-Z][A-Za-z]?[A-Z&]+[a-z]?", plain):
        return True
    found = re.findall(rf"(?<!\w){re.escape(plain)}((?:\s+[\w’'-]+){{1,4}})", beside, re.IGNORECASE)
    before = re.findall(rf"((?:[\w’'-]+\s+){{1,4}}){re.escape(plain)}(?!\w)", beside, re.IGNORECASE)
    near = [words for words in found if _OFFICE_NEAR.search(words)]
    near += [
        words
        for words in before
        if re.search(r"(council|board|partnership|trust|borough|city|county)( of)?\s*$", words, re.IGNORECASE)
    ]
    return bool(near)


_OFFICE_NEAR: Final = re.compile(
    r"^(\s+[A-Z][\w’'-]*)*\s+(council|borough|county|city|partnership|board|trust|icb|nhs|school|academy|college|"
    r"university|authority|forum|send|children)\b",
    re.IGNORECASE,
)
