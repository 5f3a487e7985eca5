"""One list of a page of records, as data: its rows, what filters them, what is done to one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from boarddesk.ui.action import Action
from boarddesk.ui.widgets.steady_detail import SteadyDetail
from boarddesk.ui.widgets.table.rows import Column, Group, Row

Read = TypeVar("Read")
"""What a page has read and its sections show."""

Listing = tuple[Sequence[Row], Sequence[Group]]
Filling = tuple[str, Callable[[], object]]
"""The record in the panel, by its id, and what fills the panel with it."""


@dataclass(frozen=True)
class Filter(Generic[Read]):
    """A drop-down over the rows; `everything` is the choice that leaves none out."""

    name: str
    choices: Callable[[Read], Sequence[tuple[str, str]]]
    width: int
    everything: str = ""


@dataclass(frozen=True)
class Section(Generic[Read]):
    """One list of records of a kind, called `spoken` by a screen reader, its columns remembered by `name`.

    `rows` are made of what was read and of the choices of the filters; where the count is to say how many
    the filters leave of all, `rows` gives all of them and `keeps` says which stay. `columns_of` says which
    columns what was read asks for, where that is not always the same; `further` is said after the count.
    `panel` fills the detail with the row or group chosen, None leaves it away; `first` is chosen when what
    is shown is `about` something else. `empty` is what stands there instead of the list, None where there
    are rows. `new` is what Ctrl+N and the button of the header do, `edit` and `paste` what cells do.
    `actions` stand in the menu of a row; those with a menu or words are offered elsewhere too. `count` is how
    many a tab says there are; what stands `over` the rows takes its share of the height; what stands `beside`
    them is shown where there is room for both, and a detail that lies `below` both, so high, has the whole
    width. `seen` is told what is shown and chosen.
    """

    kind: str
    title: str
    noun: tuple[str, str]
    columns: tuple[Column, ...]
    rows: Callable[[Read, Sequence[str]], Listing]
    panel: Callable[[SteadyDetail, Read, str], Filling | None]
    empty: Callable[[Read], QWidget | None]
    new: Action
    edit: Callable[[str, str, str], object]
    paste: Callable[[list[tuple[str, str, str]]], object]
    actions: tuple[Action, ...] = ()
    filters: tuple[Filter[Read], ...] = ()
    keeps: Callable[[Read, str, Sequence[str]], bool] | None = None
    first: Callable[[Read], str] | None = None
    about: Callable[[Read], str] = lambda _read: ""
    further: Callable[[Read, Sequence[Row]], str] | None = None
    columns_of: Callable[[Read], tuple[Column, ...]] | None = None
    count: Callable[[Read], int] | None = None
    over: QWidget | None = None
    beside: QWidget | None = None
    below: int = 0
    seen: Callable[[Read, Sequence[Row], str], object] | None = None
    name: str = ""
    spoken: str = ""
    hint: str = "Filter these rows"
    row_height: int = 28
