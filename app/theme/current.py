"""Which theme is on. Process-wide because Qt's own style sheet and palette are; only `apply_theme` changes it."""

from app.theme.tokens import DARK, Tokens

_active: list[Tokens] = [DARK]


def tokens() -> Tokens:
    """The colours of the theme that is on now; painters ask at every paint."""
    return _active[0]


def activate(theme: Tokens) -> None:
    """Make `theme` the one that `tokens` gives."""
    _active[0] = theme
