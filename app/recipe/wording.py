"""How numbers read on the Teach screen: never without what they support."""

from app.i18n import numeral, translate
from app.recipe.lines import Effect
from app.recipe.ports import TeachStage

NARROW = "\N{NARROW NO-BREAK SPACE}"
ENOUGH_DEFECTS = 60


def percent(share: float) -> str:
    """0.0741 as "7.4 %", 0.22 as "22 %": two digits that count."""
    value = share * 100
    return f"{numeral(value, 1 if value < 9.95 else 0)}{NARROW}%"


def of(count: int, number: int) -> str:
    """ "0 of 12"."""
    return translate("Teach", "{count} of {number}").format(count=count, number=number)


def at_most(bound: float) -> str:
    """ "at most 22 % (95 %)": the exact one-sided bound."""
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


def odd_words(count: int) -> str:
    """ "2 good parts stand apart from the others."; "" for none."""
    if count == 0:
        return ""
    if count == 1:
        return translate("Teach", "1 good part stands apart from the others: is it really good?")
    return translate("Teach", "{count} good parts stand apart from the others: are they really good?").format(
        count=count
    )


def detail_words(share: float) -> str:
    """How closely a model looks, in short: "Half detail"."""
    named = {
        0.0: translate("Teach", "Off"),
        0.5: translate("Teach", "Half detail"),
        1.0: translate("Teach", "Full detail"),
    }
    return named.get(share) or translate("Teach", "Detail {share}").format(share=percent(share))


def detail_cost(share: float) -> str:
    """What looking so closely gives and takes, as measured: scratches 4 pixels wide in 5 megapixels, two threads."""
    named = {
        0.0: translate("Teach", "Fastest: about 14 ms for 5 megapixels. A scratch 4 pixels wide is missed."),
        0.5: translate("Teach", "About 80 ms for 5 megapixels. Half of the scratches 2 to 4 pixels wide are found."),
        1.0: translate("Teach", "About 200 ms for 5 megapixels. No more scratches were found than with half detail."),
    }
    return named.get(share, "")


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
