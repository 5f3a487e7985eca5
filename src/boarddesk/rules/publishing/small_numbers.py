"""Counts of children so small that a reader could tell who they are, and the totals that give one away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from boarddesk.rules.publishing.clue import Clue, ClueKind, Passage
from boarddesk.rules.publishing.sentences import Sentence, sentences
from boarddesk.rules.publishing.vocabulary import CASES, CHILD_WORDS, CHILDREN, NUMBER_WORDS, ONE_CHILD
from boarddesk.rules.wording import number

_LETTERS: Final = "|".join(sorted(map(re.escape, NUMBER_WORDS), key=len, reverse=True))
_COUNT: Final = re.compile(
    rf"(?<![\w.,/:£$€§#\N{{EN DASH}}-])(?:(?:(?:just|only) )?(?P<figure>\d{{1,5}}(?:,\d{{3}})?)"
    rf"|(?P<word>{_LETTERS}))"
    r"(?![\w%°]|[.,:/]\d|[\N{EN DASH}-]\d|\s?(?:per cent|percent|percentage|am\b|pm\b|%))",
    re.IGNORECASE,
)
_NOT_COUNTED: Final = re.compile(
    r"(?<!last )(?<!this )(?<!next )(?<!each )(?<!that )(?<!every )\b(?:year|years|yr|class|item|items"
    r"|paper|papers|table|figure|page|pages|section|version|phase|tier|band|level|stage|"
    r"key stage|ks|grade|outcome|area|goal|recommendation|action|actions|risk|risks|kpi|objective|workstream|"
    r"paragraph|para|appendix|annex|quarter|term|week|room|aged|age|ages|priority|priorities|step|number"
    r"|no\.?|"
    r"line|row|column|chapter|part|point|points|option|strand|standard|theme|unit|group|set|slide"
    r"|question|decision|reference|ref|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|"
    r"under|over|version|model|cohort|wave|type|schedule|rule|article|act|pillar|question|than|least"
    r"|most|more than|fewer than|less than|minute)s?\s$",
    re.IGNORECASE,
)
_RATE: Final = re.compile(
    r"^\s(?:\w+\s)?(?:in|out of every)\s(?:\d|two|three|four|five|six|seven|eight|nine|ten|every)", re.I
)
_ORDINAL_MONTH: Final = re.compile(
    r"^(?:\s(?:and|to|or)\s\d{1,2})?\s(?:january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.I,
)
_FEWER: Final = re.compile(
    r"\b(?:fewer|less|more|under|over|at least|at most|up to|no more|not more)\s(?:than\s)?$", re.I
)
_CHILD_NOUNS: Final = (
    CHILDREN
    | (ONE_CHILD - {"twins"})
    | {
        "families",
        "family",
        "siblings",
        "parents",
        "carers",
        "person",
        "people",
        "adults",
        "learners",
        "twins",
    }
)
_ADULT: Final = frozenset({"parents", "carers", "people", "person", "adults", "family", "families"})
_UNITS_LISTED: Final = """
    week weeks day days month months year years hour hours minute minutes term terms meeting meetings
    school schools setting settings post posts member members officer officers action actions risk risks
    report reports paper papers partner partners organisation organisations priority priorities area areas
    way ways step steps theme themes stage stages question questions point points item items visit visits
    session sessions service services team teams trust trusts council councils academy academies therapist
    therapists nurse nurses teacher teachers sendco senco sencos sendcos psychologist psychologists lead
    leads workshop workshops event events page pages recommendation recommendations strand strands
    plan-writers panel panels board boards policy policies kpi kpis milestone milestones pilot pilots site
    sites clinic clinics ward wards hub hubs pounds million vacancy vacancies staff mile miles governor
    governors representative representatives rep reps survey surveys case-workers caseworker caseworkers
    coordinator coordinators cycle cycles draft drafts version versions letter letters email emails phase
    phases condition conditions change changes objective objectives working calendar half quarter quarters
    third thirds tenth tenths fifth fifths others units unit provider providers provision provisions place
    places area-wide national local secondary primary special mainstream commissioner commissioners
    apologies deputies reason reasons issue issues measure measures
