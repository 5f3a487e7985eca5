"""The house itself, as tests: addresses, names, borders, sizes, and documentation that cannot rot."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "boarddesk"
BANNED_NAMES = {"util", "utils", "common", "misc", "helper", "helpers", "manager", "managers"}
BANNED_NAMES |= {"controller", "service", "services", "base"}
LONGEST_FILE = 400
LONGEST_FUNCTION = 60
MIRRORED = ("rules", "records", "reports", "importing", "cli", "sample")

# Written in pieces so that this file does not find itself.
UNFINISHED = re.compile(r"\b(TO" + r"DO|FIX" + r"ME)\b|type:\s*ig" + r"nore|#\s*no" + r"qa")
PLACES = re.compile(
    "|".join(
        [
            "/wo" + "rk/",
            "/tmp/wo" + "rk",
            "/ro" + "ot/",
            r"/ho" + r"me/\w",
            r"C:\\Us" + "ers",
            "py" + r"pi\.org",
        ]
    )
    + "|".join(
        ["", "python" + "hosted", r"npm" + r"js\.", r"deb\.deb" + "ian", "index" + "-url", "find" + "-links"]
    )
)


@cache
def tracked() -> list[Path]:
    """Every file of the project, also the ones about to be added."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=False, encoding="utf-8")
    if done.returncode:
        pytest.skip("this copy of the project is not a git checkout")
    return [ROOT / name for name in done.stdout.splitlines() if (ROOT / name).is_file()]


