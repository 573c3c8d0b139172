"""Labels in and out, in the formats of other tools.

Every format is a file with `read` and `write`, and a line in the table of `formats`. What is read and written is a
`LabelledImage`: no dataset, no catalog; `labeling.datasets.labels` joins the two.
"""

from labeling.exchange.formats import FORMATS, LabelFormat, Trait
from labeling.exchange.known import KnownImage, KnownImages
from labeling.exchange.labelled import BadEntry, ExchangeTrouble, LabelledImage, Mark, Reading, Remark
from labeling.exchange.losses import Loss, losses
from labeling.exchange.transfer import format_named, read_labels, write_labels

__all__ = [
    "FORMATS",
    "BadEntry",
    "ExchangeTrouble",
    "KnownImage",
    "KnownImages",
    "LabelFormat",
    "LabelledImage",
    "Loss",
    "Mark",
    "Reading",
    "Remark",
    "Trait",
    "format_named",
    "losses",
    "read_labels",
    "write_labels",
]
