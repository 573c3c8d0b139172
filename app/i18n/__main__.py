"""`python -m app.i18n update`: collect the texts of the code into the `.ts` files and compile them."""

import subprocess
import sys
import tempfile
from pathlib import Path

from app.assets import asset, assets_folder
from app.i18n import TOLD, Language
from app.i18n.sentences import templates


def update() -> None:
    """Collect and compile, for every language but English (a developer's tool)."""
    root = assets_folder().parent
    sources = sorted(str(path) for path in (root / "app").rglob("*.py"))
    with tempfile.TemporaryDirectory() as folder:
        sources.append(str(_marked(root, Path(folder))))
        for language in Language:
            if language != Language.ENGLISH:
                _update(asset("translations") / f"loupe_{language}.ts", sources)


def _update(ts: Path, sources: list[str]) -> None:
    _tool("lupdate", *sources, "-ts", str(ts), "-no-obsolete", "-source-language", "en", "-locations", "none")
    _tool("lrelease", str(ts), "-qm", str(ts.with_suffix(".qm")))


def _marked(root: Path, folder: Path) -> Path:
    """What is said without Qt, in a file that lupdate understands."""
    file = folder / "told.py"
    file.write_text("".join(f"QT_TRANSLATE_NOOP({TOLD!r}, {text!r})\n" for text in sorted(templates(root))), "utf-8")
    return file


def _tool(name: str, *arguments: str) -> None:
    tool = Path(sys.executable).with_name(f"pyside6-{name}")
    subprocess.run([str(tool), *arguments], check=True)


if __name__ == "__main__":
    if sys.argv[1:] != ["update"]:
        sys.exit("python -m app.i18n update")
    update()
