"""Names beside child words, `Jonah moved to year 7`, `Mrs Okoro said her son`; and initials with a school."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from boarddesk.rules.publishing.clue import Clue, ClueKind, Passage, PublicNames
from boarddesk.rules.publishing.given_names import ALSO_WORDS, GIVEN_NAMES
from boarddesk.rules.publishing.sentences import Sentence, sentences
from boarddesk.rules.publishing.vocabulary import (
    CAPITALISED,
    CHILD_WORDS,
    CHILDREN,
    FAMILY_HEADS,
    ONE_CHILD,
    ONE_PARENT,
    PLACES,
    SCHOOL_WORDS,
    STARTERS,
    TITLES,
)

_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_RUN: Final = re.compile(
    r"(?:(?:St|Dr|Mr|Mrs|Ms|Prof)\.?\s)?[^\W\d_]+(?:[’'-][^\W\d_]+)*(?:[ \N{NO-BREAK SPACE}](?:(?:de|van"
    r"|von|der|da|al|bin|el|la)\s)?[^\W\d_a-z][^\W\d_]*(?:[’'-][^\W\d_]+)*)*"
)
_INDIVIDUAL: Final = re.compile(
    r"\b(?:aged? (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen)"
    r"|\d{1,2}[- ]years?[- ]olds?|(?:in|into|to|from|entering|of|a|an|now) (?:year|y|class|reception"
    r"|nursery)\s?\d{0,2}"
    r"|year (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven)|Y(?:R|\d{1,2})"
    r"|class \d\w?|looked[- ]after|(?:young|disabled) person|key worker|(?:her|his|their|whose) "
    r"(?:mother|father|mum|dad|parents?|carers?|family|school|teacher|classmates?|siblings?|brother"
    r"|sister|plan"
    r"|ehcp?|diagnosis|place|wheelchair|medication|attendance|timetable|tuition|classroom|therapist"
    r"|key worker"
    r"|social worker|son|daughter|child|twins?))\b",
    re.IGNORECASE,
)
_EVERY_CHILD: Final = re.compile(
    r"\b(?:each|every|any|no|per|whole|voice of the|an average|the average)[ -]+(?:\w+[ -])?(?:child"
    r"|pupil|student|learner)\b"
    r"(?!\s*(?:,|\())|\bchild[- ](?:protection|centred|centered|friendly|led|health|care|development|and"
    r"|in need|poverty)"
    r"|\b(?:pupil|student|learner|parent|carer)[- ](?:premium|voice|numbers|places?|referral|support"
    r"|survey|panel|council|forum)"
    r"|\bparent carers?\b",
    re.IGNORECASE,
)
_WHO: Final = (
    r"(?:child|pupil|boy|girl|son|daughter|brother|sister|sibling|twins?|student|learner|lad|lass|youngster|"
    r"teenager|toddler|baby|infant|young person|young man|young woman|young lady|nephew|niece|cousin"
    r"|classmate|"
    r"mother|father|mum|dad|mam|grandmother|grandfather|nan|grandma|parents?|carers?|family|families|friend)"
)
_BEFORE: Final = re.compile(
    rf"(?:\b{_WHO}s?(?:,| of| to| called| named| known as|,? who is called|’s name is|'s name is"
    rf"| is called)?,?\s*[“\"‘']?"
    rf"|\b(?:called|named|known as|name is|name was)\s+[“\"‘']?"
    rf"|\b{_WHO} \(|\byear (?:\d{{1,2}})[’']?s? )$",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(
    rf"^(?:[’']s?\s+(?:\w+\s)?{_WHO}\b"
    rf"|,? \(?(?:who is )?(?:aged|age) \(?\d|,? \(?(?:\d{{1,2}}|year \d{{1,2}}|y\d{{1,2}}|reception"
    rf"|nursery)\)"
    rf"|,? (?:who is )?(?:a|an|the|our|their|his|her|one)\s(?:[\w-]+\s){{0,3}}{_WHO}\b"
    rf"|,? (?:who is )?(?:\d{{1,2}}|\w+)[- ]years?[- ]old|, (?:\d{{1,2}}|in year \d)\b|, year \d"
    r"|,? who (?:is|was|has|had) (?:in|at) (?:year|reception|nursery|class))",
    re.IGNORECASE,
)
_PLACE_BEFORE: Final = re.compile(
    r"\b(?:in|at|near|across|around|outside|within|the|between|to|from)\s$", re.I
)
_WHEN_BEFORE: Final = re.compile(
    r"(?:^|\b(?:in|the|by|since|until|last|next|this|from|to|of|during|before|after|for|late|early|mid"
    r"|every|and|or|on|\d))\s$",
    re.IGNORECASE,
)
_VERB_AFTER: Final = re.compile(
    r"^(?:,? who\b|[’']s?\s|\s(?:is|was|has|had|moved|waited|waits|left|started|starts|joined|goes"
    r"|attends|attended|"
    r"needs|needed|lost|could|cannot|will|would|does|did|lives|lived|stayed|missed|now|still|then|went|got|"
    r"came|said|told|turned|receives|received|and (?:his|her|their)|uses|sees|saw|can|may|asked|spends"
    r"|spent)\b)"
)
_CONTEXT: Final = re.compile(
    r"\b(?:school|plan|class|classroom|timetable|tuition|nursery|therap(?:y|ist)|diagnosis|placement"
    r"|assessment|wheelchair|seizures?"
    r"|taxi|exclu\w+|suspend\w+|attendance|teacher|teaching assistant|autis\w+|adhd|epilepsy|hoist"
    r"|respite|foster|he|she|his|her|him)\b",
    re.IGNORECASE,
)
_THEIR_CHILD: Final = re.compile(
    r"\b(?:her|his|their|whose) (?:\w+ )?(?:son|daughter|child|children|twins?|boys?|girls?)\b", re.IGNORECASE
)
_NO_NAME: Final = re.compile(
    r"(?:tion|sion|ment|ance|ence|ing|ity|ness|ship|ism|ology|ics|ed|ly|ure|age|ways|ists?|ians?|ers|als"
    r"|ies)$"
)
_DOTTED: Final = re.compile(r"(?<![\w.])(?:[A-Z]\.\s?){2,3}(?!\s?[A-Z][a-z]+\.?\s(?:Act|Ltd))")
_PLAIN: Final = re.compile(r"(?<![\w.&/-])[A-Z]{2,3}(?![\w&/-])(?!\.[A-Z])")
_ABBREVIATIONS_LISTED: Final = """
    SEN EHC EHCP NHS ICB LA LAS DFE CQC MP EP EPS OT OTS SLT SALT GP GPS IT HR AP PRU KS AOB TBC KPI QA
    DSG HNB SIB PFA DCO DMO ASD ADHD UK EU EY LAC CLA CIN CP SEMH MAT PCF YP BSL VI HI MSI PD RAG TOR AM
    PM CE RC ID PDF CEO COO CFO DCS YJS PDA SLCN MLD SLD PMLD VAT FAQ MS MR DR ET AL NE NW SE SW WEF PMO
    SRO SPA HDFT APP NDA NB
