"""PatchCore: a memory of patches of good parts; what lies far from all of them is anomalous (Roth et al. 2022)."""

from vision.detectors.family import ModelFamily
from vision.models.patchcore.file import FILE_NAME
from vision.models.patchcore.fit import fit_patchcore
from vision.models.patchcore.predictor import load_patchcore
from vision.models.patchcore.settings import PatchcoreSettings

FAMILY = ModelFamily(settings=PatchcoreSettings, file_name=FILE_NAME, fit=fit_patchcore, load=load_patchcore)
