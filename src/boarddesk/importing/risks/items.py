"""Several controls or actions in one cell, each with the owner and the date that stand beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from boarddesk.importing.owners import split_names
from boarddesk.importing.plan.shapes import is_date
from boarddesk.importing.tables.grid import Cell
from boarddesk.rules.dates.deadlines import NO_DATE, ByWhen, DateFlag, read_by_when
from boarddesk.rules.imports.risks.contents import FoundMitigation

MARK = re.compile(
    (
        r"\s*(?:\(?(?:[0-9]{1,2}|[a-h]|[ivx]{1,4})[.)](?=\s|(?-i:[A-Z]))|[•·▪◦●‣–*➢✓→◾□■-](?=\s"
        r"|(?-i:[A-Z]))|(?:action|control|mitigation|step)s? [0-9]{1,2}\s*[:.)–-])\s*"
    ),
    re.IGNORECASE,
)
"""What begins an item of a list: a number, a letter, a bullet."""
INLINE = re.compile(
    r"(?<=[\s;.,)])(?=\(?[0-9]{1,2}[.)]\s+[A-Z])|(?<=[\s;.,)])(?=\([a-h]\)\s+[A-Z])|\s*[•▪●]\s*"
)
"""Where a list goes on in the same line: `1. One 2. Two`."""
SEMICOLON = re.compile(r";(?![^()\[\]]*[)\]])\s*")
NONE = re.compile(
    (
        r"\W*(?:n/?a|nil|none(?: (?:identified|required|at present|currently|yet))?"
        r"|no (?:further )?(?:controls?|actions?|mitigations?)(?: \w+)*|not applicable|tbc|see above)?\W*"
    ),
    re.IGNORECASE,
)
"""A cell that says that there is nothing."""
HEAD = re.compile(
    (
        r"(?:existing|current|further|planned|proposed|key|mitigating|in place|additional|controls?"
        r"|actions?|mitigations?|next steps?|required|and|/|\s)+:\s*"
    ),
    re.IGNORECASE,
)
"""A label before a list, which is no item."""
ACTION = re.compile(
    (
        r"^\s*(?:(?:further|new|next|agreed|planned|required|mitigating) )?actions?\s*(?:[0-9]{1,2}"
        r"|required|needed|to take|points?)?\s*[:–-]\s*(?P<text>\S.*)"
    ),
    re.IGNORECASE | re.DOTALL,
)
"""A line that says of itself that it is an action."""
BRACKETED = re.compile(r"[(\[](?P<in>[^()\[\]]{2,80})[)\]]")
DASHED = re.compile(r"\s+[–—-]\s+|\s*\|\s*|\t+|\s*//\s*|\s*;\s*|\s+/\s+")
TOLD = re.compile(
    (
        r"(?:^|(?<=[\s,;.(–-]))(?:(?P<owner>(?:action )?(?:owner|lead|led by|responsible|resp|who|by whom"
        r"|assigned to|officer)s?)|(?P<due>due(?: date| by)?|by when|deadline|target(?: date)?"
        r"|complet(?:e|ion)(?: by| date)?|date|when|by))\s*:\s*"
    ),
    re.IGNORECASE,
)
BY_DATE = re.compile(
    (
        r"(?P<text>.*\S)[\s,;–-]+(?:(?:to be |is |are )?(?:(?:due|complet\w+|done|in place|delivered"
        r"|finished) )?(?:by|before|due(?: by)?|until|in|during"
        r"|on) (?:the )?)(?P<date>[^,;()]{3,40}?)[.\s]*$"
    ),
    re.IGNORECASE | re.DOTALL,
)
LAST_DATE = re.compile(
    (
        r"(?P<text>.*?\S)[\s,;:–-]+(?P<date>(?:(?:end|mid|early|late|start)(?: of)? )?(?:[0-9]{1,2}(?:st"
        r"|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]’?(?:20)?[0-9]{2}"
        r"|[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}|q[1-4] (?:20)?[0-9]{2}(?:[/-][0-9]{2})?)[.\s]*$"
    ),
    re.IGNORECASE | re.DOTALL,
)
DONE = re.compile(
    r"\W*(?:complete(?:d)?|done|closed|achieved|delivered|finished|implemented)\b.{0,30}", re.IGNORECASE
)
INITIALS = re.compile(r"[A-Z]{2,4}(?:\s*[/&,]\s*[A-Z]{2,4})*")
NAMES = re.compile(
    r"(?:[A-Z][\w'’.-]+|of|and|the|for|&|/|,|to)(?:\s+(?:[A-Z][\w'’.-]*|of|and|the|for|&|/|to|in|with))*",
    re.UNICODE,
)
POST = re.compile(
    (
        r"\b(?:director|head|lead|manager|officer|team|group|senco|coordinator|commissioner|chief|board"
        r"|forum|all|school|council|icb|trust|chair|headteacher|governors?|service|partnership|principal"
        r"|bursar|nurse|adviser|advisor|vacant|dsl|dco|dcs|sro|pmo|hr|finance|it)\b"
    ),
    re.IGNORECASE,
)
PARTED = re.compile(r"\s*[,;|]\s*|\s+[–—-]\s+|(?<=[A-Za-z.])\s*/\s*(?=[0-9])|\s+(?=by\b)|\s+(?=due\b)")
OWNER_FIRST = re.compile(r"(?:owner|lead|led by|resp\w*|action)?\s*:?\s*", re.IGNORECASE)
MOST_NAME_WORDS = 8
LED_BY = re.compile(
    r"^(?:(?:by|due(?: by)?|before|target(?: date)?|deadline|(?:action )?owner|led by|responsible"
    r"|lead(?=\s+(?-i:[A-Z])\S*\s))\s+)+",
    re.IGNORECASE,
)
"""What stands before a name or a date without a colon: `Lead A Name`, `due 1 May 2026`."""
FIRST_A_DATE = re.compile(r"(?P<date>[^:\n]{4,30}):\s+(?P<text>\S.*)", re.DOTALL)
FIRST_A_NAME = re.compile(r"(?P<who>[^:\n()]{2,45}?)(?::\s+|\s+to\s+(?=[a-z]))(?P<text>\S.*)", re.DOTALL)
FIRST_A_BRACKET = re.compile(r"[(\[](?P<who>[^()\[\]]{2,60})[)\]]\s*(?P<text>\w.*)", re.DOTALL)
OWNED_SENTENCE = re.compile(
    r"(?P<text>.+?)[.,;]\s+(?P<facts>(?:owner|lead|responsible|led by)\s+[^.;]+?)\.?",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True)
class ActionCells:
    """The cells of one row that say what is done, by whom, by when and how far it is."""

    text: Cell
    owner: Cell | None = None
    due: Cell | None = None
    progress: Cell | None = None


@dataclass(frozen=True)
class ItemReader:
    """Reads items as a document writes them: `starts` is its day, `initials` are those of its own key."""

    starts: date | None = None
    names: frozenset[str] = frozenset()
    initials: tuple[tuple[str, str], ...] = ()

    def when(self, text: str, day: date | None = None) -> ByWhen:
        """A deadline as written; that of a real date is its day."""
        if day is not None:
            return replace(read_by_when(day), as_written=text.strip() or read_by_when(day).as_written)
        return read_by_when(text, starts=self.starts)

    def people(self, text: str) -> tuple[str, ...]:
        """Everybody a text names, initials by the document's own key."""
        bare = TOLD.sub("", text) if TOLD.match(text) else text
        names, _ = split_names(bare, self.names)
        known = dict(self.initials)
        return tuple(dict.fromkeys(known.get(name, name) for name in names))

    def mitigations(self, cells: ActionCells) -> list[FoundMitigation]:
        """The actions of these cells: items of a list beside items of the lists of owners and dates."""
        texts = items(cells.text)
        owners = _beside(cells.owner, len(texts))
        dues = _beside(cells.due, len(texts))
        states = _beside(cells.progress, len(texts))
        whole_day = cells.due.day if cells.due is not None else None
        found = []
        for at, text in enumerate(texts):
            one = self._action(text)
            names = self.people(owners[at]) if owners[at] else one.owners
            due = self.when(dues[at], whole_day) if dues[at] else one.due
            done = one.done or bool(DONE.fullmatch(states[at])) or DateFlag.SAID_DONE in due.flags
            found.append(FoundMitigation(one.text, names, due, done))
        return [one for one in found if re.search(r"\w", one.text)]

    def _action(self, text: str) -> FoundMitigation:
        """One action with what its own words say of who and when."""
        if begun := self._from_the_front(text):
            return begun
        for bracket in reversed(list(BRACKETED.finditer(text))):
            owners, due, strange = self._facts(bracket["in"])
            if (owners or due is not NO_DATE) and not strange:
                rest = self._action(f"{text[: bracket.start()].rstrip()}{text[bracket.end() :]}".strip())
                return replace(
                    rest, owners=owners or rest.owners, due=due if due is not NO_DATE else rest.due
                )
        labelled = self._by_labels(text)
        if labelled is not None:
            return labelled
        owned = OWNED_SENTENCE.fullmatch(text)
        if owned is not None:
            names, when, strange = self._facts(owned["facts"])
            if names and not strange:
                return FoundMitigation(owned["text"].strip(), names, when)
        head, colon, tail = text.rpartition(": ")
        if colon and "," in tail:
            names, when, strange = self._facts(tail)
            if names and when is not NO_DATE and not strange:
                return FoundMitigation(head.strip(), names, when)
        parts = [part for part in DASHED.split(text) if part.strip()]
        if len(parts) > 1:
            told = self._from_the_end(parts)
            if told is not None:
                return told
        return self._by_end(text)

    def _by_labels(self, text: str) -> FoundMitigation | None:
        """`Recruit. Owner: A Name. Due: 1 May 2026`."""
        marks = [mark for mark in TOLD.finditer(text) if mark.start() > 2]
        if not marks:
            return None
        owners: tuple[str, ...] = ()
        due = NO_DATE
        for mark, end in zip(marks, [*(one.start() for one in marks[1:]), len(text)], strict=True):
            said = text[mark.end() : end].strip(" .,;()[]–-\n")
            if mark["owner"]:
                owners = owners or self.people(said)
            elif is_date(said):
                due = self.when(said)
            else:
                return None
        return FoundMitigation(text[: marks[0].start()].strip(" .,;([–-\n"), owners, due)

    def _from_the_front(self, text: str) -> FoundMitigation | None:
        """`30/09/2026: Recruit`, `A Name: Recruit by May`, `A Name to recruit`, `(A Name) Recruit`."""
        dated = FIRST_A_DATE.fullmatch(text)
        if dated and _is_only_a_date(dated["date"]) and (when := self.when(dated["date"])).latest:
            return replace(self._action(dated["text"]), due=when)
        bracket = FIRST_A_BRACKET.fullmatch(text)
        named = FIRST_A_NAME.fullmatch(text)
        who = bracket["who"] if bracket else named["who"] if named else ""
        rest = bracket["text"] if bracket else named["text"] if named else ""
        plainly = len(who.split()) > 1 or INITIALS.fullmatch(who) or POST.fullmatch(who)
        if not who or not plainly or not names_somebody(who) or not (bracket or _is_somebody(who)):
            return None
        found = self._action(f"{rest[0].upper()}{rest[1:]}")
        return found if found.owners else replace(found, owners=self.people(who))

    def _from_the_end(self, parts: list[str]) -> FoundMitigation | None:
        """Owner and date behind dashes or bars: `Recruit – A Name – May 2026`."""
        owners: tuple[str, ...] = ()
        due = NO_DATE
        while len(parts) > 1:
            names, when, strange = self._facts(parts[-1])
            if (
                strange
                or (names and owners)
                or (when is not NO_DATE and due is not NO_DATE)
                or not (names or when is not NO_DATE)
            ):
                break
            owners, due = owners or names, due if due is not NO_DATE else when
            parts.pop()
        if not owners and due is NO_DATE:
            return None
        rest = self._by_end(" – ".join(part.strip() for part in parts))
        return replace(rest, owners=owners or rest.owners, due=due if due is not NO_DATE else rest.due)

    def _by_end(self, text: str) -> FoundMitigation:
        """A date, or a name and a date, at the end of the sentence: `Recruit by May 2026`."""
        for pattern in (BY_DATE, LAST_DATE):
            found = pattern.fullmatch(text)
            if found is not None and is_date(found["date"]) and (when := self.when(found["date"])).latest:
                rest = found["text"].strip(" ,;–-")
                owner = re.search(r"\s*,\s*(?P<who>[^,]{2,60})$|\s+[–-]\s+(?P<whom>[^–-]{2,60})$", rest)
                said = (owner["who"] or owner["whom"]) if owner else ""
                if owner and names_somebody(said):
                    return FoundMitigation(rest[: owner.start()].strip(), self.people(said), when)
                return FoundMitigation(rest or text, (), when)
        return FoundMitigation(text.strip())

    def _facts(self, text: str) -> tuple[tuple[str, ...], ByWhen, bool]:
        """Who and when a bracket says, and whether it says something else."""
        owners: list[str] = []
        due = NO_DATE
        for part in PARTED.split(text):
            bare = TOLD.sub("", part.strip(" .,;"), count=1)
            said = LED_BY.sub("", bare, count=1)
            if not said:
                continue
            if (
                DONE.fullmatch(said)
                or _is_only_a_date(said)
                or (re.search(r"[0-9]", said) and is_date(said) and not names_somebody(said))
            ):
                due = self.when(said)
            elif names_somebody(said):
                owners += self.people(said)
            else:
                return (), NO_DATE, True
        return tuple(dict.fromkeys(owners)), due, False


