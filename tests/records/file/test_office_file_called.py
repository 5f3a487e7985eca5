"""Safety that is built is used: what keeps the office file and is called by nobody is found here."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import boarddesk

SOURCE = Path(boarddesk.__file__).parent
FILE = SOURCE / "records" / "file"

Tree = ast.Module


@cache
def trees() -> Mapping[Path, Tree]:
    return {path: ast.parse(path.read_text("utf-8")) for path in SOURCE.rglob("*.py")}


def public(tree: Tree) -> Iterator[tuple[str, str]]:
    """Each function of a module, and each method with the name of its class."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield "", node.name
        if isinstance(node, ast.ClassDef):
            for part in node.body:
                if isinstance(part, ast.FunctionDef) and not part.name.startswith("_"):
                    yield node.name, part.name


def names_used(tree: Tree) -> set[str]:
    """What a module takes by name, as `module.name`: imported, or asked of a module it imported."""
    nodes = list(ast.walk(tree))
    known_as: dict[str, set[str]] = {}
    for node in nodes:
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                known_as.setdefault(alias.asname or alias.name, set()).add(whole)
    return set[str]().union(*known_as.values()) | {
        f"{whole}.{node.attr}"
        for node in nodes
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
        for whole in known_as.get(node.value.id, ())
    }


def uncalled(sources: Mapping[Path, Tree]) -> list[str]:
    attributes = {
        node.attr for tree in sources.values() for node in ast.walk(tree) if isinstance(node, ast.Attribute)
    }
    used_in = {path: names_used(tree) for path, tree in sources.items()}
    found = []
    for path in sorted(FILE.glob("*.py")):
        module = ".".join(("boarddesk", *path.relative_to(SOURCE).with_suffix("").parts))
        own = {node.id for node in ast.walk(sources[path]) if isinstance(node, ast.Name)}
        used = set[str]().union(*(names for other, names in used_in.items() if other != path))
        for of, name in public(sources[path]):
            if not (name in attributes if of else name in own or f"{module}.{name}" in used):
                found.append(f"{path.name}: {of and of + '.'}{name}")
    return found


def test_every_public_function_that_keeps_the_file_is_called_by_the_program() -> None:
    assert uncalled(trees()) == []


def test_a_function_only_tests_call_is_found() -> None:
    path = FILE / "backups.py"
    more = ast.parse(path.read_text("utf-8") + "\n\ndef tidy_up() -> None: ...\n")
    assert uncalled({**trees(), path: more}) == ["backups.py: tidy_up"]
