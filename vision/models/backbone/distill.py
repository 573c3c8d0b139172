"""Distil the embedded backbone from an ImageNet teacher: `python -m vision.models.backbone.distill --help`.

The student imitates three activations of MobileNetV2 (stride 4, 8, 16), each standardised per channel, by mean squared
error through 1x1 heads that are dropped afterwards (Hinton et al. 2015; feature form after Romero et al., FitNets,
2015). No label is used. The learning rate follows the clock, not a step count, so that the run ends when asked on any
computer; it is therefore repeatable in kind, not bit for bit. Ended by Ctrl-C or a power cut, it resumes from its
last checkpoint (safetensors, nothing is unpickled).
"""

import argparse
import json
import math
import os
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.utils.data import DataLoader, IterableDataset, get_worker_info
from torchvision.models import mobilenet_v2

from vision.images import read_image
from vision.models.backbone.network import EmbeddedBackbone, normalise
from vision.synth.procedural import procedural_picture

TEACHER_TAPS = {"stage4": 144, "stage8": 192, "stage16": 96}


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Everything that shapes a run; written into the training summary."""

    photos: Path
    teacher: Path
    out: Path
    minutes: float = 90.0
    crop_px: int = 192
    batch: int = 32
    learning_rate: float = 2e-3
    weight_decay: float = 1e-4
    procedural_share: float = 0.3
    seed: int = 0
    checkpoint_every_s: float = 180.0


class Teacher(nn.Module):
    """MobileNetV2 cut after block 13; gives its standardised taps under the student's names."""

    def __init__(self, weights: Path) -> None:
        super().__init__()
        net = mobilenet_v2()
        net.load_state_dict(load_file(weights))
        self.features = net.features[:14].eval().requires_grad_(False)
        for name, channels in TEACHER_TAPS.items():
            self.register_buffer(f"{name}_mean", torch.zeros(1, channels, 1, 1))
            self.register_buffer(f"{name}_std", torch.ones(1, channels, 1, 1))

    def taps(self, x: Tensor) -> dict[str, Tensor]:
        """Raw taps: expansion of block 3 (stride 4), expansion of block 6 (stride 8), output of block 13 (stride 16)."""
        found = {}
        for index, block in enumerate(self.features):
            if index in (4, 7):
                found["stage4" if index == 4 else "stage8"] = block.conv[0](x)
            x = block(x)
        found["stage16"] = x
        return found

    @torch.no_grad()
    def standardise(self, batches: list[Tensor]) -> None:
        """Measure each channel's mean and deviation over some batches."""
        collected = [self.taps(normalise(batch)) for batch in batches]
        for name in TEACHER_TAPS:
            values = torch.cat([taps[name].transpose(0, 1).flatten(1) for taps in collected], dim=1)
            getattr(self, f"{name}_mean").copy_(values.mean(1).view(1, -1, 1, 1))
            getattr(self, f"{name}_std").copy_(values.std(1).clamp_min(1e-3).view(1, -1, 1, 1))

    @torch.no_grad()
    def forward(self, x: Tensor) -> dict[str, Tensor]:
        return {
            name: (tap - getattr(self, f"{name}_mean")) / getattr(self, f"{name}_std")
            for name, tap in self.taps(x).items()
        }


class Student(nn.Module):
    """The backbone with the heads that predict the teacher."""

    def __init__(self) -> None:
        super().__init__()
        self.trunk = EmbeddedBackbone()
        self.heads = nn.ModuleDict(
            {name: nn.Conv2d(EmbeddedBackbone.CHANNELS[name], out, 1) for name, out in TEACHER_TAPS.items()}
        )

    def forward(self, x: Tensor) -> dict[str, Tensor]:
        taps = self.trunk(x, tuple(TEACHER_TAPS))
        return {name: head(taps[name]) for name, head in self.heads.items()}


