"""Texts with values in them, told in any language.

Everything that Loupe says is written in English where it happens, also down here where nobody knows of languages.
A `Sentence` remembers what it was made of, so that a screen can look its template up in another language and put the
same values into it, years later too. Looking up finished texts was refused: every value makes another text.
"""

import math
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Self

Value = str | int | float
"""What stands in a sentence: a number, a name that is the same in every language, or a sentence itself."""

_NONE: Mapping[str, Value] = MappingProxyType({})


class Sentence(str):
    """A finished English text that remembers its template and its values; for everybody else a plain str.

    Without values it is its own template, braces and all.
    """

    template: str
    values: Mapping[str, Value]

    def __new__(cls, text: str, template: str | None = None, values: Mapping[str, Value] = _NONE) -> Self:
        sentence = super().__new__(cls, text)
        sentence.template = text if template is None else template
        sentence.values = dict(values)
        return sentence

    @classmethod
    def of(cls, text: str) -> "Sentence":
        """A text as a sentence; a sentence as it is."""
        return text if isinstance(text, Sentence) else cls(text)

    def memo(self) -> dict[str, Any]:
        """Template and values, ready for JSON; `recall` makes the sentence again."""
        values = {name: value.memo() if isinstance(value, Sentence) else value for name, value in self.values.items()}
        return {"template": self.template, "values": values}

    @classmethod
    def recall(cls, memo: Mapping[str, Any]) -> "Sentence":
        """The sentence of a `memo`."""
        values = {
            name: cls.recall(value) if isinstance(value, dict) else value for name, value in memo["values"].items()
        }
        return say(memo["template"], **values)


def say(template: str, /, **values: object) -> Sentence:
    """A sentence: `template` with each `{name}` replaced by the value of that name.

    The template is a literal: it is what translators see (`python -m app.i18n update` collects it). Without values
    `say` only marks a text, for a table that is told later, or filled: `say(WORDS[cause], path=path)`. Templates hold
    no format specification: round numbers before; a whole one is written without decimals.
    """
    kept = {name: _kept(value) for name, value in values.items()}
    return Sentence(template.format(**kept) if kept else template, template, kept)


def join(*texts: str) -> Sentence:
    """Sentences one after the other; empty ones are left out."""
    told = [Sentence.of(text) for text in texts if text]
    if len(told) == 1:
        return told[0]
    values = {f"part{number}": sentence for number, sentence in enumerate(told, 1)}
    return say(" ".join(f"{{{name}}}" for name in values), **values)


def _kept(value: object) -> Value:
    """Numbers stay numbers, so that they are written the way of the screen's language; NaN is no number in JSON.

    A file name may be no valid text; its odd bytes are written out, as no screen or database takes them.
    """
    if isinstance(value, float) and math.isfinite(value):
        return int(value) if value.is_integer() else float(value)
    if isinstance(value, Sentence | int):
        return value
    return str(value).encode("utf-8", "backslashreplace").decode()
