"""How numbers read on the Teach screen: never without what they support."""

from app.i18n import numeral, translate
from app.recipe.lines import Effect
from app.recipe.ports import TeachStage

NARROW = "\N{NARROW NO-BREAK SPACE}"
ENOUGH_DEFECTS = 60


def percent(share: float) -> str:
    """0.0741 as "7.4 %", 0.26 as "26 %": two digits that count."""
    value = share * 100
    return f"{numeral(value, 1 if value < 9.95 else 0)}{NARROW}%"


def of(count: int, number: int) -> str:
    """ "0 of 12"."""
    return translate("Teach", "{count} of {number}").format(count=count, number=number)


def at_most(bound: float) -> str:
    """ "at most 26 % (95 %)": the upper end of the exact interval."""
    return translate("Teach", "at most {bound} ({confidence})").format(bound=percent(bound), confidence=f"95{NARROW}%")


def what_it_says(effect: Effect, bound_of_enough: float) -> str:
    """What these numbers can and cannot tell; `bound_of_enough` is the bound of 0 in ENOUGH_DEFECTS."""
    if effect.defect_count >= ENOUGH_DEFECTS:
        return ""
    support = translate("Teach", "{enough} without an escape would support at most {bound}.").format(
        enough=ENOUGH_DEFECTS, bound=f"{bound_of_enough * 100:.0f}{NARROW}%"
    )
    if effect.defect_count == 0:
        return translate("Teach", "Without known defects nothing is said about escapes.") + " " + support
    little = translate("Teach", "{count} defects say little about escapes.")
    return little.format(count=effect.defect_count) + " " + support


MODEL_NAMES = {
    "memory": "Loupe",
    "patchcore": "PatchCore",
    "anomalib-patchcore": "PatchCore (anomalib)",
    "padim": "PaDiM",
    "supersimplenet": "SuperSimpleNet",
    "dinomaly": "Dinomaly",
    "efficientad": "EfficientAD",
}
"""Names as their authors write them; the same in every language."""


def model_words(kind: str) -> str:
    """A model kind as people know it; a kind that is not listed keeps its key."""
    ours = {
        "template": translate("Teach", "Golden template"),
        "fused": translate("Teach", "Loupe and golden template"),
    }
    return ours.get(kind) or MODEL_NAMES.get(kind, kind)


def seconds(value: float) -> str:
    """ "about 40 s", "about 3 min"."""
    if value < 100:
        return translate("Teach", "about {seconds} s").format(seconds=max(1, round(value)))
    return translate("Teach", "about {minutes} min").format(minutes=round(value / 60))


def progressed(stage: TeachStage) -> str:
    """ "18 of 50, about 40 s left"."""
    counted = of(stage.done, stage.total)
    if stage.seconds_left is None:
        return counted
    return translate("Teach", "{counted}, {time} left").format(counted=counted, time=seconds(stage.seconds_left))
