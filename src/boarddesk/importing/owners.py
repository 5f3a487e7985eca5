"""Names out of a cell that holds several: separated by signs, by lines, or only by what is known of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from boarddesk.importing.tables.grid import MOST_TEXTS

SIGNS = re.compile(r"\s*[;/|\n\t•·,](?![^()\[\]]*[)\]])\s*")
"""What separates names; inside brackets it separates nothing: `Participation team (Council/Trust)`."""
BRACKET_BELOW = re.compile(r"[ \t]*\n[ \t]*(?=[(\[][^()\[\]\n]*[)\]])")
"""A line that is only a bracket belongs to the name above it."""
GOES_ON = re.compile(r",[ \t]*\n[ \t]*")
"""A line that ends in a comma goes on in the next."""
ROLE = re.compile(
    r"(?:(?:joint|co-?|strategic|operational|overall|executive|delivery|action|project|main|senior|deputy)"
    r"[ -])*(?:leads?|lead officers?|lead names?|lead agency|support(?:ed by|ing)?|supporting officers?"
    r"|owners?|sponsors?|sros?|accountable|responsible|named officers?|with|partners?|assisted by|led by)"
    r"(?:\(s\))?\s*(?::|\s[-–—]\s)\s*",
    re.IGNORECASE,
)
"""What somebody is to the action, written before the name: it is no part of it."""
JOINED = re.compile(r"\s+(?:and|&|with)\s+")
BRACKETED = re.compile(r"\s*[(\[][^)\]]*[)\]]?\s*")
# Words of posts and bodies: a run of capitals with one of these is no row of people's names.
POSTS = frozenset(
    [
        "academy",
        "adviser",
        "advisor",
        "area",
        "assistant",
        "authority",
        "board",
        "business",
        "ccg",
        "chair",
        "children",
        "childrens",
        "clinical",
        "college",
        "commissioner",
        "commissioning",
        "committee",
        "coordinator",
        "council",
        "deputy",
        "designated",
        "development",
        "director",
        "directors",
        "education",
        "ehc",
        "executive",
        "families",
        "finance",
        "forum",
        "governance",
        "group",
        "head",
        "heads",
        "health",
        "icb",
        "improvement",
        "inclusion",
        "integrated",
        "lead",
        "leads",
        "local",
        "manager",
        "managers",
        "medical",
        "network",
        "nhs",
        "nurse",
        "officer",
        "officers",
        "operations",
        "parent",
        "parents",
        "partnership",
        "performance",
        "practice",
        "primary",
        "principal",
        "programme",
        "project",
        "psychologist",
        "public",
        "quality",
        "school",
        "schools",
        "secondary",
        "senco",
        "send",
        "senior",
        "sen",
        "service",
        "services",
        "social",
        "special",
        "specialist",
        "strategic",
        "strategy",
        "support",
        "team",
        "teams",
        "transport",
        "trust",
        "unit",
        "virtual",
        "working",
        "young",
    ]
)
BODIES = frozenset(
    """council|forum|icb|partnership|police|schools|school|settings|trust|families|parent carer forum
    |the forum|the council|the trust|colleges|providers|partners""".replace("\n    ", "").split("|")
)
"""Words that name a body by themselves."""
UNITS = re.compile(
    r"\b(?:directorate|department|services?|division|partnership|committee|group|board|team)$", re.IGNORECASE
)
NAME_WORD = re.compile(r"[A-Z][\w'’.-]*|(?:de|da|van|von|der|le|la|al|bin|mc|mac|o')", re.UNICODE)
NAMELESS = re.compile(r"(?:tbc|tba|tbd|vacant|to be confirmed)\.?", re.IGNORECASE)
NOBODY = re.compile(r"(?:tbc|tba|tbd|n/?a|none|vacant|to be confirmed|-+|–+|\?+)\.?", re.IGNORECASE)


def bare_name(name: str) -> str:
    """A name without what stands in brackets behind it."""
    return " ".join(BRACKETED.sub(" ", name).split()).strip(" *.,:-–")


@lru_cache(maxsize=MOST_TEXTS)
def separated(text: str) -> tuple[str, ...]:
    """The parts of a cell between commas, slashes, semicolons, lines and the like."""
    cleaned = GOES_ON.sub(", ", BRACKET_BELOW.sub(" ", text.replace("**", "").replace("__", "")))
    if _is_one_body(cleaned):
        return (" ".join(cleaned.split()),)
    lines = [ROLE.sub("", " ".join(part.split()), count=1) for part in SIGNS.split(cleaned)]
    parts = [part.strip(" *•-–,.:&") for line in lines for part in _joined_people(line)]
    return tuple(part for part in dict.fromkeys(parts) if part)


def _is_one_body(text: str) -> bool:
    """Whether commas stand inside one body's name: `Children, Families and Learning Directorate`."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) < 2 or "\n" in text.strip() or not UNITS.search(parts[-1]) or "/" in text or ";" in text:
        return False
    bare = [part for part in parts[:-1] if len(part.split()) <= 2 and part.casefold() not in BODIES]
    return len(bare) == len(parts) - 1 and not any(map(_is_person, parts)) and " and " in parts[-1]


