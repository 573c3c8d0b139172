"""Texts in the station's language.

Every text on a screen is written in English in the code and goes through `translate`; German lives in
`assets/translations/loupe_de.ts` and is compiled to the `.qm` beside it. `python -m app.i18n update` collects new
texts from the code into the `.ts` and compiles it.
"""

import subprocess
import sys
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.assets import asset, assets_folder


class Language(StrEnum):
    """Languages that Loupe speaks."""

    ENGLISH = "en"
    GERMAN = "de"


def translate(context: str, text: str, count: int = -1) -> str:
    """`text` in the chosen language. `context` names the screen; `count` chooses a plural and replaces %n."""
    return QCoreApplication.translate(context, text, None, count)  # type: ignore[call-overload, no-any-return]


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Mark a text of a table for translation; it is translated where it is shown."""
    return text


def load_language(app: QCoreApplication, language: Language) -> list[QTranslator]:
    """Install the language's texts, Qt's own included; keep what is returned alive. English needs none."""
    QLocale.setDefault(QLocale(language.value))
    if language == Language.ENGLISH:
        return []
    installed = []
    folders = (assets_folder() / "translations", Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)))
    for name, folder in zip((f"loupe_{language}", f"qtbase_{language}"), folders, strict=True):
        translator = QTranslator(app)
        if translator.load(name, str(folder)):
            app.installTranslator(translator)
            installed.append(translator)
    return installed


def update() -> None:
    """Collect the texts of the code into the `.ts` files and compile them (a developer's tool)."""
    root = assets_folder().parent
    sources = sorted(str(path) for path in (root / "app").rglob("*.py"))
    for language in Language:
        if language == Language.ENGLISH:
            continue
        ts = assets_folder() / "translations" / f"loupe_{language}.ts"
        _tool("lupdate", *sources, "-ts", str(ts), "-no-obsolete", "-source-language", "en", "-locations", "none")
        _tool("lrelease", str(ts), "-qm", str(ts.with_suffix(".qm")))


def _tool(name: str, *arguments: str) -> None:
    tool = Path(sys.executable).with_name(f"pyside6-{name}")
    subprocess.run([str(tool), *arguments], check=True)


if __name__ == "__main__":
    if sys.argv[1:] != ["update"]:
        sys.exit("python -m app.i18n update")
    asset("translations")
    update()