"""
_UNITS: Final = frozenset(_UNITS_LISTED.split()) - {
    "special",
    "mainstream",
    "secondary",
    "primary",
    "local",
    "national",
    "half",
}
_OF_A_YEAR: Final = re.compile(
    r"(?:\b(?:year|key stage|class)\s(?:\d{1,2}|\w{3,6}(?=\s))|\bY\d{1,2}|\bKS\d|\w+-years?-olds?)\s?", re.I
)
_ELLIPTIC: Final = re.compile(
    r"^(?:\s(?:were|was|are|is|have|has|had|remain|remained|remains|waited|wait|waits|left|moved|attend"
    r"|attended|"
    r"live|lived|lives|at|in|with|without|still|also|did|do|does|now|returned|received|lost|went|came"
    r"|needed|need|"
    r"on|under|from|out|and|or|to|said|went|took|chose|\w+ed|who|whose|never|could|will|joined|started"
    r"|started|got|of (?:them|these|those|whom|the\b|"
    r"our\b))\b|\s?[.,;:)!?]|\s?$|\s\()",
    re.IGNORECASE,
)
_SERVICE: Final = re.compile(
    r"[’']s?\s(?!(?:EHC|plans?|cases?|appeals?|placements?|needs|families|parents|places|own|names|homes)\b)",
    re.I,
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_OF: Final = re.compile(
    rf"^\s(?:out )?of (?:the |our |these |those |all )?(?P<total>\d{{1,4}}|{_LETTERS})\b(?P<rest>.*)$",
    re.I | re.S,
)
_STOPS_LISTED: Final = """
    of at in on with without from for to and or but who whose that which were was are is have had has per
    by than as
