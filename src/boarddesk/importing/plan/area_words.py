"""The words that make a line an area of the plan, or say something of one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from boarddesk.importing.statuses import is_status

NOUN = (
    r"(?P<noun>areas?|priorit(?:y|ies)|themes?|work ?-?streams?|strands?|pillars?|objectives?|golden threads?"
    r"|weakness(?:es)?|concerns?|issues?|outcomes?|recommendations?|ambitions?|goals?|aims?|sections?|parts?"
    r"|chapters?|key lines? of enquiry|kloes?|findings?|domains?|requirements?"
    r"|commitments?|promises?|learning points?|must[ -]dos?|should[ -]dos?|missions?|projects?"
    r"|programmes?|drivers?)"
)
BEFORE = (
    r"(?:(?:the|key|main|strategic|significant|overarching|local|improvement|inspection|our|send|joint|high"
    r"|level|delivery)\s+)*"
)
AFTER = (
    r"(?:\s+(?:areas?|actions?|themes?|for (?:priority )?(?:action|improvement|development)|improvement"
    r"|of (?:significant )?(?:concern|weakness|focus|improvement|development|work|enquiry)|statements?))*"
)
WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
NUMBER = (
    rf"(?P<number>[0-9]{{1,2}}(?![\w])(?!\.[0-9])|(?-i:[A-H]|[IVX]{{1,4}})(?!\w)|(?:{'|'.join(WORDS)})(?!\w))"
)
NUMBERED = re.compile(
    rf"\W*{BEFORE}{NOUN}{AFTER}\s*(?:no\.?|number|#|\|)?\s*{NUMBER}\s*(?P<sign>[|:.)–—-]*)\s*(?P<title>.*)",
    re.IGNORECASE | re.DOTALL,
)
BRACKETED = re.compile(
    rf"\W*(?P<title>.+?)\s*[(\[]{BEFORE}{NOUN}{AFTER}\s*(?:no\.?|#)?\s*{NUMBER}[)\]]\W*",
    re.IGNORECASE | re.DOTALL,
)
NAMED = re.compile(rf"\W*{BEFORE}{NOUN}{AFTER}\s*[|:–—-]+\s*(?P<title>\S.*)", re.IGNORECASE | re.DOTALL)
HEADED = re.compile(r"(?P<number>[0-9]{1,2})[.):]?\s+(?:\|\s*)?(?P<title>[^\W\d].*)", re.DOTALL)
CODED = re.compile(r"(?P<number>[A-Z]{1,3}[0-9]{1,2})\s*[.:)–—-]\s+(?P<title>[^\W\d].*)", re.DOTALL)
LETTERED = re.compile(r"(?P<number>[A-H])[.):]\s+(?P<title>[^\W\d].*)", re.DOTALL)
PAGED = re.compile(r"(?:\s*\.{3,}\s*|\s*…+\s*|\t\s*)[0-9]{1,3}$")
"""The page number at the end of a line of a contents list."""

STRUCTURE = frozenset({"section", "part", "chapter"})
"""Nouns that count the parts of a document."""
WEAK = frozenset(
    {
        "outcome",
        "recommendation",
        "objective",
        "finding",
        "programme",
        "project",
        "aim",
        "goal",
        "requirement",
    }
)
"""Nouns that head other things than areas too."""

SIGN = r"\s*(?:\(s\))?\s*[|:–—-]+\s*"
WHO = (
    r"(?:leads?|lead officers?|lead names?|owners?|sponsors?|sros?|senior responsible (?:officer|owner)s?"
    r"|accountable officers?|responsible officers?|accountable leads?|chairs?|led by)"
)
LEADS = (
    r"(?:(?:area|priority|theme|strand|work ?stream|strategic|executive|joint|overall|senior|operational"
    rf"|project|programme)\s+)*{WHO}"
)
TEAM = r"(?:project|delivery|working|core)\s+(?:team|group|members?)"
OUTCOME = (
    r"(?:what (?:do )?we want to achieve|what good looks like|where we want to be|we want"
    r"|(?:(?:the|our|end|intended|overall|desired|expected|target)\s+)*(?:outcomes?|aims?|goals?|ambitions?|visions?))"
)
WEAKNESS = (
    r"(?:addressing|addresses|why (?:this|it) matters|why (?:is )?this (?:is )?(?:a )?(?:priority|important)"
    r"|(?:areas? of )?(?:significant )?"
    r"(?:weakness(?:es)?|concerns?|what (?:the )?inspect(?:ors|ion) (?:found|said)|inspection findings?))"
)
LABELLED = tuple(
    (name, re.compile(rf"(?:{pattern})(?:{SIGN}|\W*$)", re.IGNORECASE))
    for name, pattern in (
        ("project_team", TEAM),
        ("leads", LEADS),
        ("outcome", OUTCOME),
        ("weakness", WEAKNESS),
    )
)
NOISE = re.compile(
    r"\W*(?:(?:(?:the|our|send|joint|local|detailed|area|improvement|action|delivery|implementation|priority"
    r"|accelerated|progress|strategic|full|inclusion|[0-9/-]+)\s+)*(?:plans?|actions?|tables?|trackers?"
    r"|programmes?|statement of action)(?:\s+(?:for\s+)?[0-9/–-]+)?|impact score ?card.*"
    r"|score ?card|updates?|contents|continued|cont|(?:rag )?(?:key|legend|ratings?|status)"
    r"|page \d+.*|\d+)?\W*",
    re.IGNORECASE,
)
FRONT = re.compile(
    r"(?:an? |the )?(?:introduction|foreword|preface|background|(?:our )?context|purpose|overview"
    r"|(?:executive )?summary|glossary|appendix(?: [0-9a-z])?|(?:about|how to (?:read|use)) this"
    r" (?:plan|document))",
    re.IGNORECASE,
)
"""A heading of what comes before or after any plan."""
CONTINUED = re.compile(r"\s*[(\[]?\b(?:continued|cont(?:'?d)?)\b\.?[)\]]?\s*$", re.IGNORECASE)
LONGEST_TITLE = 150
LONGEST_HEADING = 220


@dataclass(frozen=True)
class AreaWords:
    """A line read as an area: its noun (empty where it has none), its number and its title."""

    noun: str
    number: str
    title: str
    plain: bool = False
    """Whether only a number or nothing at all says that it is one."""


def area_words(text: str, *, heading: bool) -> AreaWords | None:
    """A line that names an area by a word for one; a heading also by its number, or as it stands."""
    line = text.replace("**", "").strip()
    line = PAGED.sub("", line) if line[-1:].isdigit() else line
    if len(line) > LONGEST_HEADING and not heading:
        return None
    numbered = NUMBERED.fullmatch(line)
    if numbered and (heading or numbered["sign"] or not numbered["title"]):
        return AreaWords(_noun(numbered), number_of(numbered["number"]), title_of(numbered["title"]))
    bracketed = BRACKETED.fullmatch(line)
    if bracketed and len(line) <= LONGEST_HEADING:
        return AreaWords(_noun(bracketed), number_of(bracketed["number"]), title_of(bracketed["title"]))
    return _heading_words(line) if heading and len(line) <= LONGEST_HEADING else None


def _heading_words(line: str) -> AreaWords | None:
    if named := NAMED.fullmatch(line):
        inner = HEADED.fullmatch(named["title"])
        number, title = (inner["number"], inner["title"]) if inner else ("", named["title"])
        return AreaWords(_noun(named), number, title_of(title))
    if found := HEADED.fullmatch(line) or LETTERED.fullmatch(line) or CODED.fullmatch(line):
        title = title_of(found["title"])
        none = not title or FRONT.fullmatch(title)
        return None if none else AreaWords("", found["number"], title, plain=True)
    title = title_of(line)
    if not title or is_status(title) or FRONT.fullmatch(title):
        return None
    return AreaWords("", "", title, plain=True)


def _noun(found: re.Match[str]) -> str:
    noun = re.sub(r"[\s-]", "", found["noun"].casefold())
    noun = "priority" if noun == "priorities" else noun.removesuffix("s") if noun != "kloes" else "kloe"
    return "weakness" if noun in ("weaknesse", "weaknes") else noun


def number_of(text: str) -> str:
    """An area's number as it is kept: digits, a capital letter, or a Roman number."""
    small = text.casefold()
    return str(WORDS.index(small) + 1) if small in WORDS else text.upper()


def title_of(text: str) -> str:
    """A title without the signs around it and the word that it goes on; empty where it says nothing."""
    title = CONTINUED.sub("", text.replace("**", "").strip(" |:–—-\n\t•"))
    return "" if NOISE.fullmatch(title) else " ".join(title.split())


def labelled(text: str) -> tuple[str, str, str] | None:
    """What a line says of the area it stands under: which field, the label and the words; or None."""
    line = text.lstrip("*• \t")
    for name, pattern in LABELLED:
        if label := pattern.match(line):
            return name, label[0].strip(" |:–—-"), line[label.end() :].strip()
    return None
