"""What stands in the cell of a name: the name, and the post, role or organisation beside, below or behind it.

`Hale, Ann` is a name; `Cara Finch, Parent Carer Forum` is one with an organisation. Two people in one cell
are said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from boarddesk.importing.attendance.roles import role_of
from boarddesk.rules.spellings import AFTER_NAMES, TITLES

POSTS = re.compile(
    r"\b(?:director|head|headteacher|manager|lead|leader|officer|principal|chief|executive|commissioner|nurse"
    r"|co-?ordinator|senco|consultant|teacher|assistant|deputy|cabinet|portfolio|councillor for|governor"
    r"|rep|representative|practitioner|psychologist|therapist|paediatrician|advis[eo]r|secretary|clerk|chair"
    r"|chairman|chairwoman|chairperson|vice-?chair|administrator|analyst|specialist|designated|inspector"
    r"|superintendent|ceo|dcs|dco|dso|gp|independent|interim|acting|member|observer|trustee|advocate)s?\b",
    re.IGNORECASE,
)
ORGANISATIONS = re.compile(
    r"\b(?:council|trust|forum|school|academy|college|university|department|authority|board|services?|hospital"
    r"|partnership|foundation|charity|police|borough|county|city|limited|ltd|cic|network|group|team|surgery"
    r"|practice|care|health|healthcare|healthwatch|education|parents?|carers?|families|children'?s|nhs|icb|ccg"
    r"|dfe|ofsted|cqc|send|camhs|england|voluntary|sector|community|youth|sendiass|nursery|federation)\b",
    re.IGNORECASE,
)
ACRONYM = re.compile(r"[A-Z][A-Z&]{1,6}")
WORD = re.compile(r"[^\W\d_][\w.'’-]*")
PERSON = re.compile(r"(?:[^\W\d_][\w.'’-]*)(?: [^\W\d_][\w.'’-]*){1,3}")
BETWEEN = re.compile(r"\s*/\s*|\s+(?:&|\+|and|then)\s+")
BRACKETS = re.compile(r"\s*\([^)]*\)")
DASHED = re.compile(r"\s+[–—-]\s+")
HOLDING = re.compile(
    r"(?:to|until|till|up to|from|since|left|joined|replac(?:ed|ing|es)|formerly|previously|new|resigned"
    r"|retired|started|ended|maternity|paternity|on leave|cover(?:ing|ed)?|job[ -]?share|term|then|now)\b",
    re.IGNORECASE,
)
"""How words begin that say from when to when somebody held a seat."""
NO_PLACE = re.compile(
    r"(?:she|he|they|her|him|them|ze|xe)(?:\s*/\s*\w+)+|[pvtdaxn]"
    r"|(?:apologies|apols|on-?line|remote(?:ly)?|virtual(?:ly)?"
    r"|(?:on |by |via )?(?:ms )?(?:teams|zoom|phone|telephone)"
    r"|dial(?:led|s)? in|in person|hybrid|absent|present|attend(?:s|ed|ing))\b.*",
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


@lru_cache(maxsize=4096)
def read_name_cell(paragraphs: tuple[str, ...], *, wraps: bool = False) -> NameCell:
    """The cell's name and what stands beside it; `wraps` where it is narrow and a surname may go below."""
    lines = [line for one in paragraphs if (line := " ".join(one.split()))]
    if not lines:
        return NameCell("")
    shared = _shared(lines)
    if shared is not None:
        return shared
    first, rest = _first_line(lines, wraps=wraps)
    before = ROLE_BEFORE.fullmatch(first)
    if before and is_beside(before["role"]) and not is_beside(before["name"]):
        return NameCell(before["name"], (*_pieces([before["role"]]), *_pieces(rest)))
    head, *dashed = DASHED.split(first)
    if dashed and is_beside(head) and _is_person(dashed[0]):
        head, dashed = dashed[0], [head, *dashed[1:]]
    name, behind = _behind_commas(head)
    return NameCell(name, (*behind, *_pieces([*dashed, *rest])))


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
    if is_beside(second) or (len(_words(parts[0])) > 1 and len(WORD.findall(second)) > 2):
        return parts[0], tuple(parts[1:])
    return ", ".join(parts[:2]), tuple(parts[2:])


def _pieces(lines: Iterable[str]) -> Iterable[str]:
    return (part.strip(" ()[]") for line in lines for part in line.split(",") if part.strip(" ()[]"))


def _shared(lines: list[str]) -> NameCell | None:
    """Two people in one cell: a job share, or one after the other."""
    whole = " ".join(lines)
    bare = BRACKETS.sub("", whole)
    names = [one.strip() for one in BETWEEN.split(bare)]
    if len(names) < 2 or not all(map(_is_person, names)):
        return None
    said = f"{' and '.join(names)} stand on one line"
    note = (
        f"{said}: they are taken together for one holder of one seat; for figures of each, give each a line"
    )
    return NameCell(" / ".join(names), note=note)


def is_beside(text: str) -> bool:
    """Whether a text is a role, a post or an organisation rather than part of a name."""
    bare = BRACKETS.sub("", text).strip()
    if AFTER_NAMES.fullmatch(bare.casefold().replace(".", "")):
        return False
    return bool(role_of(bare) or POSTS.search(bare) or ORGANISATIONS.search(bare) or ACRONYM.fullmatch(bare))


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
