"""Who a row of a register is: the name with what stands beside it, and the sector."""

from __future__ import annotations

import re

from boarddesk.importing.attendance.roles import role_of
from boarddesk.rules.names.spellings import PARTICLES, TITLES
from boarddesk.rules.people import Sector

SECTORS = tuple(
    (re.compile(rf"\b(?:{words})", re.IGNORECASE), sector)
    for words, sector in (
        (r"government|department|dfe|ofsted|nhs england|nhse|ministry|regulator", Sector.GOVERNMENT),
        (r"parent|carer|pcf|famil", Sector.PARENTS_AND_CARERS),
        (r"young|youth|pupil|student|children'?s council", Sector.YOUNG_PEOPLE),
        (r"social|early help|safeguarding", Sector.SOCIAL_CARE),
        (r"health|nhs|icb|ccg|clinical|hospital|camhs|trust", Sector.HEALTH),
        (r"educat|school|academ|college|nurser|early years|send", Sector.EDUCATION),
        (r"other|voluntary|vcse|police|community|council|local authority", Sector.OTHER),
    )
)
BESIDE = re.compile(r"(?P<name>.*\S)\s*[(\[](?P<beside>[^()\[\]]*)[)\]]\s*")
DASHED = re.compile(r"(?P<name>.+?)\s+[–—-]\s+(?P<beside>.+)")
SECTION = re.compile(
    r"\W*(?:(?:voting|non-?voting|core|board|full|standing|expert|independent|co-?opted)\s+)*(?:members?|advis[eo]rs?"
    r"|observers?|guests?|in attendance|attendees?|co-?optees?|officers?|secretariat|invitees?)\W*",
    re.IGNORECASE,
)
OPENING = re.compile(r"^['‘’ʼ`](?=[^\W\d_])")
"""The apostrophe a name may begin with: `'Biodun`, `'t Hooft`."""
BEFORE = re.compile(r"\(\s*(?P<before>[^)]*?)\s*\)\s*(?P<name>[^\W\d_].*)")
NOT_PEOPLE = re.compile(
    r"(?:(?:sub-?)?totals?|numbers?|no\.? of|nos?|attendances?|attended|quor(?:um|ate)|per ?cent(?:ages?)?"
    r"|key|legend|notes?|apologies|present|absent|averages?|members? present|in total|meetings?|date|venue"
    r"|cancel(?:led|lation)?|chaired by|published copy|draft of"
    r"|(?:last )?(?:prepared|compiled|produced|created|updated|kept|maintained|recorded|minuted|checked"
    r"|approved|agreed|signed|issued|circulated|printed|completed|drafted|collated|reviewed|revised|verified)"
    r" (?:by|on)"
    r"|(?:next|last|previous) meeting|n\.b\.)(?![^\W_])",
    re.IGNORECASE,
)
NOTE = re.compile(
    r"n\.? ?b\b|(?:please )?note\b|(?:notes?|sources?|refs?|reference|see)\s*:|foot-?notes?\b|sources?\Z"
    r"|see (?:the|also|above|below|over|notes?|minutes|page|attached)\b|(?:in|ex)clud(?:es|ed|ing)\b"
    r"|(?:strictly )?confidential\b|official\b|restricted\b|version\b|page \d|contact\b|quor(?:um|ate)\b"
    r"|\S+ (?:denotes?|means?|indicates?|signif(?:y|ies)|stands? for)\b|[*†‡§#^¹²³(]",
    re.IGNORECASE,
)
"""How a sentence below a register begins."""
NOTE_BEFORE = re.compile(
    r"(?:n\.? ?b\.?|notes?|sources?|refs?|reference|see|foot-?notes?)\s*:", re.IGNORECASE
)
CONNECTING = re.compile(r"of|for|the|in|on|at|upon", re.IGNORECASE)
SMALL_WORD = re.compile(r"(?!(?:and|or|then|with)\b)[a-zà-ÿ][\w’'-]*[.,;]?")
SURNAME_FIRST = re.compile(r"(?:key|date|no|note|see|source),\s*[^\W\d_]+", re.IGNORECASE)
"""A surname that is also a word of notes, with the first name behind it."""
VACANT = re.compile(
    r"\W*(?:vacant|vacancy|tbc|tba|to be (?:confirmed|appointed)|post vacant).*", re.IGNORECASE
)


def sector_of(text: str) -> Sector | None:
    """The sector a text names."""
    exact = next((sector for sector in Sector if sector.value == text.strip().casefold()), None)
    return exact or next((sector for pattern, sector in SECTORS if pattern.search(text)), None)


def name_and_beside(text: str) -> tuple[str, tuple[str, ...]]:
    """A name and what stands in brackets or after a dash: `Rowan Vale (Chair)`, `Ines Moor – a trust`.

    A title in brackets before a name belongs to it, `(Dr) Ann Able`; a role there stands beside it.
    """
    line, beside = " ".join(text.split()), list[str]()
    before = BEFORE.fullmatch(line)
    if before and all(TITLES.fullmatch(word) for word in re.findall(r"\w+", before["before"].casefold())):
        line = f"{before['before']} {before['name']}".strip()
    elif before and role_of(before["before"]):
        line, beside = before["name"], [before["before"]]
    behind: list[str] = []
    while found := BESIDE.fullmatch(line):
        line, behind = found["name"].strip(), [found["beside"].strip(), *behind]
    if found := DASHED.fullmatch(line):
        line, behind = found["name"].strip(), [found["beside"].strip(), *behind]
    return line, (*beside, *filter(None, behind))


def names_section(text: str) -> bool:
    """Whether a text is nothing but a word for members, advisers, observers and the like."""
    return SECTION.fullmatch(text) is not None


def is_note(text: str) -> bool:
    """Whether a text without marks is a sentence rather than a name or a title: `Figures exclude guests`."""
    if SURNAME_FIRST.fullmatch(text):
        return False
    small = [word for word in _small_words(text) if not CONNECTING.fullmatch(word)]
    return begins_note(text) or bool(small) or re.search(r"\d|:\s*\S", text) is not None


def begins_note(text: str) -> bool:
    """Whether a text begins as a note does and is not somebody called so: `Contact Lee`, `Russell Means`."""
    words = text.split()
    named = 1 < len(words) <= 4 and all(one[:1].isupper() and one[1:2].islower() for one in words)
    return not named and NOTE.match(text) is not None


def is_post_alone(text: str) -> bool:
    """Whether a text is no name by its small words: `Head of SEND`."""
    return bool(_small_words(text))


def _small_words(text: str) -> list[str]:
    """The words in small letters of a text of three words or more that begins with a capital, but `van`."""
    words = name_and_beside(text)[0].split()
    if len(words) < 3 or not words[0][:1].isupper():
        return []
    return [word for word in words[1:] if SMALL_WORD.fullmatch(word) and not PARTICLES.fullmatch(word)]


def is_person(name: str) -> bool:
    """Whether a row's first cell could be somebody's name rather than a sum, a note or a vacancy."""
    plain = name_and_beside(name)[0]
    return (
        bool(plain)
        and len(name.strip()) <= 80
        and OPENING.sub("", plain)[:1].isalpha()
        and "=" not in name
        and re.search(r"[0-9]{3}", plain) is None
        and (SURNAME_FIRST.fullmatch(plain) is not None or not NOT_PEOPLE.match(OPENING.sub("", plain)))
    )
