"""Safety that is built is used: what keeps the office file and is called by nobody is found here."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import boarddesk

SOURCE = Path(boarddesk.__file__).parent
FILE = SOURCE / "records" / "file"

Tree = ast.Module


def trees() -> dict[Path, Tree]:
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


def names_used(tree: Tree, module: str) -> set[str]:
    """The functions of a module that another takes by name: imported, or asked of the module."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == module:
            found |= {alias.name for alias in node.names}
    known_as = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if f"{node.module}.{alias.name}" == module
    }
    return found | {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in known_as
    }


def uncalled(sources: dict[Path, Tree]) -> list[str]:
    attributes = {
        node.attr for tree in sources.values() for node in ast.walk(tree) if isinstance(node, ast.Attribute)
    }
    found = []
    for path in sorted(FILE.glob("*.py")):
        module = ".".join(("boarddesk", *path.relative_to(SOURCE).with_suffix("").parts))
        own = {node.id for node in ast.walk(sources[path]) if isinstance(node, ast.Name)}
        used = own.union(*(names_used(tree, module) for other, tree in sources.items() if other != path))
        for of, name in public(sources[path]):
            if name not in (attributes if of else used):
                found.append(f"{path.name}: {of and of + '.'}{name}")
    return found


def test_every_public_function_that_keeps_the_file_is_called_by_the_program() -> None:
    assert uncalled(trees()) == []


def test_a_function_only_tests_call_is_found() -> None:
    sources = trees()
    path = FILE / "backups.py"
    sources[path] = ast.parse(path.read_text("utf-8") + "\n\ndef tidy_up() -> None: ...\n")
    assert uncalled(sources) == ["backups.py: tidy_up"]
