"""Learning, the parent's side: images and weights into a folder, a child that trains there, its model file back."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from safetensors.torch import save_file

from vision.detectors.family import Cancelled, FitProgress, FitRequest, FitStage, Learned, ModelTrouble
from vision.images import IMAGE_SUFFIXES, encode_png
from vision.inspection import as_rgb8, say
from vision.models.backbone.catalog import Backbone, load_backbone
from vision.models.compute import resized
from vision.models.zoo.job import BACKBONE, IMAGES, JOB, RESULT, Job
from vision.models.zoo.kinds import Kind
from vision.models.zoo.network import arguments_of, input_size
from vision.models.zoo.parent import train_in_child

PHOTOGRAPHS = "photographs"
"""Folder beside the imported weights."""


def fit_model(kind: Kind, request: FitRequest, progress: FitProgress, cancelled: Callable[[], bool]) -> Learned:
    """A model file. On a computer without GPU the same frames, settings and seed give the same bytes.

    Raises:
        ModelTrouble: weights or photographs that are missing or broken, or a training that failed.
        Cancelled: as asked; the child has ended and its folder is gone.
    """
    settings = kind.settings.model_validate(request.settings.model_dump())
    backbone = _backbone(kind, settings.backbone, request.weights_folder)
    arguments_of(kind, settings, backbone)  # a backbone that cannot serve is told before anything is written
    first = request.frames[0]
    job = Job(
        kind=kind.name,
        settings=settings.model_dump(mode="json"),
        backbone=backbone.name,
        architecture=backbone.architecture,
        input_size=input_size(kind, settings, first.height, first.width),
        seed=request.seed,
        photographs=str(_photographs(kind, request.weights_folder)) if kind.needs_photographs else "",
    )
    with TemporaryDirectory(prefix="loupe-train-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        _write_images(folder / IMAGES, request, job.input_size, progress, cancelled)
        save_file(backbone.weights, folder / BACKBONE)
        (folder / JOB).write_text(job.model_dump_json(), encoding="utf-8")
        train_in_child(kind.title, folder, progress, cancelled)
        return Learned(content=(folder / RESULT).read_bytes())


def _backbone(kind: Kind, name: str, weights_folder: Path | None) -> Backbone:
    try:
        return load_backbone(name, weights_folder)
    except ModelTrouble as trouble:
        if not kind.remedy:
            raise
        raise ModelTrouble(trouble.what, trouble.meaning, kind.remedy, detail=trouble.detail) from trouble


def _write_images(
    folder: Path,
    request: FitRequest,
    size: tuple[int, int],
    progress: FitProgress,
    cancelled: Callable[[], bool],
) -> None:
    """The good frames as the model's input, resized here as at the line; the Engine's own resize is never used."""
    folder.mkdir()
    total = len(request.frames)
    for index in range(total):
        if cancelled():
            raise Cancelled
        (folder / f"{index:06}.png").write_bytes(encode_png(resized(as_rgb8(request.frames[index]), size)))
        progress(FitStage.FEATURES, index + 1, total)


def _photographs(kind: Kind, weights_folder: Path | None) -> Path:
    folder = (weights_folder or Path("weights")) / PHOTOGRAPHS
    if not any(path.suffix.lower() in IMAGE_SUFFIXES for path in folder.glob("*/**/*")):
        raise ModelTrouble(
            say("{model} also learns from photographs of other things, and there are none.", model=kind.title),
            "Nothing is taught.",
            say("Unpack ImageNette, or put a folder with some hundred photographs, into {folder}.", folder=folder),
        )
    return folder.resolve()
