"""What a rule hands out refuses to be changed: the page and the document that share it say the same."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from boarddesk import rules


def handed_out() -> Iterator[type]:
    """Every kind of record that a module of the rules gives to others."""
    for found in pkgutil.walk_packages(rules.__path__, f"{rules.__name__}."):
        module = importlib.import_module(found.name)
        for name, kind in vars(module).items():
            its_own = getattr(kind, "__module__", "") == found.name and not name.startswith("_")
            if isinstance(kind, type) and is_dataclass(kind) and its_own:
                yield kind


def can_be_written_into(kind: type) -> bool:
    first = fields(kind)[0].name
    try:
        setattr(object.__new__(kind), first, None)
    except AttributeError:
        return False
    return True


def test_nothing_that_a_rule_hands_out_can_be_written_into() -> None:
    kinds = list(handed_out())
    assert len(kinds) > 100
    assert [kind.__qualname__ for kind in kinds if can_be_written_into(kind)] == []