"""
_STOPS: Final = frozenset(_STOPS_LISTED.split())
_SINGLE: Final = re.compile(r"^(?:one|a single|just one|only one|1)$", re.IGNORECASE)
_NOT_ONE: Final = re.compile(
    r"^\s?-to-|^\s(?:of the (?:reasons|priorities|aims|purposes|main)|to one|thing|hand|another|or two"
    r"|by one)\b",
    re.IGNORECASE,
)
_GIVEN_TOTAL: Final = re.compile(
    r"\b(?P<part>\d{1,4})\s(?:out )?of (?:the |our |all )?(?P<total>\d{1,4})\s(?P<rest>[^.;]{0,60})",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Count:
    """A number as written in a sentence, and how much it is."""

    at: int
    words: str
    value: int


def under(threshold: int) -> str:
    """`fewer than five`: what is printed in place of a count under the threshold."""
    return f"fewer than {number(threshold)}"


def small_numbers(passage: Passage, threshold: int) -> Iterator[Clue]:
    """Counts of children under a threshold; 0 looks for none. Nobody is not a small number."""
    for sentence in sentences(passage.text) if threshold > 1 else ():
        pointed: set[int] = set()
        for count in _counts(sentence.text):
            if 0 < count.value < threshold and _counts_children(count, sentence.text):
                pointed.add(count.at)
                yield _small(passage, sentence, count, threshold)
        for left in _left_over(sentence.text, threshold):
            if left.at not in pointed:
                yield _gives_away(passage, sentence, left, threshold)


def _counts(text: str) -> Iterator[_Count]:
    for found in _COUNT.finditer(text):
        figure = found.group("figure")
        if figure is None:
            yield _Count(found.start(), found.group(), NUMBER_WORDS[found.group().casefold()])
        else:
            yield _Count(found.start("figure"), figure, int(figure.replace(",", "")))


def _counts_children(count: _Count, text: str) -> bool:
    before, after = text[: count.at], text[count.at + len(count.words) :]
    if _NOT_COUNTED.search(before) or _FEWER.search(before) or _ORDINAL_MONTH.search(after):
        return False
    if _NOT_ONE.search(after) or _RATE.search(after) or after.startswith("-"):
        return False
    if (
        count.words.casefold() == "one"
        and _ELLIPTIC.match(after)
        and not re.match(r"^\s(?:out )?of\b", after)
    ):
        return bool(re.match(r"^of the\b", before, re.IGNORECASE)) and _noun_is_child(after, text, before)
    if part := _OF.match(after):
        return _noun_is_child(part["rest"], text, before)
    if re.search(r"\b(?:of|in) (?:the |our |all )?(?:every )?$", before, re.IGNORECASE) and re.search(
        r"\b(?:one|in|\d) (?:of|in) (?:the |our )?$", before
    ):
        return False
    return _noun_is_child(after, text, before)


def _noun_is_child(after: str, text: str, before: str) -> bool:
    """Whether the noun a number counts is a child, or is left out where children were spoken of."""
    after = _OF_A_YEAR.sub("", after)
    for place, found in enumerate(_WORD.finditer(after[:70])):
        gap = after[: found.start()]
        if re.search(r"[.;:!?()]|,\s(?!\w+\s(?:\w+\s)?(?:children|pupils|boys|girls))", gap) or place > 5:
            break
        word = re.sub(r"[’']s?$", "", found.group().casefold())
        if word in CASES and (_lowered(text) & CHILD_WORDS or not place):
            return bool(_lowered(text) & CHILD_WORDS)
        if word in _CHILD_NOUNS:
            if word in _ADULT and re.match(r"[’']", after[found.start() + len(word) :]):
                continue  # `two parents’ appeals`: the appeals are counted
            if word in _ADULT and word not in ("family", "families"):
                return bool(re.search(r"\byoung(?:er)?\s$", after[: found.start()], re.I))
            rest = after[found.start() + len(word) :]
            follows = rest[:30].lstrip().casefold()
            return not re.match(
                r"(?:and \w+ )?(?:representatives?|reps?|forums?|events?|survey|workshops?|centres?"
                r"|health|services?|co-?chairs?|councillors?)\b",
                follows,
            ) and not _SERVICE.match(rest)
        if word in ("ehcp", "ehcps") or (
            word in ("ehc", "plans") and "ehc plan" in after.casefold()[: found.end() + 7]
        ):
            return True
        if word in _UNITS:
            return False
        if word in _STOPS:
            break
    if not _ELLIPTIC.match(after):
        return False
    return _children_before(before, after)


def _children_before(before: str, after: str) -> bool:
    spoken = _lowered(before) & (CHILDREN | {"ehcps"}) or re.search(
        r"\byoung people\b|\bEHC plans\b", before, re.I
    )
    of_them = re.match(r"^\sof (?:them|these|those|whom)\b", after)
    return bool(spoken) and (
        not re.search(r"\b(?:schools|settings|meetings|weeks|teams|services)\b[^,;:]*$", before, re.I)
        or bool(of_them)
    )


def _lowered(text: str) -> set[str]:
    return {re.sub(r"[’']s?$", "", word.casefold()) for word in _WORD.findall(text)}


def _left_over(text: str, threshold: int) -> Iterator[_Count]:
    """`20 of the 24 pupils`: what is left of the total is the small number."""
    for found in _GIVEN_TOTAL.finditer(text):
        part, total = int(found["part"]), int(found["total"])
        if 0 < total - part < threshold <= part and _noun_is_child(
            f" {found['rest']}", text, text[: found.start()]
        ):
            yield _Count(found.start("part"), text[found.start("part") : found.end("total")], total - part)


def _small(passage: Passage, sentence: Sentence, count: _Count, threshold: int) -> Clue:
    single = _SINGLE.match(count.words)
    least = number(threshold)
    schooled = " and a school" if re.search(r"\bschool\b", sentence.text, re.IGNORECASE) else ""
    return Clue(
        ClueKind.SMALL_NUMBER,
        passage.place,
        passage.where,
        count.words,
        sentence.text,
        count.at,
        sentence.start + count.at,
        f"{count.words} is under {least}, the least this board publishes, and counts children{schooled}. "
        "Readers who know the place could tell who they are.",
        f"Write “{under(threshold)}”."
        if not single
        else f"Write “{under(threshold)}”, or withhold the sentence.",
        under(threshold),
    )


def _gives_away(passage: Passage, sentence: Sentence, count: _Count, threshold: int) -> Clue:
    return Clue(
        ClueKind.SMALL_NUMBER,
        passage.place,
        passage.where,
        count.words,
        sentence.text,
        count.at,
        sentence.start + count.at,
        f"The total gives it away: {count.words} leaves {count.value}, which is under {number(threshold)}.",
        "Change both the count and the total, or write “most”.",
        "most",
    )
