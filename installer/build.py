"""Builds the packaged program, tries it, and makes what people install: `python3 dev.py installer`.

On Linux a .deb, on Windows a setup program where Inno Setup is installed.  Everything is made in
`build/installer`; what is to be handed out lands in `dist`.
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
WORK = ROOT / "build" / "installer"
FOLDER = WORK / "boarddesk"
HANDED_OUT = ROOT / "dist"
WINDOWS = sys.platform == "win32"
LINUX = sys.platform.startswith("linux")
PROGRAMS = {"boarddesk": "BoardDesk in the terminal", "boarddesk-window": "BoardDesk"}
"""The programs of the folder on Windows, and what Windows calls them."""
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)
# Left as their makers built them: Qt, which anyone may replace, and libraries whose layout strip would spoil.
NOT_STRIPPED = re.compile(r"/(PySide6|shiboken6)/|\.libs/")


class Stop(Exception):
    """What went wrong, in a sentence."""


def main() -> int:
    say(f"Building BoardDesk {version()} for {platform.system()}")
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    HANDED_OUT.mkdir(exist_ok=True)
    if WINDOWS:
        make_icon(WORK / "boarddesk.ico")
        for name, title in PROGRAMS.items():
            (WORK / f"{name}.version").write_text(version_resource(name, title), "utf-8")
    make_folder()
    try_folder()
    for made in packages():
        digest = hashlib.sha256(made.read_bytes()).hexdigest()
        say(f"{made.relative_to(ROOT)}  {megabytes(made)}  sha256 {digest}")
    return 0


def version() -> str:
    """The version written in the package, read without importing it."""
    text = (ROOT / "src" / "boarddesk" / "__init__.py").read_text("utf-8")
    found = re.search(r'^__version__ = "(.+)"$', text, re.MULTILINE)
    if not found:
        raise Stop("src/boarddesk/__init__.py does not say its version.")
    return found[1]


# ── the folder ───────────────────────────────────────────────────────────────────────────────────────


def make_folder() -> None:
    """The program with everything it needs, in one folder, as boarddesk.spec says."""
    log = WORK / "pyinstaller.log"
    places = ["--distpath", str(WORK), "--workpath", str(WORK / "work")]
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", *places, str(HERE / "boarddesk.spec")]
    with log.open("wb") as heard:
        done = subprocess.run(command, check=False, cwd=ROOT, stdout=heard, stderr=heard)
    if done.returncode:
        raise Stop(f"PyInstaller did not finish; what it said is in {log}")
    if LINUX and shutil.which("strip"):
        strip_symbols()
    say(f"The folder holds {megabytes(FOLDER)}")


def strip_symbols() -> None:
    """Take the debugging symbols out of Python and of what was compiled for it."""
    libraries = [str(path) for path in binaries() if not NOT_STRIPPED.search(path.as_posix())]
    subprocess.run(["strip", "--strip-debug", *libraries], check=True)


def binaries() -> Iterator[Path]:
    """Every compiled file in the folder but the program, which carries its modules behind its code."""
    for path in sorted(FOLDER.rglob("*.so*")):
        if path.is_file() and not path.is_symlink():
            yield path


def try_folder() -> None:
    """The smoke test; a program that fails it is not packed."""
    programs = ("boarddesk.exe", "boarddesk-window.exe") if WINDOWS else ("boarddesk",)
    command = [sys.executable, str(HERE / "smoke.py"), *(str(FOLDER / name) for name in programs)]
    if subprocess.run(command, check=False).returncode:
        raise Stop("The packaged program does not work; what it said is above.")


def make_icon(path: Path) -> None:
    """The icon of the Windows programs, drawn from the same SVG that Linux shows as it is."""
    from PIL import Image
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    largest = ICON_SIZES[-1]
    picture = QImage(largest, largest, QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    QSvgRenderer(str(HERE / "boarddesk.svg")).render(painter)
    painter.end()
    drawn = path.with_suffix(".png")
    picture.save(str(drawn))
    application.shutdown()
    with Image.open(drawn) as image:
        image.save(path, sizes=[(size, size) for size in ICON_SIZES])


def version_resource(name: str, title: str) -> str:
    """What Windows shows under Properties, Details of a program, as PyInstaller reads it."""
    numbers = (*(int(number) for number in version().split(".")), 0)
    said = {
        "CompanyName": "The BoardDesk authors",
        "FileDescription": title,
        "FileVersion": version(),
        "InternalName": name,
        "LegalCopyright": "MIT licence",
        "OriginalFilename": f"{name}.exe",
        "ProductName": "BoardDesk",
        "ProductVersion": version(),
    }
    words = ", ".join(f"StringStruct({key!r}, {value!r})" for key, value in said.items())
    british, unicode = 0x0809, 0x04B0
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, OS=0x40004),"
        f" kids=[StringFileInfo([StringTable('{british:04X}{unicode:04X}', [{words}])]),"
        f" VarFileInfo([VarStruct('Translation', [{british}, {unicode}])])])\n"
    )


# ── what people install ──────────────────────────────────────────────────────────────────────────────


def packages() -> list[Path]:
    """What can be made on this system with the programs that are here."""
    if WINDOWS and (compiler := inno_setup()):
        return [make_setup(compiler)]
    if LINUX and shutil.which("dpkg-deb"):
        return [make_deb()]
    if WINDOWS:
        say("A setup program is made where Inno Setup 6.3 or later is (jrsoftware.org); it is not here.")
    say(f"There is nothing here to make an installer with; the folder in {FOLDER} runs as it is.")
    return []


def inno_setup() -> str | None:
    """Inno Setup's compiler: the newest its own installer put there, or that on the path."""
    roots = [Path(os.environ[name]) for name in ("PROGRAMFILES(X86)", "PROGRAMFILES") if name in os.environ]
    if "LOCALAPPDATA" in os.environ:
        roots.append(Path(os.environ["LOCALAPPDATA"], "Programs"))
    found = [path for root in roots for path in root.glob("Inno Setup */ISCC.exe")]
    return str(max(found, key=lambda path: path.parent.name)) if found else shutil.which("ISCC")


