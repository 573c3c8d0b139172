"""Recipe files: to text and back, migrating old layouts and naming the line at fault."""

import hashlib
import json
from collections.abc import Callable, Sequence
from typing import Any

from pydantic import ValidationError

from vision.inspection import Trouble, say
from vision.recipe.recipe import FORMAT, Recipe


class RecipeTrouble(Trouble):
    """A recipe that cannot be read, found or used."""


_REMEDY = say("Mend the file, or choose another version on Teach, under Versions.")

MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""From layout n to n + 1: raw dictionary in, raw dictionary out. Add one line for each new `FORMAT`."""


def dump_recipe(recipe: Recipe) -> str:
    """The recipe as JSON text, one key a line, ending with a newline. Equal recipes give equal text."""
    return json.dumps(recipe.model_dump(mode="json"), indent=2, ensure_ascii=False) + "\n"


def recipe_hash(recipe: Recipe) -> str:
    """SHA-256 of the recipe's text, hex."""
    return hashlib.sha256(dump_recipe(recipe).encode()).hexdigest()


def parse_recipe(text: str, origin: str) -> Recipe:
    """Read a recipe from JSON text; `origin` is the file's name for messages.

    Raises:
        RecipeTrouble: not JSON, unknown or wrong keys (with the line), or written by a newer Loupe.
    """
    try:
        raw = json.loads(text)
    except json.JSONDecodeError as error:
        raise RecipeTrouble(
            say("{file} is broken at line {line}: {error}.", file=origin, line=error.lineno, error=error.msg),
            "",
            _REMEDY,
        ) from error
    if not isinstance(raw, dict):
        raise RecipeTrouble(say("{file} is broken at line 1: it holds no recipe.", file=origin), "", _REMEDY)
    raw = _migrate(raw, origin)
    try:
        return Recipe.model_validate(raw)
    except ValidationError as error:
        first = error.errors()[0]
        line = line_of(text, first["loc"])
        place = ".".join(str(step) for step in first["loc"]) or "recipe"
        problem = say("is not known") if first["type"] == "extra_forbidden" else _plain(first["msg"])
        what = say("{file}, line {line}: {place} {problem}.", file=origin, line=line, place=place, problem=problem)
        raise RecipeTrouble(what, "The recipe is not used.", _REMEDY, detail=str(error)) from error


def _migrate(raw: dict[str, Any], origin: str) -> dict[str, Any]:
    layout = raw.get("format", FORMAT)
    if not isinstance(layout, int) or layout > FORMAT:
        raise RecipeTrouble(
            say(
                "{file} was written by a newer Loupe (layout {layout}, this one knows {known}).",
                file=origin,
                layout=layout,
                known=FORMAT,
            ),
            "The recipe is not used.",
            "Update Loupe on this station, or choose an older version on Teach, under Versions.",
        )
    while layout < FORMAT:
        if layout not in MIGRATIONS:
            raise RecipeTrouble(
                say("{file} has the unknown layout {layout}.", file=origin, layout=layout),
                "The recipe is not used.",
                _REMEDY,
            )
        raw = MIGRATIONS[layout](raw)
        layout += 1
    return raw | {"format": FORMAT}


def _plain(message: str) -> str:
    plain = message.removeprefix("Value error, ")
    return say("is wrong: {error}", error=plain[:1].lower() + plain[1:])


def line_of(text: str, path: Sequence[str | int]) -> int:
    """The line (from 1) on which the value at `path` stands in indented JSON text; the last step found when it breaks off."""
    decoder = json.JSONDecoder()
    position = 0
    for step in path:
        found = _enter(text, position, step, decoder)
        if found is None:
            break
        position = found
    return text.count("\n", 0, position) + 1


def _enter(text: str, position: int, step: str | int, decoder: json.JSONDecoder) -> int | None:
    """Position of the member `step` of the container that starts at `position`, or None."""
    position = _skip(text, position)
    if position >= len(text) or text[position] not in "{[":
        return None
    is_object, position, index = text[position] == "{", position + 1, 0
    while True:
        position = _skip(text, position, ",")
        if position >= len(text) or text[position] in "}]":
            return None
        start, key = position, index
        if is_object:
            key, position = decoder.raw_decode(text, position)
            position = _skip(text, position, ":")
            if key == step:
                return start if text[position] not in "{[" else position
        elif key == step:
            return position
        _, position = decoder.raw_decode(text, position)
        index += 1


def _skip(text: str, position: int, more: str = "") -> int:
    while position < len(text) and (text[position].isspace() or text[position] in (more or " ")):
        position += 1
    return position
