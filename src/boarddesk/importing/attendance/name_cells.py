"""What stands in the cell of a name: the name, and the post, role or organisation beside, below or behind it.

`Hale, Ann` is a name; `Cara Finch, Parent Carer Forum` is one with an organisation. Two people in one cell
are said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from boarddesk.importing.attendance.members import NOTE_BEFORE
from boarddesk.importing.attendance.roles import role_of
from boarddesk.importing.tables.grid import MOST_TEXTS
from boarddesk.rules.names.spellings import AFTER_NAMES, PARTICLES, TITLES, kept_name

POSTS = re.compile(
    r"\b(?:director|head|headteacher|manager|lead|leader|officer|principal|chief|executive|commissioner|nurse"
    r"|co-?ordinator|senco|consultant|teacher|assistant|deputy|cabinet|portfolio|councillor for|governor"
    r"|rep|representative|practitioner|psychologist|therapist|paediatrician|advis[eo]r|secretary|clerk|chair"
    r"|chairman|chairwoman|chairperson|vice-?chair|administrator|analyst|specialist|designated|inspector"
    r"|superintendent|ceo|dcs|dco|dso|gp|independent|interim|acting|member|observer|trustee|advocate)s?\b",
    re.IGNORECASE,
)
ORGANISATIONS = re.compile(
    r"\b(?:councils?|trusts?|forums?|schools?|academ(?:y|ies)|colleges?|universit(?:y|ies)|departments?"
    r"|authorit(?:y|ies)|boards?|services?|hospitals?|hospices?|partnerships?|foundation|charit(?:y|ies)|police"
    r"|constabulary|association|commission|agency|alliance|ministry|directorate|federations?|pcf|vcse|vcfse|icp"
    r"|primary|borough|county|city|limited|ltd|cic|networks?|groups?|teams?|surgery|practice"
    r"|care|health|healthcare|healthwatch|education|parents?|carers?|families|children'?s|nhs|icb|ccg|dfe|ofsted"
    r"|cqc|send|camhs|england|voluntary|sector|community|youth|sendiass|nursery)\b",
    re.IGNORECASE,
)
OF_SCHOOLS = re.compile(r"\b(?:independent|designated|interim|acting)\b", re.IGNORECASE)
"""Words of posts that stand in names of organisations too."""
ACRONYM = re.compile(r"[A-Z][A-Z&]{1,6}")
WORD = re.compile(r"[^\W\d_][\w.'’-]*")
PERSON = re.compile(r"(?:[^\W\d_][\w.'’-]*)(?: [^\W\d_][\w.'’-]*){1,3}")
FIRST_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]+")
BETWEEN = re.compile(
    r"\s+(?:&|\+|and\s*/\s*or|and|or|then|with|job[ -]?shar(?:e|es|ed|ing)(?: with)?)\s+|\s*[/;|&]\s*",
    re.IGNORECASE,
)
WITHIN = re.compile(
    r"[(\[]\s*(?:or|and|&|\+|/|with|job[ -]?shar(?:e|es|ed|ing)(?: with)?:?)\s+([^()\[\]]+?)\s*[)\]]",
    re.IGNORECASE,
)
"""Somebody else in brackets: `Jo Rowe (or Kim Poe)`."""
AND_OTHERS = re.compile(
    r"\s+(?P<aside>(?:or|and|&|\+|/) (?:(?:a|an|the|her|his|their) )?(?:(?:named|nominated) )?(?:deputy"
    r"|nominee|rep|representative|substitute|delegate|alternate|colleagues?|guests?))",
    re.IGNORECASE,
)
"""`Jo Rowe or deputy` names nobody but Jo Rowe."""
FOOTMARK = re.compile(
    r"(?:(?P<before>[*†‡§^#¹²³]+)\s*(?=[A-ZÀ-Þ]))?(?P<name>[^\W\d_].*?)\s*(?P<behind>[*†‡§^#¹²³⁴-⁹]+)?"
    r"(?P<brackets>\s*[(\[].*)?"
)
NUMBERED = re.compile(r"(?:[•·▪◦‣●○■–—-]|\d{1,3}(?:\.\d{1,2})*[.)]?|\(\d{1,3}\))\s+(?=[A-ZÀ-Þ'‘’])")
"""The dot or the number of a list before a name; `A.` may be an initial."""
BRACKETS = re.compile(r"\s*\([^)]*\)")
DASHED = re.compile(r"\s+[–—-]\s+")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
HOLDING = re.compile(
    r"(?:no longer|not in post|to|until|till|up to|from|since|left|joined|replac(?:ed|ing|es)|formerly"
    r"|previously|new|resigned|retired|started|ended|maternity|paternity|on leave|cover(?:ing|ed)?"
    r"|job[ -]?share|term|then|now)\b"
    rf"|(?=.*(?:\d[./]\d|\d{{4}}|{MONTH}\W+(?:{MONTH}|\d)))(?:{MONTH}\b|(?:spring|summer|autumn|winter"
    r"|term|only|to|and|present|onwards?)\b|[\d\s/.,'’–—-])+$",
    re.IGNORECASE,
)
"""How words begin that say from when to when somebody held a seat, and bare dates."""
NO_PLACE = re.compile(
    r"(?:she|he|they|her|him|them|ze|xe)(?:\s*/\s*\w+)+|[pvtdaxn]"
    r"|(?:apologies|apols|on-?line|remote(?:ly)?|virtual(?:ly)?"
    r"|(?:on |by |via )?(?:ms )?(?:teams|zoom|phone|telephone)"
    r"|dial(?:led|s)? in|in person|hybrid|absent|present|attend(?:s|ed|ing))\b.*"
    r"|[*†‡§^#¹²³⁴-⁹]+|\d{1,2}|tbc|tba|n[ée]e\b.*|(?:aka|also|known as|formerly known)\b.*"
    r"|(?:or|and|&|\+|/) (?:(?:a|an|the|her|his|their) )?(?:(?:named|nominated) )?(?:deputy|nominee|rep\b"
    r"|representative|substitute|delegate|alternate|colleague|guest).*",
    re.IGNORECASE,
)
"""What stands beside a name and is no organisation: how to speak of somebody, how they attend, a mark."""
ROLE_BEFORE = re.compile(r"(?P<role>[^:]{2,80}):\s*(?P<name>\S.*)")


@dataclass(frozen=True)
class NameCell:
    """The name with any brackets, what else the cell says of its person, and what is to be said of it."""

    name: str
    beside: tuple[str, ...] = ()
    note: str = ""


@lru_cache(maxsize=MOST_TEXTS)
def read_name_cell(paragraphs: tuple[str, ...], *, wraps: bool = False) -> NameCell:
    """The cell's name and what stands beside it; `wraps` where it is narrow and a surname may go below."""
    lines = [line for paragraph in paragraphs if (line := " ".join(paragraph.split()))]
    if not lines:
        return NameCell("")
    lines[0] = without_number(lines[0])
    if NOTE_BEFORE.match(lines[0]):
        return NameCell(" ".join(lines))
    if (shared := _shared(lines)) is not None:
        return shared
    lines, beside = _without_asides(lines)
    first, rest = _first_line(lines, wraps=wraps)
    before = ROLE_BEFORE.fullmatch(first)
    if before and is_beside(before["role"]) and not is_beside(before["name"]):
        return NameCell(before["name"], (*_pieces([before["role"]]), *_pieces(rest), *beside))
    head, *dashed = DASHED.split(first)
    if dashed and is_beside(head) and _is_person(dashed[0]):
        head, dashed = dashed[0], [head, *dashed[1:]]
    name, behind = _behind_commas(head)
    beside = (*_pieces([*behind, *dashed, *rest]), *beside)
    shared = _shared([name]) if beside else None
    return replace(shared, beside=(*beside, *shared.beside)) if shared else NameCell(name, beside)


