"""What names one person by itself: a date of birth, an NHS number, a phone, an e-mail address, an address."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from boarddesk.rules.publishing.clue import Clue, ClueKind, Passage, PublicNames
from boarddesk.rules.publishing.sentences import sentences
from boarddesk.rules.publishing.vocabulary import ONE_CHILD

_MONTH: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?"
_DAY: Final = (
    r"(?:\d{1,2}\s?[/.\N{EN DASH}-]\s?\d{1,2}\s?[/.\N{EN DASH}-]\s?(?:\d{4}|\d{2})"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[\s\N{{NO-BREAK SPACE}}-]{_MONTH},?[\s-]\d{{2,4}}"
    rf"|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}})"
)
_LESS: Final = rf"(?:{_DAY}|\d{{1,2}}(?:st|nd|rd|th)?(?: of)?\s{_MONTH}|{_MONTH},?\s\d{{4}})"
_BORN: Final = re.compile(
    r"\b(?:born(?: on| in)?(?: the)?|d\.?\s?o\.?\s?b\.?|date of birth|birth date|birthdate|birthday)"
    rf"(?:\s(?:is|was|as|on|of|in|given as|recorded as|the|falls on))*\s?[:,(]?\s?(?P<day>{_LESS})",
    re.IGNORECASE,
)
_IN_BRACKETS: Final = re.compile(
    rf"\b(?:{'|'.join(sorted(ONE_CHILD))}|young person)\b[^.()]{{0,30}}\((?P<day>{_DAY})\)", re.IGNORECASE
)
_NHS: Final = re.compile(
    r"(?<![\d-])(?<!\d )\d{3}[ \N{NO-BREAK SPACE}\N{EN DASH}.-]?\d{3}"
    r"[ \N{NO-BREAK SPACE}\N{EN DASH}.-]?\d{4}(?![\d-])(?! \d)"
)
_PHONE: Final = re.compile(
    r"(?<![\d/.])(?:\+44[\s-]?(?:\(0\)[\s-]?)?|\(?0)\d(?:[\s().-]{0,2}\d){8,9}(?![\d/])"
)
_EMAIL: Final = re.compile(r"[\w.+’'-]+@[\w-]+(?:\.[\w-]+)+")
_OFFICIAL: Final = re.compile(
    r"(?:\.gov\.uk|\bnhs\.uk|\.nhs\.uk|nhs\.net|\.sch\.uk|\.ac\.uk|\.police\.uk|parliament\.uk)$",
    re.IGNORECASE,
)
_MAILBOX: Final = re.compile(
    r"^(?:info|contact|enquir(?:y|ies)|send|sendiass|office|admin|hello|help|team|board|secretary"
    r"|feedback|press|foi|clerk)\b",
    re.IGNORECASE,
)
_STREETS: Final = (
    "Road|Street|Lane|Avenue|Close|Drive|Way|Crescent|Gardens|Court|Place|Terrace|Grove|Mews|Row|View"
    "|Walk|Square"
    "|Rise|Park|Hill|Rd|St|Ave|Cres|Ln|Dr|Green|End|Villas|Parade|Wharf|Cottages"
)
_STREET: Final = re.compile(
    rf"(?:(?:Flat|Apartment"
    rf"|Unit)\s\w{{1,4}},?\s)?(?<![\d.£])\b\d{{1,4}}[A-Za-z]?,?\s(?:[A-Z][\w’'-]+\s){{1,3}}(?:{_STREETS})\b"
)
_POSTCODE: Final = re.compile(r"\b(?:[A-Z]{1,2}\d[A-Z\d]?[ \N{NO-BREAK SPACE}]?\d[ABD-HJLNP-UW-Z]{2})\b")


def identifiers(passage: Passage, known: PublicNames) -> Iterator[Clue]:
    """Each of them with the sentence it stands in; contacts and places of the office are passed over."""
    for sentence in sentences(passage.text):
        for kind, at, words, why, advice in _found(sentence.text, known):
            yield Clue(
                kind,
                passage.place,
                passage.where,
                words,
                sentence.text,
                at,
                sentence.start + at,
                why,
                advice,
            )


_Found = tuple[ClueKind, int, str, str, str]


def _found(text: str, known: PublicNames) -> Iterator[_Found]:
    for born in (*_BORN.finditer(text), *_IN_BRACKETS.finditer(text)):
        yield (
            ClueKind.BIRTH,
            born.start("day"),
            born.group("day"),
            "A date of birth names one child to whoever knows a few.",
            "Write the year group, or nothing.",
        )
    for number in _NHS.finditer(text):
        if nhs_number_is_valid(number.group()):
            yield (
                ClueKind.NHS_NUMBER,
                number.start(),
                number.group(),
                "Its check digit is that of an NHS number, which names one person.",
                "Leave it out.",
            )
    for kind, pattern, passes, why in _PATTERNS:
        for found in pattern.finditer(text):
            if not passes(found.group(), known):
                yield kind, found.start(), found.group(), why, "Leave it out, or withhold the sentence."


def nhs_number_is_valid(written: str) -> bool:
    """Whether ten digits end in the check digit of the first nine (modulus 11)."""
    digits = [int(letter) for letter in written if letter.isdecimal()]
    if len(digits) != 10 or len(set(digits)) == 1:
        return False
    check = 11 - sum(digit * (10 - place) for place, digit in enumerate(digits[:9])) % 11
    return check != 10 and check % 11 == digits[9]


def _digits(words: str) -> str:
    found = "".join(letter for letter in words if letter.isdecimal())
    return f"0{found.removeprefix('44').removeprefix('0')}"


def _phone_known(words: str, known: PublicNames) -> bool:
    return _digits(words) in {_digits(contact) for contact in known.contacts if "@" not in contact}


def _email_known(words: str, known: PublicNames) -> bool:
    listed = words.casefold() in {contact.casefold() for contact in known.contacts}
    return listed or bool(_OFFICIAL.search(words.strip("."))) or bool(_MAILBOX.match(words))


def _place_known(words: str, known: PublicNames) -> bool:
    folded = words.casefold()
    return any(folded in said.casefold() for said in known.words)


_PATTERNS: Final[tuple[tuple[ClueKind, re.Pattern[str], Callable[[str, PublicNames], bool], str], ...]] = (
    (ClueKind.PHONE, _PHONE, _phone_known, "A telephone number that is nobody’s of this office."),
    (ClueKind.EMAIL, _EMAIL, _email_known, "An e-mail address that is nobody’s of this office."),
    (ClueKind.ADDRESS, _STREET, _place_known, "A house with its street is where somebody lives."),
    (ClueKind.ADDRESS, _POSTCODE, _place_known, "A postcode is a handful of homes."),
)
