"""A returned copy held to what was sent round: whether it is of that draft, and what it proposes."""

from __future__ import annotations

from dataclasses import dataclass

from boarddesk.rules.minutes.corrections.copy import WordCopy
from boarddesk.rules.minutes.corrections.proposing import ENOUGH, proposals, share_of
from boarddesk.rules.minutes.corrections.suggestion import Suggestion
from boarddesk.rules.minutes.draft import Circulation


@dataclass(frozen=True)
class SentDrafts:
    """What went out, as far as a copy may be of it.

    `draft` is what it should be of, `printed` are the paragraphs of that document, `earlier` went out before
    it of the same meeting, `others` of other meetings.
    """

    draft: Circulation
    printed: tuple[str, ...] = ()
    earlier: tuple[Circulation, ...] = ()
    others: tuple[Circulation, ...] = ()


@dataclass(frozen=True)
class HeldCopy:
    """What was found: the suggestions, or the id of the draft that it is a copy of instead.

    One that `belongs_nowhere` is a copy of none of them.
    """

    suggestions: tuple[Suggestion, ...] = ()
    is_of: str = ""
    belongs_nowhere: bool = False


def held_to(copy: WordCopy, sent: SentDrafts, *, sent_by: str) -> HeldCopy:
    """Hold a copy to the draft that it should be of."""
    if share_of(copy, sent.draft) < ENOUGH:
        of = (draft.id for draft in sent.others if share_of(copy, draft, exactly=True) >= ENOUGH)
        other = next(of, "")
        return HeldCopy(is_of=other, belongs_nowhere=not other)
    exact = share_of(copy, sent.draft, exactly=True)
    for earlier in sent.earlier:
        if share_of(copy, earlier, exactly=True) > exact:
            return HeldCopy(is_of=earlier.id)
    return HeldCopy(proposals(copy, sent.draft, sent_by=sent_by, printed=sent.printed))