def _joined_people(line: str) -> list[str]:
    """People joined by “and” are several; a post such as Head of Learning and Achievement is one."""
    parts = JOINED.split(line)
    people = [_is_person(part) for part in parts]
    bodies = [part.casefold() in BODIES or (part.isupper() and " " not in part) for part in parts]
    posts = [part[:1].isupper() and bool(POSTS & set(part.casefold().split())) for part in parts]
    told = all(people) or (any(people) and all(map(max, people, bodies, posts)))
    return parts if told else [line]


def _is_person(part: str) -> bool:
    words = bare_name(part).split()
    return 2 <= len(words) <= 3 and all(map(_like_a_name, words))


def known_names(texts: Iterable[str]) -> frozenset[str]:
    """Every name that stands by itself somewhere in the document, to tell run-together names apart."""
    found: set[str] = set()
    for text in texts:
        for part in separated(text):
            name = bare_name(part)
            words = name.split()
            if 2 <= len(words) <= 7 and (len(words) == 2 or _signed(text)):
                found.add(name)
    return frozenset(found)


def _signed(text: str) -> bool:
    """Whether a text tells its names apart by signs, so that a long part of it is one name."""
    return len(SIGNS.split(text.strip())) > 1


@lru_cache(maxsize=MOST_TEXTS)
def split_names(text: str, known: frozenset[str] = frozenset()) -> tuple[tuple[str, ...], str]:
    """The people or bodies in a cell, and a note where they had to be told apart without a sign."""
    names: list[str] = []
    notes: list[str] = []
    for part in separated(text):
        told = _told_apart(part, known)
        names += told
        if len(told) > 1:
            notes.append(f"“{part}” is read as {', '.join(told)}.")
    kept = [name for name in dict.fromkeys(names) if not NOBODY.fullmatch(name)]
    notes += [f"Nobody is named: “{name}”." for name in dict.fromkeys(names) if NAMELESS.fullmatch(name)]
    return tuple(kept), " ".join(notes)


def _told_apart(part: str, known: frozenset[str]) -> list[str]:
    """Names written one after the other: the split with most known names, else pairs of capitalised words."""
    words = part.split()
    if len(words) < 4 or len(words) > 40 or "(" in part or part in known:
        return [part]
    best: list[tuple[float, list[str]] | None] = [(0.0, [])] + [None] * len(words)
    for end in range(1, len(words) + 1):
        for start in range(max(0, end - 7), end):
            before, piece = best[start], " ".join(words[start:end])
            cost = _cost(words[start:end], piece in known)
            if before is None or cost is None:
                continue
            total = before[0] + cost
            if (current := best[end]) is None or total < current[0]:
                best[end] = (total, [*before[1], piece])
    found = best[-1]
    return found[1] if found is not None and len(found[1]) > 1 else [part]


def _cost(words: list[str], known: bool) -> float | None:
    """What taking these words for one name costs; None where they cannot be one."""
    if known:
        return 1 - 0.05 * len(words)
    person = len(words) == 2 and all(_like_a_name(word) for word in words)
    return 1.5 if person else None


def _like_a_name(word: str) -> bool:
    return (
        NAME_WORD.fullmatch(word) is not None
        and word.casefold().strip("'’.") not in POSTS
        and not (word.isupper() and len(word) > 2)
    )