def without_number(text: str) -> str:
    """A line without the dot or the number of a list before it: `1. Ann Hale`, `• Ann Hale`."""
    found = NUMBERED.match(text)
    return text[found.end() :] if found else text


def _without_asides(lines: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """The lines without a foot mark, `or deputy` and `/ Chair` at the name: these stand beside it."""
    first, beside = lines[0], list[str]()
    if found := AND_OTHERS.search(first):
        first, beside = first.replace(found[0], ""), [found["aside"]]
    found = FOOTMARK.fullmatch(first)
    if found and (found["before"] or found["behind"]):
        first = f"{found['name']}{found['brackets'] or ''}"
        beside += filter(None, (found["before"], found["behind"]))
    whole = re.split(r"\s*[/|;]\s*", BRACKETS.sub("", first))
    people = [one for one in whole if _is_person(one)]
    if len(people) == 1 < len(whole) and all(is_beside(one) for one in whole if one not in people):
        first, beside = (
            people[0],
            [*(one for one in whole if one not in people), *_in_brackets(first), *beside],
        )
    return [first, *lines[1:]], tuple(beside)


def _first_line(lines: list[str], *, wraps: bool) -> tuple[str, list[str]]:
    """The line of the name: the first, joined with the next where it is only half a name."""
    first, rest = lines[0], lines[1:]
    if not rest:
        return first, rest
    if is_beside(first) and _is_person(rest[0]):
        return rest[0], [first, *rest[1:]]
    lone = len(WORD.findall(rest[0])) == 1 and not is_beside(rest[0]) and "(" not in rest[0]
    if (len(_words(first)) < 2 and not is_beside(rest[0])) or (wraps and lone) or first.endswith(","):
        return f"{first} {rest[0]}", rest[1:]
    return first, rest


def _behind_commas(line: str) -> tuple[str, tuple[str, ...]]:
    """`Surname, First` stays whole; a post or an organisation behind a comma stands beside the name."""
    bare = BRACKETS.sub(lambda one: one.group(0).replace(",", "\0"), line)
    parts = [one.strip().replace("\0", ",") for one in bare.split(",") if one.strip()]
    if len(parts) < 2:
        return line, ()
    second = BRACKETS.sub("", parts[1])
    if AFTER_NAMES.fullmatch(second.casefold().replace(".", "")):
        return ", ".join(parts[:2]), tuple(parts[2:])
    says_when = HOLDING.match(second) or NO_PLACE.fullmatch(second)
    if is_beside(second) or (len(_words(parts[0])) > 1 and says_when):
        return parts[0], tuple(parts[1:])
    if len(_words(parts[0])) > 1 and len(WORD.findall(second)) > 2:
        return parts[0], tuple(parts[1:])
    return ", ".join(parts[:2]), tuple(parts[2:])


def _pieces(lines: Iterable[str]) -> Iterator[str]:
    """What stands beside a name, piece by piece: between commas, in brackets and before them."""
    for line in lines:
        for text in (BRACKETS.sub("", line), *_in_brackets(line)) if not line.startswith("(") else [line]:
            yield from (part.strip(" ()[]") for part in text.split(",") if part.strip(" ()[]"))


def pieces_of(text: str) -> list[str]:
    """What stands in one pair of brackets, apart at its commas unless all of it may be an organisation."""
    pieces = [one.strip() for one in re.split(r"[,;]", text) if one.strip()]
    apart = any(
        HOLDING.match(piece) or NO_PLACE.fullmatch(piece) or role_of(piece) or is_post(piece)
        for piece in pieces
    )
    return pieces if apart else [text]


def _in_brackets(text: str) -> list[str]:
    return [one.strip(" ()") for one in BRACKETS.findall(text)]


def _shared(lines: list[str]) -> NameCell | None:
    """Two people in one cell: a job share, or one after the other."""
    whole = WITHIN.sub(r" / \1", " ".join(lines))
    names = _names_of_all(BRACKETS.sub("", whole))
    if not names:
        return None
    beside = tuple(
        dict.fromkeys(
            one for one in _in_brackets(whole) if not (HOLDING.match(one) or NO_PLACE.fullmatch(one))
        )
    )
    note = (
        f"{' and '.join(names)} stand on one line: they are taken together for one holder of one seat; for "
        "figures of each, give each a line"
    )
    lost = (
        f"; {' and '.join(f'“{one}”' for one in beside)} beside them are not taken in" if beside[1:] else ""
    )
    return NameCell(" / ".join(names), beside if len(beside) == 1 else (), note + lost)


def _names_of_all(text: str) -> list[str]:
    """The names of two people or more: `Ann & Bob Hale` share a surname; nothing where it is one name."""
    parts = [one.strip() for one in BETWEEN.split(text)]
    if len(parts) < 2:
        return []
    parts = [name for part in parts for name in _listed(part)]
    if _is_person(parts[-1]) and re.search(r"\s(?:&|\+|and)\s|&", text, re.IGNORECASE):
        surname = _surname(parts[-1])
        parts = [*(one if " " in one else f"{one} {surname}" for one in parts[:-1]), parts[-1]]
    if all(map(_is_person, parts)):
        return parts
    alone = all(FIRST_NAME.fullmatch(one) and not is_beside(one) for one in parts)
    return parts if alone and re.search(r"[/&]", text) else []


def _surname(name: str) -> str:
    """The last word of a name with the small words before it."""
    words = name.split()
    at = len(words) - 1
    while at > 1 and PARTICLES.fullmatch(words[at - 1].casefold()):
        at -= 1
    return " ".join(words[at:])


def _listed(part: str) -> list[str]:
    """`Rowe, Jo` is one name, `Jo Rowe, Kim Poe` of three people are two."""
    pieces = [one.strip() for one in part.split(",") if one.strip()]
    if len(pieces) > 1 and all(map(_is_person, pieces)):
        return pieces
    return [kept_name(part, surname_first=True)]


def is_beside(text: str) -> bool:
    """Whether a text is a role, a post or an organisation rather than part of a name."""
    bare = BRACKETS.sub("", text).strip()
    if AFTER_NAMES.fullmatch(bare.casefold().replace(".", "")):
        return False
    return bool(role_of(bare) or POSTS.search(bare) or ORGANISATIONS.search(bare) or ACRONYM.fullmatch(bare))


def is_organisation(text: str) -> bool:
    """Whether a text that stands alone reads as an organisation; `Mike England` is somebody."""
    spoken = any(one[0].casefold() != "england" for one in ORGANISATIONS.finditer(text))
    return spoken and not POSTS.search(OF_SCHOOLS.sub("", text))


def may_be_somebody(text: str) -> bool:
    """Whether a text may be somebody's whole name: two words or more with capitals."""
    small = (word for word in text.split() if not word[0].isupper() and not PARTICLES.fullmatch(word))
    return _is_person(text) and not any(small)


def is_post(text: str) -> bool:
    """Whether a text is a job rather than an organisation."""
    return POSTS.search(text) is not None


def _is_person(text: str) -> bool:
    return PERSON.fullmatch(text) is not None and not is_beside(text)


def _words(text: str) -> list[str]:
    """The words of a name without its titles."""
    return [
        one for one in WORD.findall(BRACKETS.sub("", text)) if not TITLES.fullmatch(one.casefold().strip("."))
    ]
