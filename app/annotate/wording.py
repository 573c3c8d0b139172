"""The Annotate screen's words."""

from app.i18n import translate
from app.widgets.text import thousands
from labeling.annotation import LabelState
from labeling.catalog import Severity
from labeling.records.datasets import DatasetCounts

DOT = " \N{MIDDLE DOT} "


def severity_word(severity: Severity) -> str:
    """What a defect of a class means for the part."""
    return {
        Severity.MINOR: translate("Annotate", "minor"),
        Severity.MAJOR: translate("Annotate", "major"),
        Severity.CRITICAL: translate("Annotate", "critical"),
    }[severity]


def state_word(state: LabelState) -> str:
    """How far an image is."""
    return {LabelState.OPEN: translate("Annotate", "Open"), LabelState.DONE: translate("Annotate", "Done")}[state]


def counts_line(counts: DatasetCounts) -> str:
    """ "1 240 images · 3 done · 2 gone"."""
    words = [
        translate("Annotate", "{count} images").format(count=thousands(counts.images)),
        translate("Annotate", "{count} done").format(count=thousands(counts.done)),
    ]
    if counts.missing:
        words.append(translate("Annotate", "{count} gone").format(count=thousands(counts.missing)))
    return DOT.join(words)
