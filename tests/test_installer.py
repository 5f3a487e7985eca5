"""What the installers are made from: the spec names what the program needs, and the parts agree."""

from __future__ import annotations

import ast
import configparser
import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any
from xml.etree import ElementTree

import pytest

from boarddesk.records.file.header import APPLICATION_ID

ROOT = Path(__file__).resolve().parent.parent
INSTALLER = ROOT / "installer"
SOURCE = ROOT / "src" / "boarddesk"
PROGRAM = Path(sys.executable).with_name("boarddesk.exe" if sys.platform == "win32" else "boarddesk")
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture
def spec(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The spec as it was run, with PyInstaller's own words standing for what they were given."""

    def analysis(scripts: list[str], **told: Any) -> SimpleNamespace:
        return SimpleNamespace(entry=scripts, told=told, pure=[], binaries=[], datas=[], scripts=[])

    names: dict[str, Any] = {"SPECPATH": str(INSTALLER), "Analysis": analysis}
    names |= dict.fromkeys(("PYZ", "EXE", "COLLECT"), lambda *parts, **told: parts)
    exec(compile((INSTALLER / "boarddesk.spec").read_text("utf-8"), "boarddesk.spec", "exec"), names)
    return names


def part(name: str) -> ModuleType:
    found = importlib.util.spec_from_file_location(name, INSTALLER / f"{name}.py")
    assert found and found.loader
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


@pytest.fixture
def build() -> ModuleType:
    return part("build")


@pytest.fixture
def smoke() -> ModuleType:
    return part("smoke")


def test_the_packaged_program_starts_where_the_installed_one_does(spec: dict[str, Any]) -> None:
    assert spec["analysis"].entry == [str(SOURCE / "__main__.py")]


def test_the_resources_land_where_the_program_looks_for_them(spec: dict[str, Any]) -> None:
    assert (str(ROOT / "resources"), "boarddesk/resources") in spec["analysis"].told["datas"]


def test_every_file_that_is_not_code_comes_along(spec: dict[str, Any]) -> None:
    patterns = [Path(source) for source, _ in spec["RESOURCES"]]
    others = [path for path in SOURCE.rglob("*") if path.is_file() and path.suffix not in {".py", ".pyc"}]
    left = [path for path in others if not any(path.match(str(one)) for one in patterns)]
    assert [path.name for path in left] == ["py.typed"]


def test_every_module_imported_by_name_comes_along(spec: dict[str, Any]) -> None:
    asked = {
        call.args[0].value
        for path in SOURCE.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and getattr(call.func, "attr", "") == "import_module"
        and isinstance(call.args[0], ast.Constant)
    }
    assert asked and asked <= set(spec["analysis"].told["hiddenimports"])


def test_nothing_the_program_imports_is_left_out(spec: dict[str, Any]) -> None:
    imported = {
        name
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert not imported & set(spec["LEFT_OUT"])


def test_what_the_window_needs_of_qt_is_not_trimmed(spec: dict[str, Any]) -> None:
    plugins = "PySide6/Qt/plugins"
    needed = ["platforms/libqxcb.so", "platforms/libqoffscreen.so", "imageformats/libqsvg.so"]
    assert all(spec["kept"]((f"{plugins}/{name}", "/elsewhere", "BINARY")) for name in needed)
    assert not spec["kept"](("PySide6/Qt/translations/qtbase_de.qm", "/elsewhere", "DATA"))
    assert spec["kept"](("boarddesk/resources/icons/book.svg", "/elsewhere", "DATA"))


def test_the_menu_entry_opens_the_file_type() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(INSTALLER / "linux" / "boarddesk.desktop", "utf-8")
    kind = ElementTree.parse(INSTALLER / "linux" / "boarddesk.xml").find(f"{MIME}mime-type")
    assert kind is not None
    assert entry["Desktop Entry"]["MimeType"] == f"{kind.get('type')};"
    assert entry["Desktop Entry"]["Exec"] == "boarddesk %f"


def test_an_office_is_known_by_its_ending_and_by_its_first_bytes() -> None:
    kind = ElementTree.parse(INSTALLER / "linux" / "boarddesk.xml")
    endings = [glob.get("pattern") for glob in kind.iter(f"{MIME}glob")]
    assert endings == ["*.boarddesk"]
    assert APPLICATION_ID.to_bytes(4, "big").decode() in {
        match.get("value") for match in kind.iter(f"{MIME}match")
    }
    assert ".boarddesk" in (INSTALLER / "windows" / "boarddesk.iss").read_text("utf-8")


def test_every_file_the_package_lays_down_is_there(build: ModuleType) -> None:
    assert [source for source, _ in build.shared_files() if not source.is_file()] == []


def test_the_package_depends_on_what_qt_loads() -> None:
    """The developer's script and the package know the same libraries."""
    known = set(re.findall(r'"lib[\w.+-]+\.so[\w.]*": "([\w.+-]+)"', (ROOT / "dev.py").read_text("utf-8")))
    depends = (INSTALLER / "linux" / "control").read_text("utf-8")
    assert known and not [name for name in known if name not in depends]


def test_the_builder_knows_the_version(build: ModuleType) -> None:
    from boarddesk import __version__

    assert build.version() == __version__


def test_windows_shows_the_version_and_the_name_of_each_program(build: ModuleType) -> None:
    words: dict[str, str] = {}

    def noted(key: str, value: str) -> None:
        words[key] = value

    names = ("VSVersionInfo", "FixedFileInfo", "StringFileInfo", "StringTable", "VarFileInfo", "VarStruct")
    reading: dict[str, Any] = dict.fromkeys(names, lambda *parts, **told: told)
    reading["StringStruct"] = noted
    for name, title in build.PROGRAMS.items():
        numbers = eval(build.version_resource(name, title), reading)["ffi"]["filevers"]
        assert ".".join(map(str, numbers)) == f"{build.version()}.0"
        assert words["ProductVersion"] == build.version()
        assert (words["OriginalFilename"], words["FileDescription"]) == (f"{name}.exe", title)


def test_each_program_is_built_with_its_version(
    build: ModuleType, spec: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(spec["program"].__globals__, "WINDOWS", True)
    monkeypatch.setitem(spec["program"].__globals__, "EXE", lambda *parts, **told: told)
    built = [spec["program"](name, console=False)["version"] for name in build.PROGRAMS]
    assert built == [str(build.WORK / f"{name}.version") for name in build.PROGRAMS]


def test_the_setup_program_says_which_inno_setup_it_needs(build: ModuleType) -> None:
    script = (INSTALLER / "windows" / "boarddesk.iss").read_text("utf-8")
    needed = re.search(r"#if Ver < EncodeVer\((\d+), (\d+), 0\)\n  #error", script)
    assert needed
    said = f"Inno Setup {needed[1]}.{needed[2]}"
    assert said in (INSTALLER / "README.md").read_text("utf-8")
    assert said in (INSTALLER / "build.py").read_text("utf-8")


def test_the_newest_inno_setup_is_taken_wherever_its_installer_put_it(
    build: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PROGRAMFILES(X86)", "PROGRAMFILES", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert build.inno_setup() is None
    for place in ("PROGRAMFILES(X86)/Inno Setup 6", "LOCALAPPDATA/Programs/Inno Setup 7"):
        compiler = tmp_path / place / "ISCC.exe"
        compiler.parent.mkdir(parents=True)
        compiler.touch()
        assert build.inno_setup() == str(compiler)


def test_the_licence_note_names_the_qt_that_is_packed() -> None:
    pinned = re.search(
        r"^pyside6-essentials==(.+)$", (ROOT / "constraints.txt").read_text("utf-8"), re.MULTILINE
    )
    assert pinned
    assert pinned[1] in (ROOT / "resources" / "licences" / "README.md").read_text("utf-8")


def test_the_program_as_it_is_installed_here_passes_what_a_package_has_to(
    smoke: ModuleType,
    own_folders: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """And nothing of it is written where the one who builds keeps their own."""
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    smoke.try_out(PROGRAM)
    assert capsys.readouterr().out.count("  ok  ") == len(smoke.STEPS)
    assert not list(tmp_path.iterdir()) and not own_folders.exists()


def test_what_is_tried_writes_into_the_folder_of_the_trial(smoke: ModuleType, tmp_path: Path) -> None:
    trial = smoke.Trial(PROGRAM, PROGRAM, tmp_path)
    asked = "import tempfile, boarddesk.disk.folders as own; print(own.data_folder(), tempfile.gettempdir())"
    told = trial.run("-c", asked, program=Path(sys.executable)).split()
    assert len(told) == 2 and all(Path(place).is_relative_to(trial.home) for place in told)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no program that only fails")
def test_the_program_of_the_window_is_tried_too(smoke: ModuleType, tmp_path: Path) -> None:
    trial = smoke.Trial(PROGRAM, Path("/bin/false"), tmp_path)
    with pytest.raises(smoke.Broken, match="window ended by itself"):
        smoke.opens_the_window(trial)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no program that only fails")
def test_a_program_that_fails_is_not_packed(smoke: ModuleType) -> None:
    with pytest.raises(smoke.Broken, match="sample ended with 1"):
        smoke.try_out(Path("/bin/false"))


@pytest.mark.skipif(not (shutil.which("dpkg-deb") and shutil.which("objdump")), reason="no Debian here")
def test_a_folder_becomes_a_package_that_lays_down_program_menu_entry_and_file_type(
    build: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, place in (("WORK", "work"), ("FOLDER", "folder"), ("HANDED_OUT", "out")):
        (tmp_path / place).mkdir()
        monkeypatch.setattr(build, name, tmp_path / place)
    (tmp_path / "folder" / "boarddesk").write_text("#!/bin/sh\n", "utf-8")
    package = build.make_deb()
    listed = subprocess.run(["dpkg-deb", "--contents", package], capture_output=True, text=True, check=True)
    for place in ("lib/boarddesk/boarddesk", "bin/boarddesk -> ../lib", "applications/boarddesk.desktop"):
        assert place in listed.stdout
    assert f"boarddesk_{build.version()}_" in package.name


def test_every_process_that_reads_apart_can_be_started_by_the_packaged_program() -> None:
    """Without an interpreter to call, it starts itself with the flag that names the process."""
    apart = [path for path in SOURCE.rglob("*.py") if re.search(r"\bconfine\(", path.read_text("utf-8"))]
    flags = [
        re.search(r'^FLAG\b.* = "(--[a-z-]+)"$', path.read_text("utf-8"), re.MULTILINE) for path in apart
    ]
    assert len(apart) >= 7 and all(flags)
    answered = (SOURCE / "__main__.py").read_text("utf-8")
    assert [flag[1] for flag in flags if flag and f'"{flag[1]}"' not in answered] == []
