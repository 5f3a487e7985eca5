"""The accessibility tags of many papers in one tree: one Part a paper, nothing of theirs lost.

A plain merge of pages leaves the tree behind. Here each tree is taken over whole, and whatever must be one of
its kind in a PDF is renumbered or renamed: parents, roles, classes, names of elements.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from pikepdf import Array, Dictionary, Name, NameTree, NumberTree, Object, Pdf, Stream, String

from boarddesk.reports.pack.paper import PaperPdf

Key = TypeVar("Key")
STANDARD = frozenset(
    {
        *("/Document", "/Part", "/Art", "/Sect", "/Div", "/BlockQuote", "/Caption", "/TOC", "/TOCI"),
        *("/Index", "/NonStruct", "/Private", "/P", "/H", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6"),
        *("/L", "/LI", "/Lbl", "/LBody", "/Table", "/TR", "/TH", "/TD", "/THead", "/TBody", "/TFoot"),
        *("/Span", "/Quote", "/Note", "/Reference", "/BibEntry", "/Code", "/Link", "/Annot", "/Ruby"),
        *("/RB", "/RT", "/RP", "/Warichu", "/WT", "/WP", "/Figure", "/Formula", "/Form"),
    }
)
"""Types every reader knows; a paper that means something else by one of them keeps that to itself."""


class Tags:
    """The tree of the pack, which each paper joins once its pages stand in it."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._parts = Array()
        self._document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, K=self._parts))
        self._parents = list[tuple[int, Object]]()
        self._next = 0
        self._papers = 0
        self._roles = dict[str, Object]()
        self._classes = dict[str, Object]()
        self._ids = dict[str, Object]()
        self._namespaces = list[Object]()

    def add(self, paper: PaperPdf, pages: list[Dictionary], *, title: str) -> None:
        """Take over the tags of a paper; one without gets a Part that leads through its pages in order."""
        self._papers += 1
        part = self._pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Part, T=String(title), P=self._document)
        )
        if paper.language:
            part.Lang = String(paper.language)
        self._parts.append(part)
        if paper.is_tagged:
            root = self._pdf.copy_foreign(paper.tags)
            self._adopt(part, root)
            self._number(root, pages)
            self._widgets(part, paper, pages)
        else:
            part.K = Array([self._page_element(part, page, paper, title) for page in pages])

    def write(self) -> None:
        """Put the tree into the pack."""
        numbers = NumberTree.new(self._pdf)
        for number, parent in self._parents:
            numbers[number] = parent
        root = Dictionary(
            Type=Name.StructTreeRoot,
            K=Array([self._document]),
            ParentTree=numbers.obj,
            ParentTreeNextKey=self._next,
        )
        if self._roles:
            root.RoleMap = Dictionary(self._roles)
        if self._classes:
            root.ClassMap = Dictionary(self._classes)
        if self._ids:
            names = NameTree.new(self._pdf)
            for key, element in self._ids.items():
                names[key] = element
            root.IDTree = names.obj
        if self._namespaces:
            root.Namespaces = Array(self._namespaces)
        self._pdf.Root.StructTreeRoot = self._pdf.make_indirect(root)
        self._document.P = self._pdf.Root.StructTreeRoot
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)

    # A paper that has tags

    def _adopt(self, part: Object, root: Object) -> None:
        """Its elements, below the Part; its own Document becomes the Part itself."""
        top = list(_kids(root.get(Name.K)))
        roles = root.get(Name.RoleMap)
        known = dict(roles.items()) if isinstance(roles, Dictionary) else {}
        if len(top) == 1 and known.get(str(top[0].get(Name.S)), top[0].get(Name.S)) == Name.Document:
            whole, kept = top[0], top[0].get(Name.K)
            below = list(_kids(kept))
            if len(below) == (len(kept) if isinstance(kept, Array) else 1):  # else some text is its own
                part.Lang = whole.get(Name.Lang, part.get(Name.Lang, String("")))
                top = below
        part.K = Array(top)
        for element in top:
            element.P = part
        self._join_names(part, root, known)
        spaces = root.get(Name.Namespaces)
        if isinstance(spaces, Array):
            self._namespaces += list(spaces)

    def _join_names(self, part: Object, root: Object, roles: dict[str, Object]) -> None:
        """Roles, classes and names of elements; those another paper has for something else are renamed."""
        classes, ids = root.get(Name.ClassMap), root.get(Name.IDTree)
        looks = dict(classes.items()) if isinstance(classes, Dictionary) else {}
        named = dict(_there(NameTree(ids))) if isinstance(ids, Dictionary) else {}
        mark = f"-{self._papers}"
        new_roles = {
            key: f"{key}{mark}"
            for key, means in roles.items()
            if means != Name(key) and (key in STANDARD or self._roles.get(key, means) != means)
        }
        new_classes = {key: f"{key}{mark}" for key in looks if key in self._classes}
        new_ids = {key: f"{key}{mark}" for key in named if key in self._ids}
        if new_roles or new_classes or new_ids:
            for element in _elements(part):
                _rename(element, new_roles, new_classes, new_ids)
        self._roles |= {new_roles.get(key, key): means for key, means in roles.items() if means != Name(key)}
        self._classes |= {new_classes.get(key, key): look for key, look in looks.items()}
        self._ids |= {new_ids.get(key, key): element for key, element in named.items()}

    def _number(self, root: Object, pages: Iterable[Dictionary]) -> None:
        """The numbers by which pages, links and drawings find their elements, after those given so far."""
        start, most = self._next, -1
        tree = root.get(Name.ParentTree)
        if isinstance(tree, Dictionary):
            for number, parent in _there(NumberTree(tree)):
                self._parents.append((start + int(number), parent))
                most = max(most, int(number))
        for owner in _owners(pages):
            for key in (Name.StructParents, Name.StructParent):
                if key in owner:
                    most = max(most, int(owner[key]))
                    owner[key] = start + int(owner[key])
        self._next = start + most + 1

    def _widgets(self, part: Object, paper: PaperPdf, pages: Sequence[Dictionary]) -> None:
        """Fields of a form stand in the pack as new copies; their elements lead to those."""
        if not paper.has_fields:
            return
        moved = {}
        for old, new in zip(paper.pdf.pages, pages, strict=True):
            pairs = zip(old.obj.get(Name.Annots, Array()), new.get(Name.Annots, Array()), strict=False)
            for before, after in pairs:
                if before.is_indirect:
                    moved[self._pdf.copy_foreign(before).objgen] = after
        for element in _elements(part):
            for kid in _kids(element.get(Name.K), elements=False):
                leads_to = kid.get(Name.Obj)
                if leads_to is not None and leads_to.objgen in moved:
                    kid.Obj = moved[leads_to.objgen]

    # A paper that has none

    def _page_element(self, part: Object, page: Dictionary, paper: PaperPdf, title: str) -> Object:
        """The page as one paragraph, in the order it was drawn; a scanned one as a picture that is named.

        In a tagged PDF whatever no element holds is passed over by those who listen.
        """
        element = Dictionary(Type=Name.StructElem, S=Name.P, P=part, Pg=page, K=0)
        if paper.is_scanned:
            element.S = Name.Figure
            element.Alt = String(f"A scanned page of {title}, without text")
        made = self._pdf.make_indirect(element)
        page.StructParents = self._next
        self._parents.append((self._next, Array([made])))
        self._next += 1
        kind = b"/Figure" if paper.is_scanned else b"/P"
        begin = self._pdf.make_stream(kind + b" <</MCID 0>> BDC\n")
        contents = page.get(Name.Contents, Array())
        drawn = list(contents) if isinstance(contents, Array) else [contents]
        page.Contents = Array([begin, *drawn, self._pdf.make_stream(b"\nEMC\n")])
        return made


