"""What a heading of a risk register, or a label of a risk's card, says its cells are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from boarddesk.importing.headings import Field
from boarddesk.importing.risks.vocabulary import (
    FIELDS,
    IMPACT_WORDS,
    LIKELIHOOD_WORDS,
    SCORE_WORDS,
    STAGES,
    Aspect,
    Stage,
)
from boarddesk.importing.tables.grid import MOST_TEXTS

_LIKELIHOOD, _IMPACT = re.compile(rf"\b(?:{LIKELIHOOD_WORDS})\b"), re.compile(rf"\b(?:{IMPACT_WORDS})\b")
_SCORED = re.compile(rf"(?:{LIKELIHOOD_WORDS}|{IMPACT_WORDS}|{SCORE_WORDS})")
_STAGED = tuple((stage, re.compile(rf"\b(?:{words})\b")) for stage, words in STAGES)
_PLAINLY_PREVIOUS = re.compile(
    r"\b(?:previous|prior|earlier|former|last|preceding|history|historic|historical|was|old)\b"
)
_PLAINLY_SCORE = re.compile(
    r"\b(?:scor\w+|ratings?|rag|brag|level|grade|grading|ranking|total|h m l|high medium low|matrix"
    r"|exposure|overall|rr|risk factor)\b"
)
_JOINED, _PARTED = re.compile(r"(?<=[a-z])(?=[A-Z])"), re.compile(r"(?<=[a-z])-\s+(?=[a-z])")
_TIMES, _SIGNS = re.compile(r"\b([lpics])x([lpics])\b"), re.compile(r"[^a-z0-9#% ]")
_STEPS = re.compile(r"\b(?:h m l|high medium low)\b")
_FIELDS = tuple((field, re.compile(words)) for field, words in FIELDS)
_SOME_FIELD = re.compile("|".join(f"(?:{words})" for _, words in FIELDS))
"""Most texts that are asked about are values, and of no field."""


@dataclass(frozen=True)
class Heading:
    """What a heading says: a field, or which part of a score of which stage.

    `impact_first` is whether it names impact before likelihood, `pair` whether it names both.
    """

    field: Field | None = None
    stage: Stage = Stage.UNSAID
    aspect: Aspect | None = None
    impact_first: bool = False
    pair: bool = False

    @property
    def of_score(self) -> bool:
        """Whether its cells say something of a score."""
        return self.aspect is not None


UNREAD = Heading()
LONGEST_HEADING, MOST_SPACES = 160, 22
"""What is longer is no heading."""


@lru_cache(maxsize=MOST_TEXTS)
def spelt(text: str) -> str:
    """A heading in small letters without signs; what stands in brackets goes on behind."""
    if " " not in text.strip():
        text = _JOINED.sub(" ", text)  # `RiskOwner`, as lists are exported
    small = (
        _PARTED.sub("", text.casefold())
        .replace("&", " and ")
        .replace("’", "'")
        .replace("'", "")
        .replace("×", " x ")
    )
    return " ".join(_SIGNS.sub(" ", _TIMES.sub(r"\1 x \2", small)).split())


@lru_cache(maxsize=MOST_TEXTS)
def heading_of(text: str) -> Heading:
    """What a heading says; nothing where it is no heading of a risk."""
    if not text.strip() or len(text) > LONGEST_HEADING or text.count(" ") > MOST_SPACES:
        return UNREAD
    without = spelt(re.sub(r"\([^()]*\)|\[[^\]]*\]", " ", text)) or spelt(text)
    named = re.fullmatch(
        r"(?:the )?risk \((?:the )?(cause|event|effect|impact|consequence)s?\)", text.strip(), re.IGNORECASE
    )
    if named:
        return heading_of(f"{named[1]} of the risk")
    scored = _score(spelt(text)) or _score(without)
    if scored is not None:
        return scored
    for words in dict.fromkeys((without, spelt(text))):
        if _SOME_FIELD.fullmatch(words):
            return Heading(next(one for one, pattern in _FIELDS if pattern.fullmatch(words)))
    return UNREAD


@lru_cache(maxsize=MOST_TEXTS)
def stage_of(text: str) -> Stage:
    """The stage that a group of columns, a row of a card or a cell names; none where it names none."""
    words = spelt(text)
    named = [stage for stage, pattern in _STAGED if pattern.search(words)]
    if len(named) > 1 and named[0] is Stage.PREVIOUS and not _PLAINLY_PREVIOUS.search(words):
        named.pop(0)  # a date beside another word only says when
    if Stage.CURRENT in named and Stage.RESIDUAL in named:
        return Stage.CURRENT
    return named[0] if named else Stage.UNSAID


def _score(words: str) -> Heading | None:
    """What of which score the words name; None where other words stand among them."""
    stage, rest = _without_stage(words)
    scored = _PLAINLY_SCORE.search(words) or _LIKELIHOOD.search(rest) or _IMPACT.search(rest)
    if re.search(r"\bappetite\b", words) and not scored:
        return None
    if stage is not Stage.UNSAID:
        rest = re.sub(r"\beffects?\b", "impact", rest)
    if _STEPS.search(rest) and not re.search(r"\b(?:likelihood|probability|impact|severity)\b", rest):
        return Heading(stage=stage, aspect=Aspect.SCORE)
    rest = " ".join(_STEPS.sub(" ", rest).split())
    if re.search(r"\brisks? and (?:its )?(?:impact|consequence|effect)s?\b", rest):
        return None
    if rest and not all(map(_SCORED.fullmatch, _words_of(rest))):
        return None
    if re.search(r"\b[lp] x s\b|\bs x [lp]\b", rest):
        rest = re.sub(r"\bs\b", "severity", rest)
    likelihood, impact = _LIKELIHOOD.search(rest), _IMPACT.search(rest)
    both = likelihood is not None and impact is not None
    if likelihood and impact:
        return Heading(
            stage=stage, aspect=Aspect.SCORE, impact_first=impact.start() < likelihood.start(), pair=both
        )
    if likelihood or impact:
        return Heading(stage=stage, aspect=Aspect.LIKELIHOOD if likelihood else Aspect.IMPACT)
    plainly = _PLAINLY_SCORE.search(rest) or re.fullmatch(r"[rst]", rest)
    if plainly:
        return Heading(stage=stage, aspect=Aspect.SCORE)
    if stage is not Stage.UNSAID and re.fullmatch(
        r"(?:(?:risk|risks|assessment|position|exposure|the|of|value)\s*)*", rest
    ):
        alone = not rest and (words == "live" or (stage is Stage.PREVIOUS and not re.search(r"[0-9]", words)))
        return None if alone else Heading(stage=stage, aspect=Aspect.SCORE)
    return None


def _without_stage(words: str) -> tuple[Stage, str]:
    stage = stage_of(words)
    if stage is Stage.UNSAID:
        return stage, words
    for _, pattern in _STAGED:
        words = pattern.sub(" ", words)
    return stage, " ".join(words.split())


def _words_of(rest: str) -> list[str]:
    joined = re.sub(
        r"\b(l hood|h m l|high medium low|how likely(?: is it)?|how (?:bad|serious)(?: is it"
        r"| would it be)?)\b",
        lambda one: one[0].replace(" ", "_"),
        rest,
    )
    return [word.replace("_", " ") for word in joined.split()]