def make_setup(compiler: str) -> Path:
    """The Windows setup program."""
    told = [f"/DVersion={version()}", f"/DFolder={FOLDER}", f"/O{HANDED_OUT}"]
    done = subprocess.run([compiler, "/Q", *told, str(HERE / "windows" / "boarddesk.iss")], check=False)
    if done.returncode:
        raise Stop("Inno Setup did not finish; what it said is above.")
    return HANDED_OUT / f"boarddesk-{version()}-setup.exe"


def make_deb() -> Path:
    """The package for Debian and Ubuntu."""
    tree = WORK / "deb"
    shutil.copytree(FOLDER, tree / "usr" / "lib" / "boarddesk", symlinks=True)
    command = tree / "usr" / "bin" / "boarddesk"
    command.parent.mkdir()
    command.symlink_to("../lib/boarddesk/boarddesk")
    for source, place in shared_files():
        target = tree / "usr" / "share" / place
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    make_readable(tree)
    control = tree / "DEBIAN" / "control"
    control.parent.mkdir()
    control.write_text(control_text(tree), "utf-8")
    named = set(re.findall(r"[a-z0-9][a-z0-9+.-]+", control.read_text("utf-8")))
    if unnamed := packages_in_use() - named:
        raise Stop(
            f"installer/linux/control does not name {', '.join(sorted(unnamed))}, whose libraries are used."
        )
    package = HANDED_OUT / f"boarddesk_{version()}_{architecture()}.deb"
    pack = ["dpkg-deb", "--build", "--root-owner-group", "-Zxz", str(tree), str(package)]
    subprocess.run(pack, check=True, stdout=subprocess.DEVNULL)
    return package


def shared_files() -> list[tuple[Path, str]]:
    """What tells the desktop of the program and of its files, and where each lies under /usr/share."""
    icons = "icons/hicolor/scalable"
    return [
        (HERE / "linux" / "boarddesk.desktop", "applications/boarddesk.desktop"),
        (HERE / "linux" / "boarddesk.xml", "mime/packages/boarddesk.xml"),
        (HERE / "linux" / "copyright", "doc/boarddesk/copyright"),
        (HERE / "boarddesk.svg", f"{icons}/apps/boarddesk.svg"),
        (HERE / "boarddesk-office.svg", f"{icons}/mimetypes/application-x-boarddesk.svg"),
    ]


def make_readable(tree: Path) -> None:
    """Everybody may read; only the program is run."""
    for path in (tree, *tree.rglob("*")):
        if not path.is_symlink():
            runs = path.is_dir() or path.name == "boarddesk"
            path.chmod(0o755 if runs else 0o644)


def control_text(tree: Path) -> str:
    """The package's card: what it is called, how large it is and what it needs of the system."""
    return (
        (HERE / "linux" / "control")
        .read_text("utf-8")
        .format(
            version=version(),
            architecture=architecture(),
            kilobytes=size_of(tree) // 1024,
            libc=platform.libc_ver()[1],
        )
    )


def packages_in_use() -> set[str]:
    """The system packages whose libraries the folder loads, as dpkg knows them here."""
    needed = re.findall(r"NEEDED +(\S+)", output("objdump", "-p", *map(str, binaries())))
    outside = set(needed) - {path.name for path in FOLDER.rglob("*.so*")}
    owners = [output("dpkg", "--search", f"*/{name}").splitlines() for name in sorted(outside)]
    return {line.partition(":")[0] for lines in owners for line in lines[:1]}


def output(*command: str) -> str:
    return subprocess.run(command, check=False, capture_output=True, text=True).stdout


def architecture() -> str:
    return output("dpkg", "--print-architecture").strip()


# ── saying ───────────────────────────────────────────────────────────────────────────────────────────


def size_of(place: Path) -> int:
    files = [place] if place.is_file() else place.rglob("*")
    return sum(path.stat().st_size for path in files if path.is_file() and not path.is_symlink())


def megabytes(place: Path) -> str:
    return f"{size_of(place) / 1_000_000:.0f} MB"


def say(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Stop as stop:
        sys.exit(str(stop))