class Pictures(IterableDataset[Tensor]):
    """An endless stream of augmented crops, (3, crop, crop) float in 0..1."""

    def __init__(self, settings: Settings, photos: list[Path]) -> None:
        self._settings = settings
        self._photos = photos

    def __iter__(self):  # type: ignore[no-untyped-def]
        os.environ["NO_ALBUMENTATIONS_UPDATE"] = "1"  # albumentations asks the network for its version at import
        import cv2

        cv2.setNumThreads(1)
        worker = get_worker_info()
        rng = np.random.default_rng([self._settings.seed, worker.id if worker else 0, time.time_ns() % 2**32])
        augment = _augmentation(self._settings.crop_px)
        loaded = [read_image(path)[0] for path in self._photos]
        made = [procedural_picture(320, rng) for _ in range(64)]
        while True:
            if rng.random() < 0.05:
                made[rng.integers(len(made))] = procedural_picture(320, rng)
            source = made if rng.random() < self._settings.procedural_share else loaded
            crop = augment(image=source[rng.integers(len(source))])["image"]
            if rng.random() < 0.15:
                crop = _paste_blob(crop, augment(image=loaded[rng.integers(len(loaded))])["image"], rng)
            yield torch.from_numpy(np.ascontiguousarray(crop.transpose(2, 0, 1))).float() / 255


def _augmentation(size: int):  # type: ignore[no-untyped-def]
    import albumentations as A

    return A.Compose(
        [
            A.RandomResizedCrop((size, size), scale=(0.15, 1.0), ratio=(0.8, 1.25)),
            A.D4(),
            A.ToGray(p=0.25),
            A.RandomBrightnessContrast(0.3, 0.4, p=0.6),
            A.GaussNoise(std_range=(0.005, 0.05), p=0.3),
            A.GaussianBlur(blur_limit=(3, 5), p=0.1),
        ]
    )


