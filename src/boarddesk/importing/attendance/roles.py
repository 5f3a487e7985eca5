"""The role a register gives: only where it says a role's own word, never because a job title holds one.

`Head of Advisory Services` advises nobody and `School Administrator` takes no minutes: both are members, and
what is no role is kept as the title of the seat.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from boarddesk.rules.people import Role
from boarddesk.rules.registers.sheet import (
    ANOTHER,
    EXPECTED,
    FOR_QUORUM,
    NOT_EXPECTED,
    NOT_FOR_QUORUM,
)

BOARD = (
    r"(?: (?:of|to) (?:the |this )?(?:(?:send|and|inclusion|local|area|improvement|partnership|strategic) )*"
    r"(?:board|sib))?"
)
CHAIR = r"chair(?:man|woman|person)?s?"
STANDS_BEFORE = r"(?:(?:independent|interim|acting|current|sib|send|improvement|partnership|board|elected) )*"
WORDS: dict[Role, str] = {
    Role.VICE_CHAIR: rf"{STANDS_BEFORE}(?:vice|deputy|dep) ?{CHAIR}{BOARD}|vice",
    Role.CHAIR: rf"{STANDS_BEFORE}(?:co |joint )?{CHAIR}{BOARD}",
    Role.CO_OPTEE: r"co ?opt(?:ees?|ed|ion)(?: (?:member|governor|trustee)s?)?",
    Role.ADVISER: (
        r"(?:(?:dfe|send|nhs|nhse|england|ofsted|cqc|independent|expert|government|external|professional"
        r"|technical|lay|standing|board|departmental|department for education|improvement|and) )*"
        rf"(?:advis[eo]rs?|advisory(?: members?)?){BOARD}"
    ),
    Role.OBSERVER: (
        r"(?:(?:dfe|ofsted|cqc|nhs|england|standing|regular|lay|independent|officers?) )*"
        r"(?:observers?|observing|guests?|in attendance|attendees?|invitees?|invited|non ?members?)"
    ),
    Role.SECRETARY: (
        r"(?:(?:board|committee|minutes?|meeting|acting|interim) )*"
        rf"(?:secretar(?:y|ies|iat)|clerk|minutes?|minute ?takers?|note ?takers?){BOARD}"
    ),
    Role.MEMBER: (
        r"(?:(?:board|core|voting|non voting|full|statutory|standing|elected|appointed|lay|ordinary"
        r"|independent|partner) )*(?:members?|representatives?|trustees?|governors?|partners?)"
        r"|core|voting|non voting"
    ),
}
NAMESAKE = re.compile(rf"{ANOTHER}(?: \((\d+)\))?")
ROLES = tuple((re.compile(words), role) for role, words in WORDS.items())
PLAIN = {role.value for role in Role} | {"advisor", "board member", "core member", "voting member", "guest"}
BESIDE_CHAIR = re.compile(
    r"independent|interim|acting|elected|current|voting|non-?voting|board", re.IGNORECASE
)
OWN_CHAIRS = re.compile(
    r"\b(?:forums?|trusts?|schools?|academ(?:y|ies)|governors|colleges?|federation|charity|network|committee)\b",
    re.IGNORECASE,
)
"""Organisations that have a chair of their own, who sits on this board as a member."""

OF_THIS_BOARD = re.compile(r"\b(?:independent|board|sib)\b", re.IGNORECASE)
FROM_OUTSIDE = re.compile(
    r"\b(?:dfe|department for education|nhs england|nhse|ofsted|cqc|government|independent|external)\b",
    re.IGNORECASE,
)
APART = re.compile(r"\s+[-–—]+\s+|[,;:/()\[\]–—]")
SECTIONS = tuple(
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), role)
    for words, role in (
        (r"co-?opt(?:ees|ed)", Role.CO_OPTEE),
        (r"advis[eo]rs", Role.ADVISER),
        (r"observers|guests|in attendance|attendees|invitees", Role.OBSERVER),
        (r"members|representatives|trustees|governors", Role.MEMBER),
    )
)


@dataclass(frozen=True)
class ReadRole:
    """What a role column says: the role, where it is one, and what of it is the title of the seat.

    `expected` and `for_quorum` are given where the seat is not as usual for its role, and it says so;
    `namesake` counts other people of the name further up.
    """

    role: Role | None = None
    post: str = ""
    expected: bool | None = None
    for_quorum: bool | None = None
    namesake: int = 0


def role_of(text: str) -> Role | None:
    """The role a text is a word for: `Vice-Chair`, `DfE adviser`, `Chair – independent`; None otherwise."""
    parts = [text, *APART.split(text)]
    return next((role for part in parts if (role := _word(part)) is not None), None)


def _word(text: str) -> Role | None:
    plain = " ".join(re.sub(r"[^a-z0-9]+", " ", text.casefold()).split())
    return next((role for pattern, role in ROLES if pattern.fullmatch(plain)), None)


def read_role(text: str) -> ReadRole:
    """The role column of a line; a text that is no role is a title."""
    said = {one.strip().casefold() for one in text.split(",")}
    another = next((found for one in said if (found := NAMESAKE.fullmatch(one))), None)
    flags = {EXPECTED, NOT_EXPECTED, FOR_QUORUM, NOT_FOR_QUORUM, another[0] if another else ""} - {""}
    rest = ", ".join(one.strip() for one in text.split(",") if one.strip().casefold() not in flags)
    return ReadRole(
        role_of(rest),
        "" if rest.casefold() in PLAIN else rest,
        _either(said, EXPECTED, NOT_EXPECTED),
        _either(said, FOR_QUORUM, NOT_FOR_QUORUM),
        int(another[1] or 2) - 1 if another else 0,
    )


def _either(said: set[str], yes: str, no: str) -> bool | None:
    return True if yes in said else False if no in said else None


def post_role(post: str, organisation: str = "") -> Role | None:
    """The role a post speaks of: `Board Secretary`, `DfE SEND Adviser`; None for a job that is none.

    A chair of something else is a member, so a post says so only where it says nothing else. An adviser comes
    from outside: the council's own adviser on something is a member too.
    """
    pieces = [piece for piece in APART.split(post) if piece.strip()]
    roles = dict.fromkeys(filter(None, (_word(text) for text in (post, *pieces))))
    for role in roles:
        rest = [piece for piece in pieces if _word(piece) is not role]
        if role in (Role.CHAIR, Role.VICE_CHAIR):
            if chairs_elsewhere(post, organisation):
                continue
            if _word(post) is role or all(BESIDE_CHAIR.fullmatch(piece.strip()) for piece in rest):
                return role
        elif role is Role.ADVISER:
            if FROM_OUTSIDE.search(f"{post} {organisation}") or post.casefold().strip() in PLAIN:
                return role
        elif role is not Role.MEMBER:
            return role
    return None


def chairs_elsewhere(post: str, organisation: str) -> bool:
    """Whether somebody called chair beside an organisation is more likely the chair of that."""
    return OWN_CHAIRS.search(organisation) is not None and not OF_THIS_BOARD.search(post)


def section_role(title: str) -> Role | None:
    """The role a title inside a register gives the people below it: `DfE and NHS advisers`."""
    found = (role for pattern, role in SECTIONS if pattern.search(title))
    return role_of(title) or next(found, None)


def role_note(text: str, name: str, read: ReadRole) -> str:
    """How the text was understood, where it is not plainly a role's name; empty where it is."""
    if not text or not read.post:
        return ""
    if read.role is None:
        return (
            f"“{text}” is no role on a board: it is the title of the seat, and {name} is taken for a member."
        )
    return f"“{text}” is read as {read.role}."