"""
_ABBREVIATIONS: Final = frozenset(_ABBREVIATIONS_LISTED.split())
_CHILD_BEFORE: Final = re.compile(
    r"\b(?:child|pupil|boy|girl|son|daughter|student|learner|brother|sister|twins?|mother of|father of"
    r"|parents? of"
    r"|carers? of|mum of|dad of|plan for|plan of|case of|initials),?\s\(?$",
    re.IGNORECASE,
)
_CHILD_AFTER: Final = re.compile(
    r"^(?:[’']s?\s(?:mother|father|mum|dad|parents?|carers?|family|ehcp?|plan|placement|school|brother"
    r"|sister|sibling|needs|case)\b"
    r"|,?\s\(?(?:year \d|y\d|aged|age \d)|,\s(?:a|the)\s(?:[\w-]+\s){0,2}(?:pupil|child|boy|girl|student"
    r"|learner)\b)",
    re.IGNORECASE,
)
_SCHOOL_AFTER: Final = re.compile(r"^,?\s?(?:\(|(?:at|from|of|in)\s)?(?:[A-Z][\w’'-]+\s?){1,4}")


@dataclass(frozen=True)
class _Name:
    """A run of words with capitals, and where it begins in its sentence."""

    at: int
    words: str

    @property
    def end(self) -> int:
        return self.at + len(self.words)


def names(passage: Passage, known: PublicNames) -> Iterator[Clue]:
    """Names of children and of their families, where nobody of the office is meant."""
    previous = ""
    told = sentences(passage.text)
    for number, sentence in enumerate(told):
        follows = told[number + 1].text if number + 1 < len(told) else ""
        for name in _runs(sentence.text, known):
            why = _why(name, sentence.text, f"{previous} {follows}", known)
            if why:
                yield _clue(passage, sentence, name, why)
        previous = sentence.text


def _clue(passage: Passage, sentence: Sentence, name: _Name, why: str) -> Clue:
    family = _lowered(sentence.text) & FAMILY_HEADS and name.words.split()[0].strip(".").casefold() in TITLES
    return Clue(
        ClueKind.NAME,
        passage.place,
        passage.where,
        name.words,
        sentence.text,
        name.at,
        sentence.start + name.at,
        why,
        f"Write “{'a parent' if family else 'a pupil'}”, or withhold the sentence.",
        "a parent" if family else "a pupil",
    )


def _lowered(text: str) -> set[str]:
    """The words of a text, folded and without a possessive."""
    return {_without_possessive(word).casefold() for word in _WORD.findall(text)}


def _runs(text: str, known: PublicNames) -> Iterator[_Name]:
    """Runs of capitals that could name a person; places, days, services and known people left out."""
    at = 0
    while found := _RUN.search(text, at):
        if not found.group()[0].isupper():
            at = found.start() + len(_first(found.group()))
            continue
        begin, words = found.start(), _without_possessive(found.group())
        at = begin + len(words)
        while words and not _is_known(words, known) and _says_nothing(words):
            cut = len(_first(words)) + (1 if re.search(r"\s", words) else 0)
            begin, words = begin + cut, words[cut:]
        if begin == 0 and " " in words and _first(words).casefold() in ALSO_WORDS:
            rest = words.split(" ", 1)[1]
            if _parts(rest)[0] in GIVEN_NAMES and not _is_known(words, known):
                begin, words = begin + len(words) - len(rest), rest
        name = _Name(begin, words)
        if len(words) < 2 or words.isupper():
            continue
        if not _is_known(words, known) or (words.casefold() in ALSO_WORDS and _acts(name, text)):
            yield name


def _says_nothing(words: str) -> bool:
    """Whether the first word has its capital from the beginning of a sentence, or is what the name is."""
    first = _first(words).casefold()
    return first in STARTERS - GIVEN_NAMES or first in ONE_CHILD


def _acts(name: _Name, text: str) -> bool:
    """Whether a month or a season does what only a person does: `Summer was taught in a corridor`."""
    before, after = text[: name.at], text[name.end :]
    return bool(_VERB_AFTER.search(after)) and not _WHEN_BEFORE.search(before) and name.at > 0


def _first(words: str) -> str:
    return re.split(r"[ \N{NO-BREAK SPACE}]", words)[0]


def _without_possessive(words: str) -> str:
    return re.sub(r"[’']s?$", "", words)


def _parts(words: str) -> list[str]:
    return [part.strip(".").casefold() for part in words.replace("\N{NO-BREAK SPACE}", " ").split()]


def _is_known(words: str, known: PublicNames) -> bool:
    parts = _parts(words)
    if parts[0] in ("st", "saint") or any(part in PLACES for part in parts):
        return True
    bare = [part for part in parts if part not in TITLES]
    if not bare or " ".join(bare) in known.folded:
        return True
    if parts[0] in TITLES and bare[-1] in known.surnames:
        return True
    return all(part in CAPITALISED or part in known.plain_words for part in bare) and not (
        bare[0] in GIVEN_NAMES and bare[0] not in ALSO_WORDS and bare[0] not in known.plain_words
    )


def _why(name: _Name, text: str, around: str, known: PublicNames) -> str:
    """Why it may name a child; empty where it names none."""
    parts = _parts(name.words)
    if parts[0] in TITLES:
        return _why_titled(name, text)
    before, after = text[: name.at], text[name.end :]
    namelike, individual = _is_namelike(parts, known), _speaks_of_one(text)
    framed = bool(_AFTER.search(after)) or (namelike and bool(_BEFORE.search(before)))
    begins_as_a_word = name.at == 0 and parts[0] in ALSO_WORDS and not _AFTER.search(after)
    if framed and not begins_as_a_word and (namelike or parts[0] in GIVEN_NAMES):
        return "It stands right beside a word for a child or a family."
    if parts == [_surname(parts, known)] or (len(parts) == 1 and parts[0] in known.given and not individual):
        return ""
    given = next((part for part in parts if part in GIVEN_NAMES), "")
    if given and (told := _why_given(given, name, text, around, known)):
        return told
    acts = name.at > 0 or (_VERB_AFTER.search(after) and not _NO_NAME.search(parts[-1]))
    if individual and namelike and acts and not _PLACE_BEFORE.search(before):
        return "It may be a name, and the sentence speaks of one child."
    return ""


def _why_titled(name: _Name, text: str) -> str:
    """Of somebody with a title who is nobody of the office: only where a family is spoken of."""
    theirs = _THEIR_CHILD.search(text)
    parent = re.search(
        rf"\b(?:parent|carer|mother|father|mum|dad),? (?:of |called |named )?{re.escape(name.words)}", text
    )
    if theirs or parent or (_lowered(text) & ONE_PARENT and _speaks_of_one(text)):
        return f"{name.words} is no member or officer of this office, and stands beside words of a family."
    return ""


def _why_given(given: str, name: _Name, text: str, around: str, known: PublicNames) -> str:
    """Of a first name that children have."""
    before, after = text[: name.at], text[name.end :]
    is_word, placed = given in ALSO_WORDS, bool(_PLACE_BEFORE.search(before))
    alone = is_word and name.at == 0 and not _VERB_AFTER.search(after)
    if not alone and not (is_word and placed) and _has_child_words(text):
        return "It reads as a name and stands in a sentence about children."
    if is_word:
        return ""
    if given not in known.given and given == name.words.casefold() and _CONTEXT.search(text):
        return "A first name alone, in a sentence about schooling or care."
    if _speaks_of_one(around) and not placed:
        return "It reads as a name, and the sentence beside it speaks of a child."
    return ""


def _surname(parts: list[str], known: PublicNames) -> str:
    return parts[-1] if parts[-1] in known.surnames and parts[-1] not in known.given else ""


def _is_namelike(parts: list[str], known: PublicNames) -> bool:
    """Whether the words, which are no known ones, could be anybody’s name."""
    if len(parts) > 3 or any(part in known.plain_words for part in parts):
        return False
    return not any(part in CAPITALISED or part in STARTERS for part in parts if part not in GIVEN_NAMES)


def _has_child_words(text: str) -> bool:
    return bool(_lowered(text) & CHILD_WORDS) or bool(_INDIVIDUAL.search(text))


def _speaks_of_one(text: str) -> bool:
    """Whether a sentence speaks of one child, not of each or of any."""
    plain = _EVERY_CHILD.sub(" ", text)
    return bool(_lowered(plain) & ONE_CHILD) or bool(_INDIVIDUAL.search(plain))


def initials(passage: Passage, known: PublicNames) -> Iterator[Clue]:
    """`T.H., Larch Hill`, `pupil KM`: initials that a school or a word for a child makes into somebody."""
    for sentence in sentences(passage.text):
        text = sentence.text
        for found in _DOTTED.finditer(text):
            before, after = text[: found.start()], text[found.end() :]
            if re.match(r"\s?[A-Z][a-z]", after) and _surname_known(after, known):
                continue
            if (
                _lowered(text) & (SCHOOL_WORDS | ONE_CHILD | CHILDREN)
                or _SCHOOL_AFTER.search(after)
                or _CHILD_BEFORE.search(before)
            ):
                yield _initials_clue(passage, sentence, found.start(), found.group().rstrip(), after)
        for found in _PLAIN.finditer(text):
            before, after = text[: found.start()], text[found.end() :]
            if found.group() in _ABBREVIATIONS or found.group().casefold() in known.plain_words:
                continue
            if _CHILD_BEFORE.search(before) or _CHILD_AFTER.search(after) or _schooled(after):
                yield _initials_clue(passage, sentence, found.start(), found.group(), after)


def _surname_known(after: str, known: PublicNames) -> bool:
    found = _WORD.search(after)
    return bool(found and found.group().casefold() in known.surnames)


def _schooled(after: str) -> bool:
    found = re.match(r"(?:,\s|\s(?:at|from|of)\s)((?:[A-Z][\w’'-]+\s?){1,4})", after)
    return bool(found and {word.casefold() for word in _WORD.findall(found.group(1))} & SCHOOL_WORDS)


def _initials_clue(passage: Passage, sentence: Sentence, at: int, words: str, after: str) -> Clue:
    return Clue(
        ClueKind.INITIALS,
        passage.place,
        passage.where,
        words,
        sentence.text,
        at,
        sentence.start + at,
        "Initials beside a school or a word for a child: who knows the school could tell who it is.",
        "Is this a pupil or a member of staff? If staff, accept with that reason.",
        "a pupil",
    )
