"""The developer's script: what it hands on, when it renews, and what it says where something is missing."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from tests.conftest import except_under_wine

ROOT = Path(__file__).resolve().parent.parent
SPREADS = except_under_wine("hangs over tests that are spread over processes")


@pytest.fixture
def dev() -> ModuleType:
    spec = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_words_after_the_dashes_are_handed_on(dev: ModuleType) -> None:
    assert dev.arguments_of(["run", "--", "list", "plan", "a.boarddesk", "--json"]) == (
        "run",
        ["list", "plan", "a.boarddesk", "--json"],
    )
    assert dev.arguments_of(["test"]) == ("test", [])


def test_an_unknown_command_is_wrong_usage(dev: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        dev.arguments_of(["fly"])
    assert ended.value.code == 2
    assert "run, test, check" in capsys.readouterr().err.replace("'", "")


def test_the_environment_is_renewed_when_the_constraints_change(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pyproject.toml").write_text("a", "utf-8")
    (tmp_path / "constraints.txt").write_text("b", "utf-8")
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    before = dev.fingerprint()
    assert dev.fingerprint() == before
    (tmp_path / "constraints.txt").write_text("c", "utf-8")
    assert dev.fingerprint() != before


def test_missing_system_packages_are_named_in_one_line_to_run(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "become_root", list)
    assert not dev.add_packages(["libegl1", "libgl1"])
    said = capsys.readouterr().out
    assert "sudo apt-get install -y --no-install-recommends libegl1 libgl1" in said


def test_only_libraries_that_do_not_load_are_missing(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/bin/{name}")
    monkeypatch.setattr(dev, "loads", lambda library: library != "libEGL.so.1")
    assert dev.missing_packages(dev.WINDOW) == ["libegl1"]


def test_a_python_without_venv_is_told_the_package(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(dev.Stop, match=rf"apt-get install -y python3\.{sys.version_info.minor}-venv"):
        dev.make_venv()


def test_where_there_is_no_apt_nobody_is_told_of_it(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(dev.shutil, "which", lambda name: None)
    monkeypatch.setattr(dev, "loads", lambda library: False)
    monkeypatch.setattr(dev, "WINDOWS", True)
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000, raising=False)
    assert dev.become_root() == []
    dev.need_offscreen_qt()
    dev.add_pages()
    with pytest.raises(dev.Stop, match=r"Install Python 3\.\d+ whole, with pip") as stop:
        dev.make_venv()
    assert "apt" not in str(stop.value) + capsys.readouterr().out


def test_on_windows_the_environment_is_not_replaced_from_within(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda name: name)
    monkeypatch.setattr(dev, "WINDOWS", True)
    monkeypatch.setattr(dev, "VENV", Path(sys.prefix))
    with pytest.raises(dev.Stop, match=r"not the one in \.venv"):
        dev.make_venv()
    assert dev.venv_python() == Path(sys.prefix) / "Scripts" / "python.exe"


@pytest.mark.parametrize(
    ("version", "bits", "fits"),
    [
        ((3, 10), 64, False),
        ((3, 11), 64, True),
        ((3, 14), 64, True),
        ((3, 15), 64, False),
        ((3, 13), 32, False),
    ],
)
def test_a_python_that_qt_has_no_wheels_for_is_named_before_pip_is_asked(
    dev: ModuleType, version: tuple[int, int], bits: int, fits: bool
) -> None:
    if fits:
        dev.need_python(version, bits)
        return
    with pytest.raises(
        dev.Stop, match=r"needs a Python from 3\.11 to 3\.14 of 64 bits; this is 3\.\d+ of \d+"
    ):
        dev.need_python(version, bits)


def test_the_project_is_installed_on_the_same_pythons_as_it_is_developed_on(dev: ModuleType) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    oldest, newest = dev.OLDEST_PYTHON, dev.NEWEST_PYTHON
    assert project["requires-python"] == f">=3.{oldest[1]},<3.{newest[1] + 1}"


def test_without_a_screen_run_does_the_job_in_the_terminal(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[str] = []
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(dev, "FIRST_LOOK", tmp_path / "look")
    monkeypatch.setattr(dev, "has_screen", lambda: False)

    def heard(*arguments: str) -> int:
        asked.append(arguments[0])
        return 0

    monkeypatch.setattr(dev, "boarddesk", heard)
    assert dev.run([]) == 0
    assert asked == ["sample", "attendance", "report"]
    said = capsys.readouterr().out
    assert str(tmp_path / "look" / "highlight.docx") in said
    assert "dev.py shots" in said


def test_tests_write_into_memory_where_there_is_room_and_leave_nothing_there(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told: list[dict[str, str]] = []

    def heard(*_arguments: str, **extra: str) -> int:
        told.append(extra)
        return 0

    monkeypatch.setattr(dev, "python", heard)
    for place, room in ((tmp_path, 1), (tmp_path, 10**20), (tmp_path / "none", 1)):
        monkeypatch.setattr(dev, "MEMORY", place)
        monkeypatch.setattr(dev, "ROOM_FOR_TESTS", room)
        assert dev.pytest() == 0
    assert [Path(extra["TMPDIR"]).parent if extra else None for extra in told] == [tmp_path, None, None]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("failing", "tests_end"), [("", 0), ("types (mypy --strict)", 0), ("", 1)])
def test_the_checks_run_beside_the_tests_and_each_failure_counts(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, failing: str, tests_end: int
) -> None:
    order: list[str] = []

    def finish(name: str, _process: object) -> int:
        order.append(name)
        return int(name == failing)

    def run_tests(*_arguments: str, **_extra: str) -> int:
        order.append("tests")
        return tests_end

    monkeypatch.setattr(dev, "need_offscreen_qt", lambda: None)
    monkeypatch.setattr(dev, "become_root", list)
    monkeypatch.setattr(dev, "start", lambda _arguments: order.append("started"))
    monkeypatch.setattr(dev, "finish", finish)
    monkeypatch.setattr(dev, "pytest", run_tests)
    assert dev.test([]) == int(bool(failing) or tests_end)
    assert order == ["started"] * len(dev.CHECKS) + ["tests"] * 2 + list(dev.CHECKS)


@SPREADS
def test_soak_runs_what_it_is_given_with_many_examples(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """One property alone, in a folder of its own: the long profile is in force, and its long runs are run."""
    monkeypatch.setattr(dev, "need_offscreen_qt", lambda: None)
    monkeypatch.setattr(dev, "add_pages", lambda: None)
    monkeypatch.setattr(dev, "venv_python", lambda: Path(sys.executable))
    monkeypatch.delenv("BOARDDESK_SOAK", raising=False)
    counted = tmp_path / "counted"
    (tmp_path / "test_long.py").write_text(LONG.format(counted=str(counted)), "utf-8")
    place = ["-c", str(ROOT / "pyproject.toml"), "--confcutdir", str(ROOT), "-p", "tests.conftest"]
    assert dev.soak([*place, "-p", "no:pytest-qt", "-p", "no:cacheprovider", str(tmp_path)]) == 0
    assert counted.read_text("utf-8").split() == ["2000", "long"]
    monkeypatch.setenv("BOARDDESK_SOAK", "0.05")
    assert dev.soak([*place, "-p", "no:pytest-qt", "-p", "no:cacheprovider", str(tmp_path)]) == 0
    assert counted.read_text("utf-8").split() == ["100", "long"]


LONG = """
import pytest
from pathlib import Path
from hypothesis import given, settings, strategies as st
seen = []
@given(st.integers())
def test_a_property(number): seen.append(settings().max_examples)
@pytest.mark.soak
def test_a_long_run():
    examples = seen[0] if seen else settings().max_examples
    Path({counted!r}).write_text(f"{{examples}} long", "utf-8")
def test_a_short_run(): assert False
"""


def test_it_needs_nothing_but_the_standard_library() -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(ROOT / "dev.py"), "--help"], capture_output=True, check=False
    )
    assert done.returncode == 0
    assert b"soak" in done.stdout


@SPREADS
def test_where_a_process_that_runs_tests_crashed_is_said_at_the_end(tmp_path: Path) -> None:
    """What it says itself stands hundreds of dots before the end, where nobody finds it."""
    crashes = tmp_path / "test_crashes.py"
    crashes.write_text("import faulthandler\n\n\ndef test_it():\n    faulthandler._sigsegv()\n", "utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "1", "-p", "tests.conftest", str(crashes)],
        cwd=ROOT,
        env={
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("PYTEST_", "BOARDDESK_"))
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode
    assert "gw0 ended with " in run.stdout
    assert f'File "{crashes}", line 5 in test_it' in run.stdout
