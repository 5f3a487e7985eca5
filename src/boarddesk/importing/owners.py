"""Names out of a cell that holds several: separated by signs, by lines, or only by what is known of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

SIGNS = re.compile(r"\s*(?:[;/|\n\t•·]|,(?![^()]*\)))\s*")
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
NAME_WORD = re.compile(r"[A-Z][\w'’.-]*|(?:de|da|van|von|der|le|la|al|bin|mc|mac|o')", re.UNICODE)
NOBODY = re.compile(r"(?:tbc|tba|tbd|n/?a|none|vacant|to be confirmed|-+|–+|\?+)\.?", re.IGNORECASE)


def bare_name(name: str) -> str:
    """A name without what stands in brackets behind it."""
    return " ".join(BRACKETED.sub(" ", name).split()).strip(" *.,:-–")


def separated(text: str) -> list[str]:
    """The parts of a cell between commas, slashes, semicolons, lines and the like."""
    cleaned = text.replace("**", "").replace("__", "")
    lines = [" ".join(part.split()) for part in SIGNS.split(cleaned)]
    parts = [part.strip(" *•-–,.:&") for line in lines for part in _joined_people(line)]
    return [part for part in dict.fromkeys(parts) if part]


def _joined_people(line: str) -> list[str]:
    """People joined by “and” are several; a post such as Head of Learning and Achievement is one."""
    parts = JOINED.split(line)
    people = all(2 <= len(part.split()) <= 3 and all(map(_like_a_name, part.split())) for part in parts)
    return parts if people else [line]


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
