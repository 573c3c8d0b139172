"""anomalib's models: PaDiM, SuperSimpleNet, EfficientAD, Dinomaly and its own PatchCore, in the same recipe as ours.

anomalib's `Engine` trains them in a child process (`child.py`), since it brings Lightning, threads and global switches
along that have no place in a station; the parent (`fit.py`) hands over images and weights and gets one safetensors file
back. At the line (`predictor.py`) only the torch model is built again: no Lightning, no checkpoint, no pickle, and raw
scores, since anomalib's post-processor would clamp them to 0..1 where the worst parts all look alike.

Nothing is downloaded. What a model needs beside the good images lies in the station's weights folder (`loupe weights`):

| kind | needs |
| --- | --- |
| `padim`, `supersimplenet`, `anomalib-patchcore` | nothing: the embedded backbone, or any other backbone by name |
| `dinomaly` | a DINOv2 transformer, `timm:vit_small_patch14_reg4_dinov2` unless another is named |
| `efficientad` | anomalib's teacher, imported as `anomalib:efficientad_small`, and photographs in folders (ImageNette) |

To add one of anomalib's models: its settings in `settings.py`, its line in `kinds.py`, its family here, and its name
in `vision.detectors.registry`.
"""

from functools import partial

from vision.detectors.family import ModelFamily
from vision.models.zoo.fit import fit_model
from vision.models.zoo.kinds import KINDS
from vision.models.zoo.predictor import load_model


def _family(name: str) -> ModelFamily:
    kind = KINDS[name]
    return ModelFamily(
        settings=kind.settings,
        file_name=f"{name}.safetensors",
        fit=partial(fit_model, kind),
        load=partial(load_model, kind),
    )


PADIM = _family("padim")
SUPERSIMPLENET = _family("supersimplenet")
PATCHCORE = _family("anomalib-patchcore")
DINOMALY = _family("dinomaly")
EFFICIENTAD = _family("efficientad")