def _paste_blob(base: NDArray[np.uint8], other: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.uint8]:
    """A soft-edged patch of `other` on `base`: the student should know what a foreign surface looks like."""
    import cv2

    size = base.shape[0]
    mask = np.zeros((size, size), np.float32)
    centre = tuple(int(v) for v in rng.integers(0, size, 2))
    axes = tuple(int(v) for v in rng.integers(3, size // 4, 2))
    cv2.ellipse(mask, centre, axes, float(rng.uniform(0, 180)), 0, 360, 1.0, -1)
    soft = cv2.GaussianBlur(mask, (0, 0), float(rng.uniform(0.5, 2)))[:, :, None]
    return (base * (1 - soft) + other * soft).astype(np.uint8)


class Run:
    """One distillation: steps, log and checkpoints."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        torch.manual_seed(settings.seed)
        names = sorted(settings.photos.glob("**/*.jpg"))
        if not names:
            raise SystemExit(f"No .jpg photographs under {settings.photos}.")
        self.held_out = names[::10]
        self.photos = [path for index, path in enumerate(names) if index % 10]
        self.teacher = Teacher(settings.teacher).to(memory_format=torch.channels_last)
        self.student = Student().to(memory_format=torch.channels_last)
        self.optimizer = torch.optim.AdamW(
            self.student.parameters(), lr=settings.learning_rate, weight_decay=settings.weight_decay
        )
        self.step, self.spent_s, self.log = 0, 0.0, list[dict[str, float]]()

    @property
    def _state_file(self) -> Path:
        return self.settings.out / "checkpoint.safetensors"

    def resume(self) -> None:
        """Take up the last checkpoint, when there is one."""
        notes = self.settings.out / "checkpoint.json"
        if not notes.exists():
            return
        state = load_file(self._state_file)
        self.student.load_state_dict({k[8:]: v for k, v in state.items() if k.startswith("student.")})
        self.teacher.load_state_dict({k[8:]: v for k, v in state.items() if k.startswith("teacher.")})
        for index, parameter in enumerate(self.optimizer.param_groups[0]["params"]):
            moments = ("step", "exp_avg", "exp_avg_sq")
            self.optimizer.state[parameter] = {name: state[f"adam.{index}.{name}"] for name in moments}
        kept = json.loads(notes.read_text())
        self.step, self.spent_s, self.log = kept["step"], kept["spent_s"], kept["log"]
        print(f"resumed at step {self.step}, {self.spent_s / 60:.1f} minutes spent", flush=True)

    def save(self) -> None:
        """Checkpoint whole or not at all."""
        state = {f"student.{k}": v for k, v in self.student.state_dict().items()}
        state |= {f"teacher.{k}": v for k, v in self.teacher.state_dict().items()}
        for index, parameter in enumerate(self.optimizer.param_groups[0]["params"]):
            state |= {f"adam.{index}.{k}": v for k, v in self.optimizer.state[parameter].items()}
        self.settings.out.mkdir(parents=True, exist_ok=True)
        trunk = {k: v.contiguous() for k, v in self.student.trunk.state_dict().items() if "num_batches" not in k}
        save_file({k: v.contiguous() for k, v in state.items()}, self._state_file)
        save_file(trunk, self.settings.out / "embedded.safetensors")
        notes = {"step": self.step, "spent_s": round(self.spent_s, 1), "log": self.log}
        (self.settings.out / "checkpoint.json").write_text(json.dumps(notes, indent=1))

    def train(self) -> None:
        """Run until the minutes are spent."""
        loader = DataLoader(Pictures(self.settings, self.photos), batch_size=self.settings.batch, num_workers=1)
        batches = iter(loader)
        if self.step == 0:
            self.teacher.standardise([next(batches) for _ in range(8)])
        budget_s, since_save, last = self.settings.minutes * 60, 0.0, time.monotonic()
        running = dict.fromkeys(TEACHER_TAPS, 0.0)
        while self.spent_s < budget_s:
            self._set_rate(self.spent_s / budget_s)
            losses = self._step(next(batches))
            now = time.monotonic()
            self.spent_s, since_save, last = self.spent_s + now - last, since_save + now - last, now
            running = {k: 0.98 * v + 0.02 * losses[k] if self.step > 1 else losses[k] for k, v in running.items()}
            if self.step % 100 == 0:
                self.log.append({"step": self.step, "minutes": round(self.spent_s / 60, 2)} | running)
                print(json.dumps(self.log[-1]), flush=True)
            if since_save > self.settings.checkpoint_every_s:
                self.save()
                since_save = 0.0
        self.save()
        self._write_summary()

    def _set_rate(self, done: float) -> None:
        warm = min(1.0, (self.step + 1) / 200)
        rate = self.settings.learning_rate * warm * (0.5 + 0.5 * math.cos(math.pi * min(1.0, done)))
        for group in self.optimizer.param_groups:
            group["lr"] = max(rate, 1e-6)

    def _step(self, batch: Tensor) -> dict[str, float]:
        x = normalise(batch).contiguous(memory_format=torch.channels_last)
        with torch.autocast("cpu", torch.bfloat16):
            target, guess = self.teacher(x), self.student(x)
            losses = {k: nn.functional.mse_loss(guess[k].float(), target[k].float()) for k in TEACHER_TAPS}
            loss = 0.5 * losses["stage4"] + losses["stage8"] + losses["stage16"]
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        self.optimizer.step()
        self.step += 1
        return {k: float(v.detach()) for k, v in losses.items()}

    def _write_summary(self) -> None:
        settings = {k: v.name if isinstance(v, Path) else v for k, v in asdict(self.settings).items() if k != "out"}
        summary = {
            "settings": settings,
            "photographs": len(self.photos),
            "photographs_held_out": len(self.held_out),
            "torch": torch.__version__,
            "steps": self.step,
            "minutes": round(self.spent_s / 60, 1),
            "log": self.log[:: max(1, len(self.log) // 20)] + self.log[-1:],
        }
        (self.settings.out / "training.json").write_text(json.dumps(summary, indent=1) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description="Distil the embedded backbone from an ImageNet teacher.")
    parser.add_argument("--photos", type=Path, required=True, help="folder of natural photographs (.jpg)")
    parser.add_argument("--teacher", type=Path, required=True, help="MobileNetV2 state dict (.safetensors)")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints, weights and summary")
    parser.add_argument("--minutes", type=float, default=90.0)
    parser.add_argument("--seed", type=int, default=0)
    run = Run(Settings(**vars(parser.parse_args())))
    run.resume()
    run.train()


if __name__ == "__main__":
    main()