def text_of(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        return ""


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


@cache
def trees() -> list[tuple[Path, ast.Module]]:
    return [(path, ast.parse(path.read_text("utf-8"))) for path in modules()]


def test_nothing_has_a_name_that_says_nothing() -> None:
    named = [path for path in tracked() if BANNED_NAMES & set(re.split(r"[/._]", relative(path).lower()))]
    assert not [relative(path) for path in named]


def test_no_class_has_a_name_that_says_nothing() -> None:
    ends = tuple(word.capitalize() for word in BANNED_NAMES)
    named = [
        f"{relative(path)}: {node.name}"
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and node.name.endswith(ends)
    ]
    assert not named


def test_every_folder_holds_its_sentence_and_nothing_else_in_init() -> None:
    folders = {path.parent for path in modules()}
    missing = [relative(folder) for folder in folders if not (folder / "__init__.py").exists()]
    assert not missing, "a folder without its sentence"
    more = [
        relative(path)
        for path, tree in trees()
        if path.name == "__init__.py"
        and (len(tree.body) != 1 + is_the_package(path) or not ast.get_docstring(tree))
    ]
    assert not more, "an __init__ that holds more than one docstring"


def is_the_package(path: Path) -> bool:
    """The package itself also says its version."""
    return path.parent == SOURCE


def test_modules_and_public_classes_say_what_they_are() -> None:
    silent = [relative(path) for path, tree in trees() if not ast.get_docstring(tree)]
    silent += [
        f"{relative(path)}: {node.name}"
        for path, tree in trees()
        for node in tree.body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_") and not ast.get_docstring(node)
    ]
    assert not silent


def test_files_are_short_enough_to_read() -> None:
    long = {
        relative(path): lines
        for path in modules()
        if (lines := len(text_of(path).splitlines())) > LONGEST_FILE
    }
    assert not long


def test_functions_are_short_enough_to_read() -> None:
    long = [
        f"{relative(path)}: {node.name} has {node.end_lineno - node.lineno + 1} lines"
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno
        and node.end_lineno - node.lineno >= LONGEST_FUNCTION
    ]
    assert not long


def test_nothing_is_left_unfinished() -> None:
    found = [
        f"{relative(path)}:{number}: {line.strip()}"
        for path in tracked()
        if path.suffix in {".py", ".toml", ".md", ".sql"}
        for number, line in enumerate(text_of(path).splitlines(), 1)
        if UNFINISHED.search(line)
    ]
    assert not found


def test_no_machine_and_no_registry_is_named() -> None:
    found = [
        f"{relative(path)}:{number}: {line.strip()[:100]}"
        for path in tracked()
        for number, line in enumerate(text_of(path).splitlines(), 1)
        if PLACES.search(line)
    ]
    assert not found


def test_constraints_hold_names_and_versions_only() -> None:
    pin = re.compile(r"[a-z0-9-]+==[0-9][0-9a-z.]*(; (python_version|sys_platform) (==|<|>=) \"[\w.]+\")?")
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    assert not [line for line in lines if not line.startswith("#") and not pin.fullmatch(line)]


def test_a_first_word_three_neighbours_share_is_a_folder() -> None:
    shared = [
        f"{relative(folder)}: {word}"
        for folder in {path.parent for path in modules()}
        for word, times in Counter(
            path.stem.split("_")[0].removesuffix("s")
            for path in folder.glob("*.py")
            if path.stem != "__init__"
        ).items()
        if times >= 3
    ]
    assert not shared, "a noun that asks for a folder"


def test_nothing_is_imported_late_to_hide_a_circle() -> None:
    first = {module: set(imported(tree, late=False)) for module, tree in by_name().items()}
    circles = [
        f"{module} imports {other} inside a function"
        for module, tree in by_name().items()
        for other in imported(tree, late=True)
        if module in reached(other, first)
    ]
    assert not circles


def test_rooms_do_not_stand_in_a_circle() -> None:
    """A folder of a floor, or a module beside it, is a room; what is imported late counts as well."""
    arrows: dict[str, set[str]] = {}
    for module, tree in by_name().items():
        for other in (*imported(tree, late=False), *imported(tree, late=True)):
            arrows.setdefault(room(module), set()).add(room(other))
    arrows = {one: others - {one} for one, others in arrows.items()}
    circles = [
        f"{one} → {other} → … → {one}"
        for one, others in arrows.items()
        for other in others
        if one in reached(other, arrows)
    ]
    assert not circles


@cache
def by_name() -> dict[str, ast.Module]:
    """Every module of the package by its dotted name."""
    names = {path: path.relative_to(SOURCE.parent).with_suffix("").as_posix() for path, _ in trees()}
    return {names[path].replace("/", ".").removesuffix(".__init__"): tree for path, tree in trees()}


def imported(tree: ast.Module, *, late: bool) -> Iterator[str]:
    """The modules of the package that a module imports: as it is read, or late, inside a function."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    inside = {id(node) for function in functions for node in ast.walk(function)}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and (id(node) in inside) is late:
            for name in node.names:
                whole = f"{node.module}.{name.name}"
                if whole in by_name() or node.module in by_name():
                    yield whole if whole in by_name() else node.module


def reached(start: str, arrows: Mapping[str, Collection[str]]) -> set[str]:
    """What is imported from there on, itself too."""
    seen, waiting = {start}, [start]
    while waiting:
        more = set(arrows.get(waiting.pop(), ())) - seen
        seen |= more
        waiting += more
    return seen


def room(module: str) -> str:
    return ".".join(module.split(".")[:3])


MOVING = {"os": "link remove removedirs rename renames replace rmdir symlink unlink", "shutil": "move rmtree"}
MOVING |= {"tempfile": "NamedTemporaryFile TemporaryDirectory"}
PATIENCE = SOURCE / "disk" / "patience.py"


def test_files_are_moved_and_removed_in_one_place_which_has_patience() -> None:
    """Another program may hold any file for a moment, and only the disk's own functions wait for it."""
    elsewhere = [
        f"{relative(path)}:{node.lineno}"
        for path, tree in trees()
        if path != PATIENCE
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute | ast.Call) and moves_a_file(node)
    ]
    assert not elsewhere
    found = [node for node in ast.walk(dict(trees())[PATIENCE]) if isinstance(node, ast.Call)]
    assert sum(moves_a_file(node) for node in found) >= 4, "the control: there it must be found"