OF_DATES = re.compile(
    (
        r"(?:[0-9]{1,4}(?:st|nd|rd|th)?|jan\w*|feb\w*|mar|march|apr\w*|may|jun\w*|jul\w*|aug\w*|sep\w*"
        r"|oct\w*|nov\w*|dec\w*|q[1-4]|by|due|end|mid|early|late|start|of|the|term|half"
        r"|autumn|spring|summer|winter|quarter|year|fy|tbc|tba|ongoing|on|going|complete\w*|done|w|c|week"
        r"|before|from|to|in|until|next|school|academic|monthly|quarterly|annually|termly)"
    ),
    re.IGNORECASE,
)


def _is_only_a_date(text: str) -> bool:
    """Whether a text says when and nothing else."""
    words = re.findall(r"[A-Za-z]+|[0-9]+(?:st|nd|rd|th)?", text)
    return bool(words) and is_date(text.strip()) and all(map(OF_DATES.fullmatch, words))


def _is_somebody(text: str) -> bool:
    """Whether words before an action are a name or a post, and not the head of a sentence."""
    words = text.split()
    person = 2 <= len(words) <= 3 and all(word[:1].isupper() for word in words)
    return person or INITIALS.fullmatch(text) is not None or POST.search(text) is not None


def names_somebody(text: str) -> bool:
    """Whether a few words are the name of a person, a post or a body, or initials."""
    bare = TOLD.sub("", text).strip(" .")
    if len(bare.split()) > MOST_NAME_WORDS or re.search(r"[0-9£%]", bare):
        return False
    return INITIALS.fullmatch(bare) is not None or (
        NAMES.fullmatch(bare) is not None
        and (len(bare.split()) > 1 or bool(POST.search(bare)) or bare.istitle())
    )


