"""The station's language: German is loaded, complete for the shell and Live, and keeps its placeholders."""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from app.actions import COMMANDS
from app.assets import asset
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


def test_translations_keep_their_placeholders() -> None:
    for message in TEXTS.iter("message"):
        source, spoken = message.findtext("source", ""), message.findtext("translation", "")
        if spoken.strip():
            assert sorted(PLACEHOLDER.findall(source)) == sorted(PLACEHOLDER.findall(spoken)), source