def moves_a_file(node: ast.Attribute | ast.Call) -> bool:
    """Of a module, or a method of a path: of text and moments `replace` takes other arguments."""
    if isinstance(node, ast.Attribute):
        return isinstance(node.value, ast.Name) and node.attr in MOVING.get(node.value.id, "").split()
    if not isinstance(node.func, ast.Attribute):
        return False
    if isinstance(node.func.value, ast.Name) and node.func.value.id in (*MOVING, "dataclasses", "patience"):
        return False
    one = len(node.args) == 1 and not node.keywords
    return node.func.attr in {"unlink", "rename", "rmdir", "hardlink_to"} or (
        node.func.attr == "replace" and one
    )


def test_tests_stand_at_the_address_of_what_they_test() -> None:
    astray = [
        relative(path)
        for floor in MIRRORED
        for path in (ROOT / "tests" / floor).rglob("test_*.py")
        if not mirrors(path)
    ]
    assert not astray, "a test whose name matches no module or folder of its floor"


def mirrors(test: Path) -> bool:
    """`tests/rules/dates/test_deadlines.py` tests `rules/dates/deadlines.py`, or what is in that folder."""
    folder = SOURCE / test.parent.relative_to(ROOT / "tests")
    noun = test.stem.removeprefix("test_")
    names = {path.stem for path in folder.iterdir()} if folder.is_dir() else set()
    return any(noun == name or noun.startswith((f"{name}_", f"{name.removesuffix('s')}_")) for name in names)


def test_calls_only_go_down(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    use_cases = pytest.importorskip("importlinter.application.use_cases")
    from importlinter import configuration

    monkeypatch.chdir(ROOT)
    monkeypatch.syspath_prepend(str(ROOT / "src"))
    configuration.configure()
    kept = use_cases.lint_imports(config_filename="pyproject.toml", cache_dir=None)
    assert kept, capsys.readouterr().out


def test_types_are_checked_in_everything_a_person_runs() -> None:
    """A name or an argument that changed is seen in a test, a picture, a bench and the installer too."""
    read = tomllib.loads(text_of(ROOT / "pyproject.toml"))["tool"]["mypy"]["files"]
    unread = [
        relative(path)
        for path in tracked()
        if path.suffix == ".py" and not any(relative(path).startswith(place) for place in read)
    ]
    assert not unread, "a module mypy does not read"


def test_the_readme_maps_every_folder() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    folders = [path.parent for path in modules() if path.name == "__init__.py" and path.parent != SOURCE]
    floors = {folder.name for folder in folders if folder.parent == SOURCE} | {
        "resources",
        "tests",
        "installer",
    }
    assert not [name for name in sorted(floors) if f"{name}/" not in readme]


def test_the_readme_leads_nowhere_that_is_not_there() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", (ROOT / "README.md").read_text("utf-8"))
    assert links
    assert not [link for link in links if not (ROOT / link).exists()]


def test_the_guide_explains_every_command() -> None:
    from boarddesk.cli.commands import COMMANDS
    from boarddesk.cli.imports import KINDS
    from boarddesk.cli.listing.subjects import SUBJECTS
    from boarddesk.issuing.registry import DOCUMENT_KINDS

    guide = (ROOT / "resources" / "guide" / "command-line.md").read_text("utf-8")
    said = [f"boarddesk {command.name} " for command in COMMANDS]
    said += [f"boarddesk report {kind.key} " for kind in DOCUMENT_KINDS] + [
        f"boarddesk import {kind} " for kind in KINDS
    ]
    assert not [words for words in [*said, *SUBJECTS] if words not in guide]


def test_the_readme_uses_no_office_that_it_has_not_made() -> None:
    made: set[str] = set()
    for line in (ROOT / "README.md").read_text("utf-8").splitlines():
        if line.startswith("python3 dev.py run -- "):
            words = line.split()[4:]
            offices = {word for word in words if word.endswith(".boarddesk")}
            made |= offices if words[0] in ("new", "sample") else set()
            assert offices <= made, line