def unmarked(line: str) -> str:
    """A line without the number or bullet that begins it."""
    mark = MARK.match(line)
    return (line[mark.end() :] if mark else line).strip()


def items(cell: Cell) -> list[str]:
    """The items of a cell: by their numbers and bullets, else by lines; what goes on stays with its item."""
    lines = [piece for line in cell.paragraphs for whole in line.split("\n") for piece in _inline(whole)]
    lines = [line for line in lines if re.search(r"\w", line)]
    marked = [bool(MARK.match(line)) for line in lines]
    found: list[str] = []
    for line, mark in zip(lines, marked, strict=True):
        bare = unmarked(line)
        if HEAD.fullmatch(f"{bare.rstrip(':')}:") and (bare.endswith(":") or (any(marked) and not mark)):
            continue
        bare = HEAD.sub("", bare, count=1) if HEAD.match(bare) else bare
        if found and not mark and TOLD.match(bare):
            found[-1] = f"{found[-1].rstrip('.')}. {bare}"  # `Owner: A Name` below its action
        elif found and not mark and (any(marked[: lines.index(line)]) or _goes_on(found[-1], bare)):
            found[-1] = f"{found[-1]} {bare}"
        else:
            found += _apart(bare, alone=not any(marked))
    return [item for item in found if not NONE.fullmatch(item)]


