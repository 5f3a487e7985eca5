"""The published copy of minutes and update: opened, looked through, mended, with posts for names."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from boarddesk.rules.agenda.item import AgendaItem, ItemKind
from boarddesk.rules.minutes.pack import MinutesPack
from boarddesk.rules.minutes.update import UpdatePack
from boarddesk.rules.publishing.check import Lookout
from boarddesk.rules.publishing.choices import (
    PublishChoice,
    Replacement,
    WayOut,
    replacements,
    unsettled,
)
from boarddesk.rules.publishing.clue import Clue, ClueKind, Passage
from boarddesk.rules.publishing.opening import opened, opened_update
from boarddesk.rules.publishing.posts import Posts, posts
from boarddesk.rules.publishing.rewriting import Walk, passages_of


@dataclass(frozen=True)
class Publishing:
    """What decides about the copies of a meeting: who is looked out for, what was chosen, who stands by post.

    `others` are those the office knows beside the roll, by name, with the post printed for each.
    """

    lookout: Lookout
    choices: tuple[PublishChoice, ...] = ()
    others: Mapping[str, str] = field(default_factory=dict, hash=False)
    hidden_corrections: frozenset[str] = frozenset()


@dataclass(frozen=True)
class PublishedMinutes:
    """The minutes of a meeting on their way to everybody."""

    whole: MinutesPack
    by: Publishing

    @cached_property
    def withheld_items(self) -> frozenset[str]:
        """Items withheld as a whole by choice: case studies without consent."""
        return frozenset(
            choice.place
            for choice in self.by.choices
            if choice.kind is ClueKind.CASE_STUDY and choice.how is WayOut.WITHHOLD
        )

    @cached_property
    def open(self) -> MinutesPack:
        """Without what is restricted, before anything is mended."""
        return opened(self.whole, withheld=self.withheld_items, hidden_corrections=self.by.hidden_corrections)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Everything that is looked through."""
        return passages_of(lambda walk: walk.minutes(self.open))

    @cached_property
    def clues(self) -> tuple[Clue, ...]:
        """What may identify a child in it."""
        studies = (
            _case_study(item.row.item, item.row.number)
            for item in self.whole.minutes.items
            if is_case_study(item.row.item) and not item.is_empty and not item.row.item.restricted
        )
        return (*self.by.lookout.clues(self.passages), *studies)

    @property
    def unsettled(self) -> tuple[Clue, ...]:
        """What stops it from going out."""
        return unsettled(self.clues, self.by.choices)

    @cached_property
    def posts(self) -> Posts:
        """Who is printed by post."""
        printed = self.whole.board.published_names
        return posts(self.whole.register, {**self.by.others, self.whole.author: "secretary"}, printed)

    @cached_property
    def names_as_posts(self) -> int:
        """How many people are printed by post."""
        texts = [passage.text for passage in self.passages]
        return sum(any(name in text for text in texts) for name in self.posts.by_name)

    @cached_property
    def pack(self) -> MinutesPack:
        """As it goes to the report: not a restricted word is left in it."""
        mending = Walk(lambda passage: _mending(passage, self.clues, self.by.choices)).minutes(self.open)
        return Walk(self.posts.replacements).minutes(mending)


@dataclass(frozen=True)
class PublishedUpdate:
    """The chair's update on its way to families."""

    whole: UpdatePack
    by: Publishing

    @cached_property
    def open(self) -> UpdatePack:
        """With nothing but the lines written for everybody."""
        return opened_update(self.whole)

    @cached_property
    def clues(self) -> tuple[Clue, ...]:
        """What may identify a child in it."""
        return self.by.lookout.clues(passages_of(lambda walk: walk.update(self.open)))

    @property
    def unsettled(self) -> tuple[Clue, ...]:
        """What stops it from going out."""
        return unsettled(self.clues, self.by.choices)

    @cached_property
    def pack(self) -> UpdatePack:
        """As it goes to the report."""
        mending = Walk(lambda passage: _mending(passage, self.clues, self.by.choices)).update(self.open)
        return Walk(Posts(self.by.others).replacements).update(mending)


def _mending(
    passage: Passage, clues: Collection[Clue], choices: tuple[PublishChoice, ...]
) -> tuple[Replacement, ...]:
    return replacements([clue for clue in clues if clue.place == passage.place], choices)


def is_case_study(item: AgendaItem) -> bool:
    """Whether somebody's own story is told there without their consent on record."""
    return item.kind is ItemKind.LIVED_EXPERIENCE and not item.consent


def _case_study(item: AgendaItem, number: str) -> Clue:
    return Clue(
        ClueKind.CASE_STUDY,
        item.id,
        f"{number}, whole item",
        item.title,
        item.title,
        0,
        0,
        "Somebody’s own story is told here, and no consent to publish it is on record.",
        "Tick the consent, or withhold the item.",
    )
