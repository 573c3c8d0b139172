"""The commands of the Review screen. The number keys belong to the defect classes of the product and are made there."""

from app.actions.command import Command, Place
from app.i18n import QT_TRANSLATE_NOOP

REVIEW: tuple[Command, ...] = (
    Command(
        key="confirm",
        text=QT_TRANSLATE_NOOP("Commands", "Confirm the defect"),
        handler="confirm_defect",
        shortcuts=("D",),
        place=Place.REVIEW,
    ),
    Command(
        key="false_alarm",
        text=QT_TRANSLATE_NOOP("Commands", "False alarm"),
        handler="call_false_alarm",
        shortcuts=("F",),
        place=Place.REVIEW,
    ),
    Command(
        key="rework",
        text=QT_TRANSLATE_NOOP("Commands", "Rework"),
        handler="choose_rework",
        shortcuts=("R",),
        place=Place.REVIEW,
    ),
    Command(
        key="use_as_is",
        text=QT_TRANSLATE_NOOP("Commands", "Use as is"),
        handler="choose_use_as_is",
        shortcuts=("U",),
        place=Place.REVIEW,
    ),
    Command(
        key="cannot_tell",
        text=QT_TRANSLATE_NOOP("Commands", "Cannot tell"),
        handler="say_cannot_tell",
        shortcuts=("T",),
        place=Place.REVIEW,
    ),
    Command(
        key="review_undo",
        text=QT_TRANSLATE_NOOP("Commands", "Undo the last decision"),
        handler="undo",
        shortcuts=("Ctrl+Z",),
        place=Place.REVIEW,
    ),
    Command(
        key="part_above",
        text=QT_TRANSLATE_NOOP("Commands", "Part above"),
        handler="look_above",
        shortcuts=("Up",),
        place=Place.REVIEW,
    ),
    Command(
        key="part_below",
        text=QT_TRANSLATE_NOOP("Commands", "Part below"),
        handler="look_below",
        shortcuts=("Down",),
        place=Place.REVIEW,
    ),
    Command(
        key="review_map",
        text=QT_TRANSLATE_NOOP("Commands", "Map and outline on or off"),
        handler="toggle_map",
        shortcuts=("M",),
        place=Place.REVIEW,
    ),
    Command(
        key="review_magnify",
        text=QT_TRANSLATE_NOOP("Commands", "Magnifier on or off"),
        handler="toggle_magnify",
        shortcuts=("Z",),
        place=Place.REVIEW,
    ),
    Command(
        key="flicker",
        text=QT_TRANSLATE_NOOP("Commands", "Flicker with a good part"),
        handler="toggle_flicker",
        shortcuts=("K",),
        place=Place.REVIEW,
    ),
    Command(
        key="side_by_side",
        text=QT_TRANSLATE_NOOP("Commands", "Side by side with a good part"),
        handler="toggle_pair",
        shortcuts=("L",),
        place=Place.REVIEW,
    ),
    Command(
        key="show_score",
        text=QT_TRANSLATE_NOOP("Commands", "Show the score early"),
        handler="show_score",
        shortcuts=("S",),
        place=Place.REVIEW,
    ),
    Command(
        key="next_view",
        text=QT_TRANSLATE_NOOP("Commands", "Next view of the part"),
        handler="look_through_next",
        shortcuts=("V",),
        place=Place.REVIEW,
    ),
)
"""As in the design: one hand decides, the other looks."""
