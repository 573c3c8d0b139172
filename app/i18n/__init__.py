"""Texts in the station's language.

Every text on a screen is written in English in the code and goes through `translate`; what `vision` says (reasons,
alarms, troubles) goes through `told` where it is shown. German lives in `assets/translations/loupe_de.ts` and is
compiled to the `.qm` beside it. `python -m app.i18n update` collects new texts from the code into the `.ts` and
compiles it.
"""

import json
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.assets import assets_folder
from vision.inspection import Sentence

TOLD = "Told"
"""The context of every sentence that is made where no screen is."""


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


def told(*texts: str) -> str:
    """Sentences of reasons, alarms and troubles in the chosen language, joined by a space; empty ones are left out.

    What has no translation stays English: an old record, the words of a driver.
    """
    return " ".join(_told(Sentence.of(text)) for text in texts if text)


def numeral(value: float, digits: int | None = None) -> str:
    """A number with the decimal sign of the chosen language, rounded to `digits`, or as it is; never grouped."""
    text = str(value) if digits is None else f"{value:.{digits}f}"
    return text.replace(".", QLocale().decimalPoint())


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


def station_language(settings: Path) -> Language:
    """The language that a station's settings file names, without opening its home; the computer's where none is named."""
    try:
        return Language(json.loads(settings.read_text("utf-8"))["language"])
    except (OSError, ValueError, KeyError, TypeError):
        known = [language for language in Language if language == QLocale.system().name()[:2]]
        return known[0] if known else Language.ENGLISH


def _told(sentence: Sentence) -> str:
    spoken = translate(TOLD, sentence.template)
    return (
        spoken.format_map({name: _value(value) for name, value in sentence.values.items()})
        if sentence.values
        else spoken
    )


def _value(value: str | float) -> str:
    if isinstance(value, Sentence):
        return _told(value)
    return value if isinstance(value, str) else numeral(value)