def _goes_on(before: str, line: str) -> bool:
    """Whether a line without a mark finishes the one above it."""
    ends = before.endswith((",", " and", ":"))
    return ends or line[:1].islower() or re.fullmatch(r"\([^()]*\)\W*", line) is not None


def _inline(line: str) -> list[str]:
    pieces = [piece for piece in INLINE.split(line) if piece.strip()]
    return pieces if len(pieces) > 1 else [line]


def _apart(text: str, *, alone: bool) -> list[str]:
    """A line between its semicolons, or its sentences where each has a date of its own."""
    parts = [part.strip() for part in SEMICOLON.split(text) if part.strip()]
    if (
        len(parts) > 1
        and not TOLD.search(text)
        and not any(_is_only_a_date(part) or (at and names_somebody(part)) for at, part in enumerate(parts))
    ):
        return parts
    sentences = [part.strip() for part in re.split(r"(?<=[a-z0-9)])\.\s+(?=[A-Z])", text)]
    dated = [
        one
        for one in sentences
        if re.search(r"\b20[0-9]{2}\b|[0-9][./][0-9]{1,2}[./][0-9]{2}|\([^()]*\)\.?$", one)
    ]
    return sentences if alone and len(sentences) > 1 and len(dated) == len(sentences) else [text]


def _beside(cell: Cell | None, count: int) -> list[str]:
    """What a cell says of each of so many items: a line each, or the same of all."""
    if cell is None or cell.empty:
        return [""] * count
    lines = [line.strip() for line in cell.text.split("\n") if line.strip()]
    if len(lines) == 1 and count > 1:
        lines = [part.strip() for part in (*_inline(lines[0]),)]
        parts = (
            [part.strip() for part in re.split(r"\s*;\s*", lines[0]) if part.strip()]
            if len(lines) == 1
            else lines
        )
        lines = parts if len(parts) == count else lines
    numbered = {
        int(found[1]): line for line in lines if (found := re.match(r"\(?([0-9]{1,2})[.)]\s*\D", line))
    }
    if len(numbered) == len(lines) and len(lines) > 1 and max(numbered) <= count:
        return [unmarked(numbered.get(at, "")) for at in range(1, count + 1)]
    bare = [line if is_date(line) else unmarked(line) for line in lines]
    if len(bare) == count:
        return bare
    return [" ".join(bare) if len(bare) > 1 and count == 1 else "; ".join(bare)] * count


def said_as_actions(cell: Cell) -> tuple[list[str], list[str]]:
    """The lines of a cell that say they are actions, and the others."""
    acts: list[str] = []
    others: list[str] = []
    for line in cell.text.split("\n"):
        found = ACTION.match(line) or ACTION.match(unmarked(line))
        (acts if found else others).append(found["text"].strip() if found else line)
    return acts, [line for line in others if line.strip()]
