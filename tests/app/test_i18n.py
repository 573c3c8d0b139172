"""The station's language: German is loaded, complete for the shell and Live, and keeps its placeholders."""

import ast
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from app.actions import COMMANDS
from app.assets import asset, assets_folder
from app.i18n import TOLD, Language, load_language, numeral, told, translate
from app.i18n.sentences import said, templates
from vision.inspection import Sentence, Trouble, say

PLACEHOLDER = re.compile(r"\{\w+\}|%n")
ROOT = assets_folder().parent
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
    wanted = _texts_of_code() | {(TOLD, template) for template in templates(ROOT)}
    spoken = {(context.findtext("name", ""), text) for context in TEXTS.iter("context") for text in _finished(context)}
    assert sorted(wanted - spoken) == []


def _finished(context: ElementTree.Element) -> Iterator[str]:
    for message in context.iter("message"):
        translation = message.find("translation")
        if translation is not None and translation.get("type") != "unfinished":
            forms = translation.findall("numerusform") or [translation]
            if all((form.text or "").strip() for form in forms):
                yield message.findtext("source", "")


def _texts_of_code() -> set[tuple[str, str]]:
    paths = (ROOT / "app").rglob("*.py")
    calls = (node for path in paths for node in ast.walk(ast.parse(path.read_text("utf-8"))))
    return {pair for call in calls if isinstance(call, ast.Call) for pair in _marked(call)}


def _marked(call: ast.Call) -> Iterator[tuple[str, str]]:
    """Context and text of a call that marks a literal for translation."""
    name = getattr(call.func, "id", None) or getattr(call.func, "attr", None)
    words = [word.value for word in call.args[:2] if isinstance(word, ast.Constant)]
    if name in ("translate", "QT_TRANSLATE_NOOP") and len(words) == 2:
        yield str(words[0]), str(words[1])


def test_what_a_person_is_told_is_never_put_together_by_hand() -> None:
    """An f-string or a sum has no template that a translator could find: `say` is the way."""
    made = [ast.unparse(node) for node in said(ROOT) if isinstance(node, ast.JoinedStr | ast.BinOp)]
    assert made == []


def test_a_sentence_is_told_with_its_values(german: None) -> None:
    reason = say("{count} regions above {line}, {place}", count=2, line="T2", place=say("upper right"))
    assert told(reason) == "2 Bereiche über T2, oben rechts"
    assert told(say("{view}: {reason}", view="Top", reason=reason)) == "Top: 2 Bereiche über T2, oben rechts"


def test_a_trouble_is_told_sentence_by_sentence(german: None) -> None:
    trouble = Trouble(say("There is no recipe {name}.", name="a {b}"), "", "Nothing is changed.")
    assert (
        told(trouble.what, trouble.meaning, trouble.remedy) == "Ein Rezept a {b} gibt es nicht. Nichts wird geändert."
    )
    assert told(trouble.sentence) == told(trouble.what, trouble.remedy)


def test_an_old_text_is_told_as_it_stands(german: None) -> None:
    assert told("2 regions above T2, upper right {as} it was") == "2 regions above T2, upper right {as} it was"
    assert told(Sentence("No frame came.")) == "Es kam kein Bild."


def test_numbers_are_written_the_way_of_the_language(german: None) -> None:
    assert numeral(0.1) == "0,1"
    assert numeral(2.345, 2) == "2,35"
    assert told(say("{path} is too large: {gb} GB.", path="a.b.png", gb=1.5)) == "a.b.png ist zu groß: 1,5 GB."


def test_english_is_told_as_it_was_said(qapp: QApplication) -> None:
    sentence = say("{path} is too large: {gb} GB.", path="a.png", gb=1.5)
    assert told(sentence) == sentence == "a.png is too large: 1.5 GB."


def test_translations_keep_their_placeholders() -> None:
    for message in TEXTS.iter("message"):
        source, spoken = message.findtext("source", ""), message.findtext("translation", "")
        if spoken.strip():
            assert sorted(PLACEHOLDER.findall(source)) == sorted(PLACEHOLDER.findall(spoken)), source
