"""A score out of a cell: `4 x 3 = 12`, `L4 I3`, `12 (High)`, `Likely / Major`, a letter, a colour."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from boarddesk.importing.risks.headings import Heading, stage_of
from boarddesk.importing.risks.vocabulary import Aspect, Stage
from boarddesk.importing.tables.grid import Cell
from boarddesk.rules.imports.risks.contents import FoundScore
from boarddesk.rules.statuses.status import IMPROVEMENT_PLAN, StatusIs
from boarddesk.rules.statuses.words import read_fill

LARGEST = 6
"""No matrix has more rows or columns."""
LARGEST_PRODUCT = 100
SIGN_X = r"(?<![A-Za-z])x(?![A-Za-z])"
"""An x that multiplies, and is no letter of a word such as Extreme."""
TIMES = r"\s*(?:[x×X*✕✖]|by|and)\s*"
PAIR = re.compile(rf"(?<![0-9.])([1-6])\)?{TIMES}\(?([1-6])(?![0-9])")
_SAID = (
    r"(?:(?P<number>[1-6])(?![0-9])"
    r"|(?P<said>[A-Za-z][A-Za-z /-]*?(?:\s*[(–-]?\s*[1-6]\)?)?)(?=\s*(?:[,;.)\n=]|$|\b(?:impact"
    r"|consequence|severity|likelihood|probability|score|total|rating)\b)))"
)
LABELLED = {
    Aspect.LIKELIHOOD: re.compile(
        rf"\b(?:(?:likelihood|probability)(?: score)?\s*[:=–(-]?\s*{_SAID}"
        rf"|[LP]\s*[:=–(-]?\s*(?P<letter>[1-6])(?![0-9]))",
        re.IGNORECASE,
    ),
    Aspect.IMPACT: re.compile(
        rf"\b(?:(?:impact|consequence|severity)(?: score)?\s*[:=–(-]?\s*{_SAID}"
        rf"|[ICS]\s*[:=–(-]?\s*(?P<letter>[1-6])(?![0-9]))",
        re.IGNORECASE,
    ),
}
CODE = re.compile(r"[A-Za-z]\s?[1-6]|[1-6]\s?[A-Fa-f]")
"""A cell of a matrix by its letter and its number."""
NUMBER = re.compile(r"(?<![0-9.,])([0-9]{1,3})(?:\.0+)?(?![0-9])")
NOTHING = re.compile(
    r"\W*(?:n/?a|nil|none|tbc|tba|tbd|not (?:scored|set|assessed|known|applicable|yet.*)|to be .*"
    r"|unscored|0)?\W*",
    re.IGNORECASE,
)
WORD = re.compile(r"[A-Za-z][A-Za-z /-]*[A-Za-z]|[A-Za-z]")
SIGNS = re.compile(r"[\s()\[\]:;,.=–—-]+")
COLOURS = {StatusIs.OFF_COURSE: "Red", StatusIs.AT_RISK: "Amber", StatusIs.ON_COURSE: "Green"}
USUAL_WORDS = {
    "likelihood": re.compile(
        r"rare|(?:(?:very|highly|not) )?(?:un)?likely|possible|(?:almost )?certain|remote|(?:im)?probable"
        r"|almost (?:impossible|never)|frequent|occasional|seldom|feasible|even chance"
    ),
    "impact": re.compile(
        r"negligible|insignificant|minor|moderate|major|severe|catastrophic|critical|significant|serious"
        r"|minimal|marginal|extreme|substantial|disastrous|trivial|noticeable"
    ),
}
"""What councils call their steps: tells which of two words is the likelihood, and gives no number."""


@dataclass(frozen=True)
class ScoreKey:
    """What the document says its words, letters and levels mean.

    `steps` are numbers by axis and word, `levels` names of levels by letter or word, `impact_first` whether
    its scores are said impact before likelihood.
    """

    steps: Mapping[Aspect, Mapping[str, int]] = field(default_factory=dict)
    levels: Mapping[str, str] = field(default_factory=dict)
    impact_first: bool = False

    def number(self, axis: Aspect, word: str) -> int | None:
        """The number that the document gives a word of an axis; None where it gives none."""
        known = self.steps.get(axis, {})
        return known.get(plain_word(word))

    def level(self, word: str) -> str:
        """A level by its name, where a letter or a code stands for one."""
        return self.levels.get(plain_word(word), word)


def plain_word(word: str) -> str:
    """A word of a key as it is looked up."""
    return " ".join(SIGNS.sub(" ", word.casefold()).split())


def read_score(cell: Cell, heading: Heading, key: ScoreKey) -> FoundScore | None:
    """What a cell under a heading says of a score; None where it says nothing."""
    text = cell.line
    if NOTHING.fullmatch(text):
        level = (
            colour_named(cell.shading)
            if heading.aspect is Aspect.SCORE and not re.search(r"\w", text)
            else ""
        )
        return FoundScore(level=level) if level else None
    if heading.aspect is Aspect.SCORE or heading.aspect is None:
        return _whole(text, heading, key)
    return _one(text, heading.aspect, key)


def colour_named(fill: str) -> str:
    """Red, Amber or Green, where a fill is plainly one of them."""
    status = read_fill(fill, IMPROVEMENT_PLAN).status
    return COLOURS.get(status.is_a, "") if status else ""


def together(parts: list[FoundScore]) -> FoundScore | None:
    """What several cells say of one score, the first that says it before the others."""
    if not parts:
        return None
    whole = parts[0]
    for part in parts[1:]:
        whole = FoundScore(
            whole.likelihood if whole.likelihood is not None else part.likelihood,
            whole.impact if whole.impact is not None else part.impact,
            whole.product if whole.product is not None else part.product,
            whole.level or part.level,
            " × ".join(filter(None, (whole.words, part.words))),
        )
    return whole


def by_stage(text: str) -> dict[Stage, str]:
    """The parts of a cell that says several scores: `Inherent 4x5=20; Current 3x4=12`; else nothing."""
    found: dict[Stage, str] = {}
    stage = Stage.UNSAID
    for piece in re.split(r"[\n;|]|,(?=\s*[A-Za-z]{3})", text):
        named = stage_of(piece)
        stage = named if named is not Stage.UNSAID else stage
        if stage is not Stage.UNSAID and piece.strip():
            found[stage] = f"{found.get(stage, '')} {piece.strip()}".strip()
    said = {
        one: re.sub(r"^[A-Za-z ]+?(?:\s*[:=–-]\s*|\s(?=[A-Z0-9(]))", "", piece, count=1)
        for one, piece in found.items()
    }
    return said if len(said) >= 2 else {}


def _one(text: str, aspect: Aspect, key: ScoreKey) -> FoundScore | None:
    """A likelihood or an impact by itself."""
    number = key.number(aspect, text)
    word = WORD.search(text)
    if number is None and word is not None:
        number = key.number(aspect, word[0])
    digits = NUMBER.search(text)
    if digits is not None and (number is None or word is None):
        number = int(digits[1]) if 1 <= int(digits[1]) <= LARGEST else number
    if number is not None:
        likelihood = aspect is Aspect.LIKELIHOOD
        return FoundScore(likelihood=number if likelihood else None, impact=None if likelihood else number)
    return FoundScore(words=" ".join(text.split())[:60])


def _whole(text: str, heading: Heading, key: ScoreKey) -> FoundScore:
    """A whole score: numbers, words or both."""
    said_so = re.search(r"\b[ICS]\s*[x×]\s*[LP]\b", text) is not None
    order = said_so or heading.impact_first or (not heading.pair and key.impact_first)
    for found, rest in (_labelled(text, key), _paired(text, impact_first=order)):
        if found is not None:
            return replace(found, level=_level(rest, key))
    worded = _in_words(text, key, order=order, pair=heading.pair)
    if worded is not None:
        return worded
    if CODE.fullmatch(text):
        return FoundScore(level=key.level(text))
    numbers = [int(one) for one in NUMBER.findall(text) if 0 < int(one) <= LARGEST_PRODUCT]
    if heading.pair and len(numbers) == 2 and max(numbers) <= LARGEST:
        return _ordered(*numbers, impact_first=order)
    if len(numbers) == 3 and max(numbers[:2]) <= LARGEST and numbers[0] * numbers[1] == numbers[2]:
        return replace(_ordered(*numbers[:2], impact_first=order), product=numbers[2])
    if len(numbers) == 1:
        return FoundScore(product=numbers[0], level=_level(text, key))
    return FoundScore(level=key.level(" ".join(text.split())[:60]))


def _ordered(first: int, second: int, *, impact_first: bool) -> FoundScore:
    return FoundScore(second, first) if impact_first else FoundScore(first, second)


def _labelled(text: str, key: ScoreKey) -> tuple[FoundScore | None, str]:
    """Likelihood and impact each after its letter or word, in either order, and what is left of the text."""
    found = {aspect: pattern.search(text) for aspect, pattern in LABELLED.items()}
    likelihood, impact = found[Aspect.LIKELIHOOD], found[Aspect.IMPACT]
    if likelihood is None or impact is None:
        return None, text
    rest = "".join(
        " " if any(one.start() <= at < one.end() for one in (likelihood, impact)) else letter
        for at, letter in enumerate(text)
    )
    product = next((int(one) for one in NUMBER.findall(rest) if 0 < int(one) <= LARGEST_PRODUCT), None)
    parts = [
        _one(mark["said"] or mark["number"] or mark["letter"], aspect, key)
        for aspect, mark in ((Aspect.LIKELIHOOD, likelihood), (Aspect.IMPACT, impact))
    ]
    whole = together([part for part in parts if part is not None])
    return replace(whole, product=product) if whole else None, rest


def _paired(text: str, *, impact_first: bool) -> tuple[FoundScore | None, str]:
    """Two numbers with a sign between them, and what is left of the text."""
    pair = PAIR.search(text)
    if pair is None:
        return None, text
    rest = f"{text[: pair.start()]} {text[pair.end() :]}"
    product = next((int(one) for one in NUMBER.findall(rest) if int(one) <= LARGEST_PRODUCT), None)
    return replace(_ordered(int(pair[1]), int(pair[2]), impact_first=impact_first), product=product), rest


def _in_words(text: str, key: ScoreKey, *, order: bool, pair: bool) -> FoundScore | None:
    """A likelihood and an impact in words or letters: `Likely x Major = 16`, `D4`, `Possible (3) / Major`."""
    pieces = [
        piece for piece in re.split(rf"\s*(?:{SIGN_X}|[×*/,;|\n]|\s[-–]\s|=)\s*", text) if piece.strip()
    ]
    if len(pieces) < 2 and (code := re.fullmatch(r"([A-Za-z])\s*([1-6])|([1-6])\s*([A-Za-z])", text.strip())):
        return _coded(*(part for part in code.groups() if part), key=key)
    words = [(piece, plain_word(re.sub(r"[0-9]+", " ", piece))) for piece in pieces]
    axes = (Aspect.IMPACT, Aspect.LIKELIHOOD) if order else (Aspect.LIKELIHOOD, Aspect.IMPACT)
    spoken = [(piece, word) for piece, word in words if word]
    if len(spoken) < 2 or not all(_is_step(word, key) for _, word in spoken[:2]):
        return None
    if not pair and not any(_axis(word, key) for _, word in spoken[:2]):
        return None
    first, second = spoken[0], spoken[1]
    if axes[0] in (_axis(second[1], key), None) or _axis(first[1], key) is axes[1]:
        first, second = second, first
    numbers = {
        axis: _number(piece, axis, key) for axis, (piece, _) in zip(axes, (first, second), strict=True)
    }
    product = next((int(one) for piece, word in words if not word for one in NUMBER.findall(piece)), None)
    likelihood, impact = numbers[Aspect.LIKELIHOOD], numbers[Aspect.IMPACT]
    said = "" if likelihood and impact else " × ".join(piece.strip() for piece, _ in spoken[:2])
    return FoundScore(product=product, words=said) if said else FoundScore(likelihood, impact, product)


def _coded(first: str, second: str, *, key: ScoreKey) -> FoundScore | None:
    """`A2` where the document's key gives the letter a number on one axis."""
    letter, digit = (first, second) if first.isalpha() else (second, first)
    for axis in (Aspect.LIKELIHOOD, Aspect.IMPACT):
        number = key.number(axis, letter)
        if number is not None:
            other = key.number(
                Aspect.IMPACT if axis is Aspect.LIKELIHOOD else Aspect.LIKELIHOOD, digit
            ) or int(digit)
            return FoundScore(number, other) if axis is Aspect.LIKELIHOOD else FoundScore(other, number)
    return None


