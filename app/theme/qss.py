"""The style sheet, filled in from the tokens. `assets/styles/loupe.qss` holds the rules, with `@token` for colours."""

import re
from dataclasses import fields

from app.assets import asset
from app.theme.tinted import tinted_icon_file
from app.theme.tokens import RADIUS_CARD, RADIUS_FIELD, Tokens

_TOKEN = re.compile(r"@(\w+)(?:/(\d+))?")


def build_sheet(theme: Tokens) -> str:
    """The whole style sheet of a theme. `@tx` is a token, `@tx/45` the same at 45 % opacity."""
    values = {f.name: getattr(theme, f.name) for f in fields(theme) if isinstance(getattr(theme, f.name), str)}
    values |= {"radius_card": f"{RADIUS_CARD}px", "radius_field": f"{RADIUS_FIELD}px"}
    values |= {"chevron_down": tinted_icon_file("chevron-down", theme.tx2).as_posix()}
    rules = asset("styles", "loupe.qss").read_text(encoding="utf-8")
    return _TOKEN.sub(lambda match: _value(values[match[1]], match[2]), rules)


def _value(token: str, percent: str | None) -> str:
    if percent is None:
        return token
    red, green, blue = (int(token[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red}, {green}, {blue}, {percent}%)"
