"""Accepted corrections made in the minutes as they are now, as far as they still fit there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from boarddesk.rules.minutes.block import Block, BlockKind, Span, SpanKind, block_of, joined
from boarddesk.rules.minutes.corrections.edits import WordEdit, edited, edited_block, rebased, word_edits
from boarddesk.rules.minutes.corrections.lines import BREAK
from boarddesk.rules.minutes.corrections.suggestion import Suggestion, SuggestionKind
from boarddesk.rules.minutes.draft import Circulation

CHANGED_SINCE = "The draft was changed there since it went out."
GONE = "That paragraph is no longer in the draft."
NO_ITEM = "That item is no longer on the agenda."


@dataclass(frozen=True)
class CorrectedMinutes:
    """How the text then reads: blocks by item, sentences of records by their id; what did not fit, and why.

    A block that is new has no id.
    """

    items: Mapping[str, tuple[Block, ...]]
    sentences: Mapping[str, str]
    unfit: Mapping[str, str]


@dataclass
class _Text:
    """The minutes while corrections are made in them."""

    items: dict[str, list[Block]]
    sentences: dict[str, str]
    draft: Circulation
    unfit: dict[str, str] = field(default_factory=dict)

    def found(self, block_id: str) -> tuple[str, int] | None:
        """The item and the place of a block; nothing where it is gone."""
        for item_id, blocks in self.items.items():
            for at, block in enumerate(blocks):
                if block.id == block_id:
                    return item_id, at
        return None

    def behind(self, item_id: str, line: str) -> int:
        """The place after a line of the draft, or after the nearest before it that is still in the item."""
        lines = next((item.lines for item in self.draft.items if item.id == item_id), ())
        known = [each.id for each in lines]
        earlier = known[: known.index(line) + 1] if line in known else []
        standing = {block.id: at for at, block in enumerate(self.items[item_id])}
        return next((standing[each] + 1 for each in reversed(earlier) if each in standing), 0)


def corrected(
    items: Mapping[str, Sequence[Block]],
    sentences: Mapping[str, str],
    accepted: Iterable[Suggestion],
    draft: Circulation,
) -> CorrectedMinutes:
    """The minutes with corrections made; the result is the same in whichever order they are given.

    `sentences` are the words of decisions, actions and challenges by the id of their record.
    """
    text = _Text({key: list(blocks) for key, blocks in items.items()}, dict(sentences), draft)
    known = sorted(accepted, key=lambda one: one.place_among)
    by_kind = {kind: [one for one in known if one.kind is kind] for kind in SuggestionKind}
    lines = {line.id: at for at, (_, line) in enumerate(draft.lines)}
    for block_id in sorted({one.block for one in by_kind[SuggestionKind.CHANGE]}):
        _change(text, [one for one in by_kind[SuggestionKind.CHANGE] if one.block == block_id])
    coming = sorted(
        (*by_kind[SuggestionKind.MOVE], *by_kind[SuggestionKind.INSERT]),
        key=lambda one: (one.author.casefold(), one.order, one.will_be, one.block),
    )
    places = {(lines.get(one.after, -1), one.item_id, one.after) for one in coming}
    for _, item_id, after in sorted(places, reverse=True):
        _arrive(text, item_id, after, [one for one in coming if (one.item_id, one.after) == (item_id, after)])
    for one in sorted(by_kind[SuggestionKind.JOIN], key=lambda one: -lines.get(one.block, -1)):
        _join(text, one)
    for one in by_kind[SuggestionKind.DELETE]:
        _delete(text, one)
    made = {key: tuple(blocks) for key, blocks in text.items.items()}
    return CorrectedMinutes(made, text.sentences, text.unfit)


def _change(text: _Text, changes: Sequence[Suggestion]) -> None:
    """What several changed in one block is made together, the first of those that clash."""
    line = next((line for _, line in text.draft.lines if line.id == changes[0].block), None)
    at = text.found(changes[0].block)
    record = line.record_id if line is not None and line.kind.is_row else ""
    if at is None and record not in text.sentences:
        _refuse(text, changes, GONE)
        return
    now = text.sentences[record] if record else text.items[at[0]][at[1]].text if at else ""
    made: list[WordEdit] = []
    for one in changes:
        wanted = word_edits(one.was, one.own_words) if one.own_words else one.edits
        fitting, unfit = rebased(one.was, wanted, now)
        if unfit or any(edit.clashes(known) for edit in fitting for known in made):
            text.unfit[one.id] = CHANGED_SINCE
        else:
            made += fitting
    if record:
        _change_row(text, at, record, edited(now, made))
    elif at is not None:
        block = text.items[at[0]][at[1]]
        text.items[at[0]][at[1] : at[1] + 1] = _parted(edited_block(block, made))


def _change_row(text: _Text, at: tuple[str, int] | None, record_id: str, sentence: str) -> None:
    """A record keeps the first paragraph; what was parted from it follows its row as text."""
    first, *more = (part.strip() for part in sentence.split(BREAK))
    text.sentences[record_id] = first if at is not None else " ".join((first, *more))
    if at is not None:
        item_id, place = at
        row = text.items[item_id][place]
        text.items[item_id][place + 1 : place + 1] = [
            Block(text=part, restricted=row.restricted) for part in more if part
        ]


def _arrive(text: _Text, item_id: str, after: str, coming: Sequence[Suggestion]) -> None:
    """What moves or is put in after one line stands there in the order of the copies, the same words once."""
    if item_id not in text.items:
        _refuse(text, coming, NO_ITEM)
        return
    standing: list[Block] = []
    for one in coming:
        if one.kind is SuggestionKind.MOVE:
            at = text.found(one.block)
            if at is None and not any(block.id == one.block for block in standing):
                _refuse(text, [one], GONE)
            elif at is not None:
                standing.append(text.items[at[0]].pop(at[1]))
            continue
        words = one.own_words or one.will_be
        kind = BlockKind.BULLET if one.is_bullet else BlockKind.PARAGRAPH
        if not any(not block.id and block.text == words for block in standing):
            standing.append(Block(kind=kind, text=words))
    place = text.behind(item_id, after)
    blocks = text.items[item_id]
    is_restricted = place > 0 and blocks[place - 1].restricted
    blocks[place:place] = [
        block if block.id else replace(block, restricted=is_restricted) for block in standing
    ]


def _join(text: _Text, one: Suggestion) -> None:
    at = text.found(one.block)
    if at is None or at[1] == 0:
        _refuse(text, [one], GONE if at is None else CHANGED_SINCE)
        return
    blocks = text.items[at[0]]
    first, second = blocks[at[1] - 1 : at[1] + 1]
    if first.kind.is_row or second.kind.is_row:
        _refuse(text, [one], CHANGED_SINCE)
        return
    gap = "" if first.text[-1:].isspace() or second.text[:1].isspace() else " "
    pieces = (*edited_block(first, [WordEdit(len(first.text), len(first.text), gap)]).pieces, *second.pieces)
    restricted = first.restricted and second.restricted
    if first.restricted and not restricted:
        pieces = tuple(
            replace(piece, restricted=True) if at < len(first.pieces) else piece
            for at, piece in enumerate(pieces)
        )
    both = block_of(pieces, of=replace(first, restricted=False))
    spans = tuple(span for span in both.spans if not restricted or span.kind is SpanKind.BOLD)
    blocks[at[1] - 1 : at[1] + 1] = [replace(both, restricted=restricted, spans=spans)]


def _delete(text: _Text, one: Suggestion) -> None:
    at = text.found(one.block)
    if at is None:
        return
    block = text.items[at[0]][at[1]]
    if block.kind.is_row or block.text != one.was:
        text.unfit[one.id] = CHANGED_SINCE
        return
    del text.items[at[0]][at[1]]


def _refuse(text: _Text, suggestions: Iterable[Suggestion], why: str) -> None:
    text.unfit.update(dict.fromkeys((one.id for one in suggestions), why))


def _parted(block: Block) -> Iterator[Block]:
    """A block with breaks in it as several, each with its own marks; the first stays the block it was."""
    if BREAK not in block.text:
        yield block
        return
    start = 0
    for number, part in enumerate(block.text.split(BREAK)):
        first = start + len(part) - len(part.lstrip())
        end = start + len(part.rstrip())
        kept = (
            Span(max(span.start, first) - first, min(span.end, end) - first, span.kind)
            for span in block.spans
        )
        if number == 0 or part.strip():
            yield replace(block, id="" if number else block.id, text=part.strip(), spans=joined(kept))
        start += len(part) + len(BREAK)
