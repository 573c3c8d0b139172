"""The training child: `python -m vision.models.zoo.child FOLDER` does the job in the folder and tells its steps.

It has no network: every connection is refused, so that a model that would fetch something says so instead of waiting.
It ends when its standard input does, which is when its parent is gone.
"""

import json
import math
import os
import shutil
import sys
import threading
import warnings
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import torch

from vision.detectors.family import FitStage
from vision.images import read_image
from vision.inspection import Frame, Trouble, as_rgb8
from vision.models.backbone.catalog import Backbone, build_network, read_weights
from vision.models.backbone.network import IMAGENET_MEAN, IMAGENET_STD
from vision.models.compute import quiet_import
from vision.models.model_file import write_model_file
from vision.models.offline import stay_offline
from vision.models.zoo.job import BACKBONE, IMAGES, JOB, RESULT, Job
from vision.models.zoo.kinds import KINDS, Kind
from vision.models.zoo.network import as_input, build_module, own_keys
from vision.models.zoo.room import check_room, features_of
from vision.models.zoo.settings import ZooSettings

if TYPE_CHECKING:
    from anomalib.data import AnomalibDataModule
    from anomalib.models.components import AnomalibModule
    from lightning.pytorch import Callback

ASIDE_EVERY = 10
"""One good image in so many is kept aside for models that set a scale of their own."""

SOME = 16
"""Good images that a model is set up on before it learns."""


def train(job: Job, folder: Path, told: TextIO) -> bytes:
    """Train and give the content of the model file. Raises `ModelTrouble`."""
    kind = KINDS[job.kind]
    settings = kind.settings.model_validate(job.settings)
    backbone = _backbone(job, folder)
    quiet_import()
    from lightning.pytorch import seed_everything

    seed_everything(job.seed, workers=True, verbose=False)
    module = build_module(kind, settings, backbone, _pre_processor(kind))
    keys = own_keys(module.model, backbone)
    if kind.needs_photographs:
        _give_photographs(module, Path(job.photographs))
    some = _some_images(kind, folder / IMAGES)
    kind.prepare(module.model, some)
    if kind.needs is not None:
        check_room(kind.needs(settings, features_of(module.model, some[:1], len(list((folder / IMAGES).iterdir())))))
    _fit(kind, settings, module, folder, told)
    state = module.model.cpu().state_dict()
    notes = {
        "model": kind.model,
        "input_size": job.input_size,
        "anomalib": version("anomalib"),
        "torch": version("torch"),
    }
    return write_model_file(backbone, {key: state[key] for key in keys}, settings, notes)


def _give_photographs(module: Any, folder: Path) -> None:
    module.imagenet_dir = folder
    module.prepare_pretrained_model = lambda: None  # it would fetch the teacher that is already in place


def _backbone(job: Job, folder: Path) -> Backbone:
    weights, _ = read_weights(folder / BACKBONE)
    network = build_network(job.architecture, weights, job.backbone)
    return Backbone(name=job.backbone, architecture=job.architecture, network=network)


def _pre_processor(kind: Kind) -> torch.nn.Module | None:
    if not kind.is_normalised:
        return None
    from anomalib.pre_processing import PreProcessor
    from torchvision.transforms.v2 import Normalize

    made: torch.nn.Module = PreProcessor(transform=Normalize(mean=IMAGENET_MEAN, std=IMAGENET_STD))
    return made


def _some_images(kind: Kind, folder: Path) -> torch.Tensor:
    """(N, 3, H, W) of the first good images, as the model sees them."""
    frames = [Frame(pixels=read_image(path)[0]) for path in sorted(folder.iterdir())[:SOME]]
    return torch.cat([as_input(kind, as_rgb8(frame)) for frame in frames])


def _fit(kind: Kind, settings: ZooSettings, module: "AnomalibModule", folder: Path, told: TextIO) -> None:
    from anomalib.callbacks.checkpoint import ModelCheckpoint
    from anomalib.engine import Engine

    images = _good_images(folder / IMAGES, settings.batch_size, ASIDE_EVERY if kind.needs_photographs else 0)
    images.setup()
    passes = max(1, math.ceil(settings.steps / len(images.train_dataloader())))
    engine = Engine(
        callbacks=[_teller(told), ModelCheckpoint(save_top_k=0)],  # one that writes nothing, or anomalib adds its own
        default_root_dir=folder,
        accelerator="auto",
        devices=1,
        max_epochs=passes,
        check_val_every_n_epoch=passes,
        limit_val_batches=1.0 if kind.needs_photographs else 0,
        num_sanity_val_steps=0,
        deterministic="warn",
        enable_progress_bar=False,
        enable_model_summary=False,
    )
    engine.fit(module, datamodule=images)


def _good_images(folder: Path, batch_size: int, aside_every: int) -> "AnomalibDataModule":
    """The folder's images; every so many-th is only validated on, when there are as many. 0 validates on all."""
    from anomalib.data import AnomalibDataModule
    from anomalib.data.datasets.image.folder import FolderDataset

    class GoodImages(AnomalibDataModule):
        """No split but ours."""

        def _setup(self, _stage: str | None = None) -> None:
            whole = FolderDataset(name="good", normal_dir=folder, split="train")
            count = len(whole)
            aside = set(range(0, count, aside_every)) if 0 < aside_every <= count else set()
            self.train_data = whole.subsample([index for index in range(count) if index not in aside])
            self.val_data = self.test_data = whole.subsample(sorted(aside)) if aside else whole

    return GoodImages(batch_size, batch_size, 0, val_split_mode="from_dir")


def _teller(told: TextIO) -> "Callback":
    from lightning.pytorch import Callback

    class Teller(Callback):
        """Tells each batch."""

        def on_train_batch_end(self, trainer: Any, module: Any, outputs: Any, batch: Any, batch_idx: int) -> None:
            del module, outputs, batch
            per_pass = trainer.num_training_batches
            done = trainer.current_epoch * per_pass + batch_idx + 1
            tell(told, stage=FitStage.MEMORY.value, done=done, total=trainer.max_epochs * per_pass)

    return Teller()


def tell(told: TextIO, **word: Any) -> None:
    """One line for the parent."""
    told.write(json.dumps(word) + "\n")
    told.flush()


def _end_with_parent(folder: Path) -> None:
    """Wait for the parent's end, which may be a crash, and take its folder along."""
    sys.stdin.read()
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(1)


def _give_way() -> None:
    """Linux, when it has no memory left, shall end this process and not the station."""
    with suppress(OSError):  # there is no such file elsewhere
        Path("/proc/self/oom_score_adj").write_text("1000")


def main(folder: Path) -> int:
    """Do the job in the folder; 0 when the model file is there."""
    stay_offline()
    _give_way()
    warnings.simplefilter("ignore")
    told, sys.stdout = sys.stdout, sys.stderr  # no library may speak between our lines
    threading.Thread(target=_end_with_parent, args=(folder,), daemon=True).start()
    job = Job.model_validate_json((folder / JOB).read_text(encoding="utf-8"))
    try:
        content = train(job, folder, told)
    except Trouble as trouble:
        sentences = [part.memo() for part in (trouble.what, trouble.meaning, trouble.remedy)]
        tell(told, trouble=sentences, detail=trouble.detail)
        return 1
    (folder / RESULT).write_bytes(content)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
