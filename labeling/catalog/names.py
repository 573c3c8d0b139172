"""Names that people give, in any script: one spelling, so that the same name is never there twice."""

import unicodedata

from vision.inspection import Trouble, say

LONGEST = 80


class NameTrouble(Trouble):
    """A name that cannot be used."""


def proper_name(text: str) -> str:
    """The name as it is kept: composed characters (NFC), no space at the ends.

    Raises:
        NameTrouble: empty, longer than 80 characters, or with characters that cannot be seen.
    """
    name = unicodedata.normalize("NFC", text).strip()
    if not name or len(name) > LONGEST or not name.isprintable():
        what = say("The name “{name}” cannot be used.", name=ascii(name)[1:-1][:LONGEST])
        raise NameTrouble(what, "Nothing is changed.", "Write a name of up to 80 letters.")
    return name


def name_key(name: str) -> str:
    """What two names that read the same have in common: upper and lower case alike (Unicode case folding)."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).strip().casefold())
