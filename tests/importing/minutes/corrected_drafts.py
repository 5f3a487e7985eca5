"""Drafts of any length, and copies of them that several people corrected at random, tracked or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random

from tests.importing.minutes.copies import (
    Margin,
    about,
    gone,
    ins,
    moved,
    out,
    paragraph,
    run,
    tracked,
)

from boarddesk.rules.minutes.block import Block, BlockKind
from boarddesk.rules.minutes.corrections.placing import sentence_of
from boarddesk.rules.minutes.draft import Circulation, DraftItem, DraftLine

PEOPLE = ("Judith Amberley", "Gwen Thirlby", "Saira Mahmood")
_WORDS = [
    "the",
    "forum",
    "heard",
    "that",
    "waits",
    "for",
    "therapies",
    "fell",
    "in",
    "spring",
    "while",
    "posts",
    "stayed",
    "empty",
    "and",
    "schools",
    "asked",
    "for",
    "letters",
    "sooner",
    "than",
    "planned",
    "because",
    "families",
    "waited",
    "longer",
    "than",
    "before",
    "in",
    "every",
    "locality",
    "of",
    "the",
    "county",
]


def draft(rng: Random, *, items: int = 4, lines: int = 6) -> Circulation:
    """Minutes of some items, a decision and an action among their paragraphs."""
    made = [
        DraftItem(
            f"i{at}", str(at + 1), f"Matter {_sentence(rng, 3)[:-1]} {at}", tuple(_lines(rng, at, lines))
        )
        for at in range(items)
    ]
    return Circulation("c", "m", 1, date(2026, 6, 12), None, tuple(made))


def _lines(rng: Random, item: int, count: int) -> list[DraftLine]:
    made = [DraftLine(f"b{item}-{at}", text=_sentence(rng, 14)) for at in range(count)]
    words = _sentence(rng, 9)[:-1].lower()
    made[2] = DraftLine(
        f"b{item}-2", BlockKind.DECISION, words, record_id=f"d{item}", ref=f"D-{item:03}", lead="Agreed"
    )
    return made


def _sentence(rng: Random, words: int) -> str:
    return " ".join([*rng.choices(_WORDS, k=words), f"{rng.randrange(1000)}"]).capitalize() + "."


def printed(line: DraftLine) -> str:
    """A line as the document prints it."""
    return f"{line.name} {sentence_of(line)}." if line.kind.is_row else line.text


def blocks_of(sent: Circulation) -> dict[str, tuple[Block, ...]]:
    """The minutes as they stand while nobody changed the draft."""
    return {
        item.id: tuple(
            Block(
                line.id, line.kind, "" if line.kind.is_row else line.text, line.spans, False, line.record_id
            )
            for line in item.lines
        )
        for item in sent.items
    }


def sentences_of(sent: Circulation) -> dict[str, str]:
    """The words of its rows by the id of their record."""
    return {line.record_id: sentence_of(line) for _, line in sent.lines if line.kind.is_row}


@dataclass
class Corrected:
    """A copy that was corrected: its body as XML, its untracked twin, and what was done to it."""

    body: list[str] = field(default_factory=list)
    twin: list[str] = field(default_factory=list)
    margin: Margin = field(default_factory=Margin)
    put_in: list[str] = field(default_factory=list)
    taken_out: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def count(self, what: str) -> None:
        """One more of a kind."""
        self.counts[what] = self.counts.get(what, 0) + 1


def corrected(
    rng: Random,
    sent: Circulation,
    people: Sequence[str],
    *,
    edits: int = 20,
    moves: int = 2,
    comments: int = 5,
) -> Corrected:
    """A copy with so many tracked edits, moves and comments, each by one of some people."""
    made = Corrected()
    texts = [line for _, line in sent.lines]
    plain = [line for line in texts if not line.kind.is_row]
    going = rng.sample(plain, moves)
    others = [line for line in texts if line not in going]
    edited = {line.id: 0 for line in others}
    for _ in range(edits):
        edited[rng.choice(list(edited))] += 1
    remarked = {line.id: rng.choice(people) for line in rng.sample(others, comments)}
    targets = {rng.choice([line for line in plain if line not in going]).id: line for line in going}
    kept = [line for line in going if line not in targets.values()]
    for item in sent.items:
        made.body.append(paragraph(run(f"{item.number} {item.title}")))
        made.twin.append(f"{item.number} {item.title}")
        for line in item.lines:
            if line in going and line not in kept:
                number = going.index(line)
                made.body.append(
                    moved(people[number % len(people)], line.text, name=f"move{number}", came=False)
                )
            else:
                _edit(rng, made, line, people, edited.get(line.id, 0), remarked.get(line.id))
            if line.id in targets:
                coming = targets[line.id]
                number = going.index(coming)
                made.body.append(
                    moved(people[number % len(people)], coming.text, name=f"move{number}", came=True)
                )
                made.twin.append(coming.text)
                made.count("moves")
    return made


def _edit(
    rng: Random, made: Corrected, line: DraftLine, people: Sequence[str], edits: int, remark: str | None
) -> None:
    """A line with some words changed, perhaps a new paragraph after it, perhaps all of it taken out."""
    text = printed(line)
    if edits and remark is None and not line.kind.is_row and rng.random() < 0.12:
        author = rng.choice(people)
        made.body.append(paragraph(out(author, text), mark=tracked("del", author)))
        made.taken_out.append(text)
        made.count("deletions")
        return
    words = text.split(" ")
    low = len(words) - len(sentence_of(line).split(" ")) + 1 if line.kind.is_row else 0
    places = sorted(rng.sample(range(low, len(words) - 1), min(edits, len(words) - low - 1)))
    content: list[str] = []
    after: list[str] = []
    for at, word in enumerate(words):
        gap = " " if at < len(words) - 1 else ""
        if at in places:
            content += _changed(rng, made, rng.choice(people), word)
            after.append(made.put_in[-1] if content[-1].find("w:ins") >= 0 else "")
            content.append(run(gap))
        else:
            content.append(run(word + gap))
            after.append(word)
    twin = " ".join(word for word in after if word)
    if remark is not None:
        number = made.margin.add(remark, f"Is this right, {len(made.margin.comments)}?")
        content = [about(number, *content)]
        made.count("comments")
    if edits and rng.random() < 0.2:
        author, new = rng.choice(people), _sentence(rng, 12)
        made.body.append(paragraph(*content, mark=tracked("ins", author)))
        made.body.append(paragraph(ins(author, new)))
        made.twin += [twin, new]
        made.put_in.append(new)
        made.count("insertions")
        return
    made.body.append(paragraph(*content))
    made.twin.append(twin)


def _changed(rng: Random, made: Corrected, author: str, word: str) -> list[str]:
    made.count("changes")
    made.taken_out.append(word)
    if rng.random() < 0.25:
        return [tracked("del", author, gone(word))]
    new = f"{rng.choice(_WORDS)}{rng.randrange(100)}x"
    made.put_in.append(new)
    return [out(author, word), ins(author, new)]
