"""What a PowerPoint presentation holds that nobody should publish."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from boarddesk.importing.papers.active_parts import embedded, file_links, macros
from boarddesk.importing.papers.elements import (
    Element,
    attribute,
    child,
    each,
    relation_id,
    remove,
    words_in,
)
from boarddesk.importing.papers.hit import Hit
from boarddesk.importing.papers.office_paper import OfficePaper, Relation
from boarddesk.importing.papers.pictures import without_words
from boarddesk.importing.papers.properties import kept, properties
from boarddesk.rules.papers.finding import FindingKind, PaperTrace
from boarddesk.rules.papers.placeholders import placeholders

_AUTHORS = ("commentAuthors", "authors")
_SESSIONS = ("changesInfo", "changesinfos", "changesInfos", "revisionInfo")


@dataclass(frozen=True)
class _Slide:
    entry: Element
    relation: Relation
    number: int
    root: Element

    @property
    def part(self) -> str:
        return self.relation.part

    @property
    def place(self) -> str:
        return f"slide {self.number}"

    @property
    def hidden(self) -> bool:
        return attribute(self.root, "show") in ("0", "false")


class PowerPointPaper:
    """A presentation looked through, slide by slide, in the order in which they are shown."""

    def __init__(self, paper: OfficePaper) -> None:
        self.paper = paper
        leading = {relation.id: relation for relation in paper.related(paper.main, "slide")}
        entries = [entry for entry in each(paper.document, "sldId") if relation_id(entry) in leading]
        found = [(entry, leading[relation_id(entry)]) for entry in entries]
        self.slides = [
            _Slide(entry, relation, number, root)
            for number, (entry, relation) in enumerate(found, 1)
            if (root := paper.root(relation.part)) is not None
        ]
        self._places = {slide.part: slide.place for slide in self.slides}
        for slide in self.slides:
            for relation in paper.relations(slide.part):
                self._places.setdefault(relation.part, slide.place)

    @property
    def pages(self) -> int:
        """The slides that are shown."""
        return sum(not slide.hidden for slide in self.slides)

    def hits(self) -> Iterator[Hit]:
        """Everything found, each with what takes it away."""
        for slide in self.slides:
            if slide.hidden:
                title = " ".join(words_in(slide.root).split())
                trace = PaperTrace(FindingKind.HIDDEN_SLIDES, slide.place, words=title)
                yield Hit(trace, partial(self._take_slide, slide))
            else:
                yield from self._hidden_shapes(slide)
            yield from self._notes(slide)
            yield from self._comments(slide)
        yield from macros(self.paper)
        yield from self._actions()
        yield from embedded(self.paper, self._where)
        yield from file_links(self.paper, self._where)
        yield from properties(self.paper)
        yield from self._sessions()
        for element in each(self.paper.document, "modifyVerifier"):
            yield Hit(PaperTrace(FindingKind.PROTECTION), partial(remove, element))

    def _where(self, part: str, _key: str) -> str:
        return self._places.get(part, "")

    def _take_slide(self, slide: _Slide) -> None:
        """With its entries in sections and shows, and without links that lead to it."""
        number = slide.entry.get("id", "")
        root = self.paper.document
        for entry in list(root.iter("{*}sldId", "{*}sld")):
            own = entry.get("id", "") == number or relation_id(entry) == slide.relation.id
            if own:
                remove(entry)
        remove(slide.relation.element)
        for other in self.slides:
            leading = [
                relation for relation in self.paper.relations(other.part) if relation.part == slide.part
            ]
            ids = {relation.id for relation in leading}
            for link in list(other.root.iter("{*}hlinkClick", "{*}hlinkMouseOver", "{*}hlinkHover")):
                if relation_id(link) in ids:
                    remove(link)
            for relation in leading:
                remove(relation.element)

    def _hidden_shapes(self, slide: _Slide) -> Iterator[Hit]:
        for named in each(slide.root, "cNvPr"):
            holder = named.getparent()
            shape = None if holder is None else holder.getparent()
            if attribute(named, "hidden") in ("1", "true") and shape is not None and words_in(shape).strip():
                trace = PaperTrace(FindingKind.HIDDEN_TEXT, slide.place, words=words_in(shape).strip())
                yield Hit(trace, partial(remove, shape))

    def _notes(self, slide: _Slide) -> Iterator[Hit]:
        for relation in self.paper.related(slide.part, "notesSlide"):
            words = " ".join(
                words_in(shape)
                for shape in each(self.paper.root(relation.part), "sp")
                if attribute(next(each(shape, "ph"), None), "type")
                not in ("sldNum", "dt", "ftr", "hdr", "sldImg")
            ).strip()
            if words:
                trace = PaperTrace(FindingKind.SPEAKER_NOTES, slide.place, words=words)
                yield Hit(trace, partial(remove, relation.element))

    def _comments(self, slide: _Slide) -> Iterator[Hit]:
        people = {
            attribute(author, "id"): attribute(author, "name")
            for relation in self.paper.related(self.paper.main, *_AUTHORS)
            for author in each(self.paper.root(relation.part), "cmAuthor", "author")
        }
        for relation in list(self.paper.related(slide.part, "comments")):
            for comment in each(self.paper.root(relation.part), "cm", "reply"):
                who = people.get(attribute(comment, "authorId"), "")
                own = child(comment, "text")
                words = (own.text or "") if own is not None else _threaded(comment)
                trace = PaperTrace(FindingKind.COMMENTS, slide.place, who, words.strip())
                yield Hit(trace, partial(self._take_comments, relation))

    def _take_comments(self, relation: Relation) -> None:
        remove(relation.element)
        for authors in list(self.paper.related(self.paper.main, *_AUTHORS)):
            remove(authors.element)

    def _actions(self) -> Iterator[Hit]:
        for slide in self.slides:
            for link in each(slide.root, "hlinkClick", "hlinkMouseOver", "hlinkHover"):
                if attribute(link, "action").startswith(
                    ("ppaction://macro", "ppaction://program", "ppaction://ole")
                ):
                    trace = PaperTrace(FindingKind.MACROS, slide.place, what="a button that starts a program")
                    yield Hit(trace, partial(remove, link))

    def _sessions(self) -> Iterator[Hit]:
        """Who changed which slide, as PowerPoint on the web keeps it."""
        for relation in list(self.paper.related(self.paper.main, *_SESSIONS)):
            names = [attribute(data, "name") for data in each(self.paper.root(relation.part), "chgData")]
            for who in dict.fromkeys(name for name in names if name):
                yield Hit(kept("the changes of", who), partial(remove, relation.element))

    def remarks(self) -> Iterator[PaperTrace]:
        """What only its author can put right: placeholders, and pictures without words."""
        for slide in self.slides:
            if slide.hidden:
                continue
            yield from without_words(slide.root, slide.place)
            for paragraph in each(slide.root, "p"):
                for words in placeholders(words_in(paragraph)):
                    yield PaperTrace(FindingKind.PLACEHOLDERS, slide.place, words=words)

    def tidy(self) -> None:
        """Take away what is left of authors once nothing of theirs is there, and of editing sessions."""
        for relation in list(self.paper.related(self.paper.main, *_AUTHORS, *_SESSIONS)):
            remove(relation.element)


def _threaded(comment: Element) -> str:
    """The words of a comment of today's PowerPoint, without those of the answers to it."""
    body = child(comment, "txBody")
    return "" if body is None else words_in(body)
