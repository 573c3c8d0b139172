"""What a command is, and where it holds."""

from dataclasses import dataclass
from enum import StrEnum

from app.i18n import translate


class Place(StrEnum):
    """Where a command holds."""

    EVERYWHERE = "everywhere"
    LIVE = "live"
    REVIEW = "review"
    ANNOTATE = "annotate"


EVERYWHERE = Place.EVERYWHERE


@dataclass(frozen=True, kw_only=True)
class Command:
    """One command. `handler` is the name of a method of the object that the commands are installed with."""

    key: str
    text: str
    """English; `title` translates it."""
    handler: str
    shortcuts: tuple[str, ...] = ()
    place: Place = Place.EVERYWHERE
    permission: str = ""
    """A permission of the session, empty when everybody may."""

    @property
    def title(self) -> str:
        """The text in the station's language."""
        return translate("Commands", self.text)
