"""What a Word document holds that nobody should publish."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from boarddesk.importing.papers.active_parts import embedded, file_links, macros
from boarddesk.importing.papers.elements import (
    Element,
    ancestor,
    attribute,
    child,
    each,
    is_on,
    remove,
    words_in,
)
from boarddesk.importing.papers.hit import Hit
from boarddesk.importing.papers.office_paper import OfficePaper
from boarddesk.importing.papers.properties import PATH, properties
from boarddesk.importing.papers.word_changes import accept, place_of, tracked_changes
from boarddesk.rules.papers.finding import FindingKind, PaperTrace
from boarddesk.rules.papers.placeholders import placeholders

STORIES = ("header", "footer", "footnotes", "endnotes")
_COMMENT_PARTS = ("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people")
_ANCHORS = ("commentRangeStart", "commentRangeEnd", "commentReference")


class WordPaper:
    """A Word document looked through, story by story."""

    def __init__(self, paper: OfficePaper) -> None:
        self.paper = paper
        parts = [relation.part for relation in paper.related(paper.main, *STORIES)]
        roots = [(part, paper.root(part)) for part in dict.fromkeys([paper.main, *parts])]
        self.stories = {part: root for part, root in roots if root is not None}
        self._settings = [
            root
            for relation in paper.related(paper.main, "settings")
            if (root := paper.root(relation.part)) is not None
        ]
        self._hiding = _hiding_styles(paper)

    def hits(self) -> Iterator[Hit]:
        """Everything found, each with what takes it away; changes are accepted before anything else."""
        for root in self.stories.values():
            taking = partial(accept, root)
            yield from (Hit(trace, taking) for trace in tracked_changes(root))
        yield from self._comments()
        yield from self._hidden()
        yield from macros(self.paper)
        yield from embedded(self.paper, self._where)
        yield from file_links(self.paper, self._where)
        yield from self._linking_fields()
        yield from properties(self.paper)
        yield from self._protection()

    def _where(self, part: str, key: str) -> str:
        user = self.paper.users(part).get(key) if part in self.stories else None
        return "" if user is None else place_of(user)

    # Comments

    def _comments(self) -> Iterator[Hit]:
        places = {
            attribute(element, "id"): place_of(element)
            for root in self.stories.values()
            for element in each(root, "commentReference")
        }
        for relation in self.paper.related(self.paper.main, "comments"):
            for comment in each(self.paper.root(relation.part), "comment"):
                words = " ".join(words_in(paragraph) for paragraph in each(comment, "p")).strip()
                place, who = places.get(attribute(comment, "id"), ""), attribute(comment, "author")
                yield Hit(PaperTrace(FindingKind.COMMENTS, place, who, words), self._take_comments)

    def _take_comments(self) -> None:
        for relation in list(self.paper.related(self.paper.main, *_COMMENT_PARTS)):
            remove(relation.element)
        for root in self.stories.values():
            for element in list(root.iter(*(f"{{*}}{name}" for name in _ANCHORS))):
                run = element.getparent()
                remove(element)
                if run is not None and str(run.tag).endswith("}r") and not _says_something(run):
                    remove(run)

    # Hidden text

    def _hidden(self) -> Iterator[Hit]:
        for root in self.stories.values():
            for row in each(root, "tr"):
                if is_on(child(row, "trPr", "hidden")) and words_in(row).strip():
                    yield Hit(_hidden_text(row), partial(remove, row))
            last: Element | None = None
            taking = partial(self._take_hidden, root)
            for run in each(root, "r"):
                if not self._is_hidden(run) or not words_in(run).strip():
                    continue
                if last is None or run.getprevious() is not last:  # runs on end are one passage
                    yield Hit(_hidden_text(run), taking)
                last = run

    def _take_hidden(self, root: Element) -> None:
        for run in list(root.iter("{*}r")):
            if self._is_hidden(run) and words_in(run).strip():
                for text in list(run.iter("{*}t", "{*}tab", "{*}br", "{*}cr", "{*}sym", "{*}noBreakHyphen")):
                    remove(text)
                if not _says_something(run):
                    remove(run)

    def _is_hidden(self, run: Element) -> bool:
        own = child(run, "rPr", "vanish")
        if own is not None:
            return is_on(own)
        character = child(run, "rPr", "rStyle")
        if character is not None and (said := self._hiding.get(attribute(character, "val"))) is not None:
            return said
        paragraph = ancestor(run, "p")
        style = child(paragraph, "pPr", "pStyle")
        return bool(self._hiding.get(attribute(style, "val"))) if style is not None else False

    # Links in fields, protection, placeholders

    def _linking_fields(self) -> Iterator[Hit]:
        """Fields that lead to a file, or start a program."""
        for root in self.stories.values():
            for begin, instruction in _fields(root):
                first = (instruction.split() or [""])[0].upper()
                if first in ("DDE", "DDEAUTO"):
                    trace = PaperTrace(
                        FindingKind.MACROS, place_of(begin), what="a field that starts a program"
                    )
                    yield Hit(trace, partial(_leave_result, begin))
                elif first in _LEADING and PATH.search(instruction.replace("\\\\", "\\")):
                    trace = PaperTrace(FindingKind.FILE_LINKS, place_of(begin), words=instruction.strip())
                    yield Hit(trace, partial(_leave_result, begin))

    def _protection(self) -> Iterator[Hit]:
        for root in self._settings:
            for name in ("documentProtection", "writeProtection"):
                element = child(root, name)
                if element is not None:
                    yield Hit(PaperTrace(FindingKind.PROTECTION, "the settings"), partial(remove, element))

    def remarks(self) -> Iterator[PaperTrace]:
        """What only its author can put right: left-over placeholders, and what Word joins in from inside."""
        for _ in self.paper.related(self.paper.main, "aFChunk"):
            yield PaperTrace(FindingKind.UNCHECKED, what="a document that Word joins in when it is opened")
        for root in self.stories.values():
            for paragraph in each(root, "p"):
                text = self._read_words(paragraph)
                for words in placeholders(text):
                    yield PaperTrace(FindingKind.PLACEHOLDERS, f"“{' '.join(text.split())}”", words=words)

    def _read_words(self, paragraph: Element) -> str:
        """What a reader sees of a paragraph, what it holds in boxes left to those."""
        said = []
        for element in each(paragraph, "t", "tab", "br"):
            run = ancestor(element, "r")
            if run is None or ancestor(element, "p") is not paragraph or self._is_hidden(run):
                continue
            if ancestor(element, "moveFrom") is None:
                said.append(element.text or "" if str(element.tag).endswith("}t") else "\t")
        return "".join(said)

    # What no reader sees and nobody asks about

    def tidy(self) -> None:
        """Take the marks of editing sessions away, and the list of who took part."""
        for relation in list(self.paper.related(self.paper.main, "people")):
            remove(relation.element)
        for root in [*self.stories.values(), *self._settings]:
            for element in root.iter():
                for key in [key for key in element.attrib if "}rsid" in str(key)]:
                    del element.attrib[key]
            for element in list(root.iter("{*}rsids", "{*}trackRevisions")):
                remove(element)


_LEADING = ("HYPERLINK", "LINK", "INCLUDETEXT", "INCLUDEPICTURE", "RD")


def _hidden_text(element: Element) -> PaperTrace:
    return PaperTrace(FindingKind.HIDDEN_TEXT, place_of(element), words=words_in(element).strip())


def _says_something(run: Element) -> bool:
    return any(
        not str(each.tag).endswith(("}rPr", "}lastRenderedPageBreak", "}annotationRef")) for each in run
    )


def _hiding_styles(paper: OfficePaper) -> dict[str, bool]:
    """The styles that hide their text, or say that they do not, those they are based on followed."""
    own: dict[str, Element] = {}
    for relation in paper.related(paper.main, "styles"):
        own |= {attribute(style, "styleId"): style for style in each(paper.root(relation.part), "style")}

    def hides(key: str, seen: frozenset[str]) -> bool | None:
        if key not in own or key in seen:
            return None
        said = child(own[key], "rPr", "vanish")
        if said is not None:
            return is_on(said)
        return hides(attribute(child(own[key], "basedOn"), "val"), seen | {key})

    return {key: said for key in own if (said := hides(key, frozenset())) is not None}


def _fields(root: Element) -> Iterator[tuple[Element, str]]:
    """Each field with its instruction: where it begins, or the element that is all of it."""
    for element in list(root.iter("{*}fldSimple")):
        yield element, attribute(element, "instr")
    under_way: list[tuple[Element, list[str]]] = []
    for element in list(root.iter("{*}fldChar", "{*}instrText")):
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            under_way.append((element, []))
        elif kind == "end" and under_way:
            begin, said = under_way.pop()
            yield begin, "".join(said)
        elif under_way and not kind:
            under_way[-1][1].append(element.text or "")


def _leave_result(begin: Element) -> None:
    """Take a field's marks and instruction away; what it shows stays as text."""
    if str(begin.tag).endswith("}fldSimple"):
        holder = begin.getparent()
        if holder is not None:
            at = holder.index(begin)
            holder[at : at + 1] = [element for element in begin if not str(element.tag).endswith("}fldData")]
        return
    depth, going = 0, []
    for element in begin.getroottree().getroot().iter("{*}fldChar", "{*}instrText"):
        kind = attribute(element, "fldCharType")
        if element is begin:
            depth = 1
        elif depth and kind == "begin":
            depth += 1
        if depth == 1:
            going.append(element)
        if depth and kind == "end":
            depth -= 1
            if not depth:
                break
    for element in going:
        run = element.getparent()
        remove(element)
        if run is not None and not _says_something(run):
            remove(run)