def _is_step(word: str, key: ScoreKey) -> bool:
    return _axis(word, key) is not None or word in (
        "low",
        "medium",
        "high",
        "very low",
        "very high",
        "h",
        "m",
        "l",
        "vh",
        "vl",
    )


def _axis(word: str, key: ScoreKey) -> Aspect | None:
    """The axis a word is of, where it can be of one only."""
    known = [axis for axis in (Aspect.LIKELIHOOD, Aspect.IMPACT) if key.number(axis, word) is not None]
    usual = [Aspect(axis) for axis, words in USUAL_WORDS.items() if words.fullmatch(word)]
    return known[0] if len(known) == 1 else usual[0] if len(usual) == 1 else None


def _number(piece: str, axis: Aspect, key: ScoreKey) -> int | None:
    digits = NUMBER.search(piece)
    return (
        int(digits[1])
        if digits and int(digits[1]) <= LARGEST
        else key.number(axis, re.sub(r"[0-9]+", " ", piece))
    )


def _level(text: str, key: ScoreKey) -> str:
    """The level in words beside a number: `16 High`, `High (16)`."""
    left = re.sub(rf"[0-9×*=/]+|{SIGN_X}", " ", text)
    words = [
        word
        for word in WORD.findall(left)
        if plain_word(word)
        not in (
            "l",
            "i",
            "c",
            "s",
            "p",
            "score",
            "total",
            "x",
            "likelihood",
            "impact",
            "rating",
            "risk",
            "consequence",
        )
    ]
    return key.level(words[0].strip()) if len(words) == 1 and len(words[0]) <= 30 else ""