def _there(tree: Mapping[Key, Object]) -> Iterator[tuple[Key, Object]]:
    """The entries of a tree that lead somewhere."""
    return ((key, kept) for key, kept in tree.items() if kept is not None)


def _kids(kept: Object | None, *, elements: bool = True) -> Iterator[Dictionary]:
    """What stands below an element: other elements, or also references to links and fields."""
    for kid in kept if isinstance(kept, Array) else (kept,):
        if isinstance(kid, Dictionary) and (not elements or Name.S in kid):
            yield kid


def _elements(part: Object) -> Iterator[Dictionary]:
    """Every element below a part; each once, however a tree is knotted."""
    waiting, seen = list(_kids(part.get(Name.K))), set[tuple[int, int]]()
    while waiting:
        element = waiting.pop()
        if element.is_indirect:
            if element.objgen in seen:
                continue
            seen.add(element.objgen)
        yield element
        waiting += _kids(element.get(Name.K))


def _rename(element: Dictionary, roles: dict[str, str], classes: dict[str, str], ids: dict[str, str]) -> None:
    role = str(element.get(Name.S))
    if role in roles:
        element.S = Name(roles[role])
    if classes and Name.C in element:
        given = element.C
        renamed = [
            Name(classes.get(str(each), str(each))) if isinstance(each, Name) else each
            for each in (given if isinstance(given, Array) else (given,))
        ]
        element.C = Array(renamed)
    if ids:
        if Name.ID in element and str(element.ID) in ids:
            element.ID = String(ids[str(element.ID)])
        for looks in _kids(element.get(Name.A), elements=False):
            if Name.Headers in looks:  # the cells of a table that head this one
                looks.Headers = Array(String(ids.get(str(each), str(each))) for each in looks.Headers)


def _owners(pages: Iterable[Dictionary]) -> Iterator[Object]:
    """Everything on the pages that has a number of its own: pages, links and fields, drawings; each once."""
    seen = set[tuple[int, int]]()
    for page in pages:
        yield page
        annotations = page.get(Name.Annots, Array())
        waiting: list[Object] = [each for each in annotations if isinstance(each, Dictionary)]
        waiting += _drawings(page)
        while waiting:
            owner = waiting.pop()
            if owner.is_indirect:
                if owner.objgen in seen:
                    continue
                seen.add(owner.objgen)
            yield owner
            if isinstance(owner, Stream):
                waiting += _drawings(owner)


def _drawings(owner: Object) -> list[Object]:
    resources = owner.get(Name.Resources)
    kept = resources.get(Name.XObject) if isinstance(resources, Dictionary) else None
    return (
        [each for each in kept.values() if isinstance(each, Stream)] if isinstance(kept, Dictionary) else []
    )
