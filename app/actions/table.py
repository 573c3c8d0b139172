"""The table of commands; a screen with many has its own file here."""

from app.actions.annotate import ANNOTATE
from app.actions.command import Command, Place
from app.actions.review import REVIEW
from app.i18n import QT_TRANSLATE_NOOP

COMMANDS: tuple[Command, ...] = (
    Command(
        key="find", text=QT_TRANSLATE_NOOP("Commands", "Find a command"), handler="find_command", shortcuts=("Ctrl+K",)
    ),
    Command(
        key="keys",
        text=QT_TRANSLATE_NOOP("Commands", "Keys of this screen"),
        handler="show_keys",
        shortcuts=("?", "Shift+/"),
    ),
    Command(key="back", text=QT_TRANSLATE_NOOP("Commands", "Back"), handler="go_back", shortcuts=("Esc",)),
    Command(
        key="sign_in", text=QT_TRANSLATE_NOOP("Commands", "Sign in or out"), handler="sign_in", shortcuts=("Ctrl+L",)
    ),
    Command(
        key="theme",
        text=QT_TRANSLATE_NOOP("Commands", "Dark or light theme"),
        handler="change_theme",
        shortcuts=("Ctrl+T",),
    ),
    Command(
        key="quit", text=QT_TRANSLATE_NOOP("Commands", "Close Loupe"), handler="close_window", shortcuts=("Ctrl+Q",)
    ),
    Command(
        key="start",
        text=QT_TRANSLATE_NOOP("Commands", "Start inspecting"),
        handler="start",
        shortcuts=("F9",),
        place=Place.LIVE,
    ),
    Command(
        key="stop",
        text=QT_TRANSLATE_NOOP("Commands", "Stop inspecting"),
        handler="stop",
        shortcuts=("Shift+F9",),
        place=Place.LIVE,
    ),
    Command(
        key="map",
        text=QT_TRANSLATE_NOOP("Commands", "Map on or off"),
        handler="toggle_map",
        shortcuts=("M",),
        place=Place.LIVE,
    ),
    Command(
        key="outline",
        text=QT_TRANSLATE_NOOP("Commands", "Outline on or off"),
        handler="toggle_outline",
        shortcuts=("O",),
        place=Place.LIVE,
    ),
    Command(
        key="paler",
        text=QT_TRANSLATE_NOOP("Commands", "Paler map"),
        handler="paler_map",
        shortcuts=("[",),
        place=Place.LIVE,
    ),
    Command(
        key="stronger",
        text=QT_TRANSLATE_NOOP("Commands", "Stronger map"),
        handler="stronger_map",
        shortcuts=("]",),
        place=Place.LIVE,
    ),
    Command(
        key="magnify",
        text=QT_TRANSLATE_NOOP("Commands", "Magnify"),
        handler="toggle_magnify",
        shortcuts=("Z",),
        place=Place.LIVE,
    ),
    Command(
        key="hold",
        text=QT_TRANSLATE_NOOP("Commands", "Hold view"),
        handler="toggle_hold",
        shortcuts=("H",),
        place=Place.LIVE,
    ),
    Command(
        key="verdict",
        text=QT_TRANSLATE_NOOP("Commands", "Verdict large"),
        handler="toggle_large_verdict",
        shortcuts=("V",),
        place=Place.LIVE,
    ),
    Command(
        key="older",
        text=QT_TRANSLATE_NOOP("Commands", "Older part"),
        handler="look_older",
        shortcuts=("Left",),
        place=Place.LIVE,
    ),
    Command(
        key="newer",
        text=QT_TRANSLATE_NOOP("Commands", "Newer part"),
        handler="look_newer",
        shortcuts=("Right",),
        place=Place.LIVE,
    ),
    Command(
        key="live",
        text=QT_TRANSLATE_NOOP("Commands", "Back to live"),
        handler="back_to_live",
        shortcuts=("End",),
        place=Place.LIVE,
    ),
    Command(
        key="lot",
        text=QT_TRANSLATE_NOOP("Commands", "Recipe / lot"),
        handler="choose_lot",
        shortcuts=("L",),
        place=Place.LIVE,
    ),
    *REVIEW,
    *ANNOTATE,
)


def commands_of(place: Place, commands: tuple[Command, ...] = COMMANDS) -> tuple[Command, ...]:
    """The commands of one place, in the table's order."""
    return tuple(command for command in commands if command.place is place)
