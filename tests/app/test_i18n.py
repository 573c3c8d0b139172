"""The station's language: German is loaded, complete for the shell and Live, and keeps its placeholders."""

import ast
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from app.actions import COMMANDS
from app.assets import asset, assets_folder
from app.i18n import Language, load_language, translate

PLACEHOLDER = re.compile(r"\{\w+\}|%n")
TEXTS = ElementTree.parse(asset("translations", "loupe_de.ts")).getroot()


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    installed = load_language(qapp, Language.GERMAN)
    yield
    for translator in installed:
        qapp.removeTranslator(translator)
    load_language(qapp, Language.ENGLISH)


def test_german_is_spoken(german: None) -> None:
    assert translate("Live", "Back to live") == "Zurück zu Live"
    assert translate("Verdict", "NOT INSPECTED") == "NICHT GEPRÜFT"


def test_english_needs_no_file(qapp: QApplication) -> None:
    assert load_language(qapp, Language.ENGLISH) == []
    assert translate("Live", "Back to live") == "Back to live"


def test_every_command_is_spoken(german: None) -> None:
    same = {"Start inspecting", "Magnify", "Back"}
    assert all(command.title != command.text for command in COMMANDS if command.text in same)
    assert len({command.title for command in COMMANDS}) == len(COMMANDS)


def test_every_text_of_the_code_is_spoken() -> None:
    """Missing or empty ones are written by `python -m app.i18n update`, then by a person."""
    spoken = {(context.findtext("name", ""), text) for context in TEXTS.iter("context") for text in _finished(context)}
    assert sorted(_texts_of_code() - spoken) == []


def _finished(context: ElementTree.Element) -> Iterator[str]:
    for message in context.iter("message"):
        translation = message.find("translation")
        if translation is not None and translation.get("type") != "unfinished":
            forms = translation.findall("numerusform") or [translation]
            if all((form.text or "").strip() for form in forms):
                yield message.findtext("source", "")


def _texts_of_code() -> set[tuple[str, str]]:
    paths = (assets_folder().parent / "app").rglob("*.py")
    calls = (node for path in paths for node in ast.walk(ast.parse(path.read_text("utf-8"))))
    return {pair for call in calls if isinstance(call, ast.Call) for pair in _marked(call)}


def _marked(call: ast.Call) -> Iterator[tuple[str, str]]:
    """Context and text of a call that marks a literal for translation."""
    name = getattr(call.func, "id", None) or getattr(call.func, "attr", None)
    words = [word.value for word in call.args[:2] if isinstance(word, ast.Constant)]
    if name in ("translate", "QT_TRANSLATE_NOOP") and len(words) == 2:
        yield str(words[0]), str(words[1])


def test_translations_keep_their_placeholders() -> None:
    for message in TEXTS.iter("message"):
        source, spoken = message.findtext("source", ""), message.findtext("translation", "")
        if spoken.strip():
            assert sorted(PLACEHOLDER.findall(source)) == sorted(PLACEHOLDER.findall(spoken)), source
