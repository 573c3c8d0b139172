"""The engine alone: idle gaps, growth of latency and of teaching, start; prints figures, asserts nothing.

`python -m tests.benchmarks.bench_engine [gaps|latency|teach|start ...]` (all without a word). Pictures are the virtual
line's. Teaching streams them: a frame is made when it is asked for, so the memory told is the engine's own. anomalib's
fit is timed on 50 images of 256 px, since its choice from 200 takes minutes.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from vision.detectors.family import FitRequest
from vision.inspection import Frame
from vision.runtime.memory.file import FILE_NAME, read_model
from vision.runtime.memory.fit import fit_memory
from vision.runtime.memory.model import MemoryModel
from vision.runtime.memory.settings import MemorySettings
from vision.synth.render import render
from vision.synth.scene import draw_scene

SIZE = (1280, 1024)
REPEATS = 30
Pixels = NDArray[np.uint8]


def picture(part: int, size: tuple[int, int] = SIZE) -> Pixels:
    return np.asarray(render(draw_scene(0, part, size=size)).pixels, np.uint8)


class Shaken(Sequence[Frame]):
    """Any number of frames from a few pictures: each is moved a little and has its own noise."""

    def __init__(self, pictures: Sequence[Pixels], count: int) -> None:
        self._pictures, self._count = pictures, count

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, number: int) -> Frame: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Frame]: ...
    def __getitem__(self, number: int | slice) -> Frame | Sequence[Frame]:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(self._count))]
        if number >= self._count:
            raise IndexError(number)
        rng = np.random.default_rng(number)
        pixels = np.roll(self._pictures[number % len(self._pictures)], rng.integers(-4, 5, 2), axis=(0, 1))
        noise = rng.integers(-2, 3, (64, pixels.shape[1]), dtype=np.int16)
        rows = np.resize(noise, pixels.shape)
        return Frame(pixels=(pixels.astype(np.int16) + rows).clip(0, 255).astype(np.uint8))


def teach(frames: Sequence[Frame], settings: MemorySettings) -> MemoryModel:
    learned = fit_memory(FitRequest(settings=settings, frames=frames), lambda *_: None, lambda: False)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, FILE_NAME)
        path.write_bytes(learned.content)
        return read_model(path, settings)[0]


def figure(name: str, ask: Callable[[], object], repeats: int = REPEATS, gap_s: float = 0.0) -> None:
    """One line: median, p99 and processor time of some repeats, with a pause before each."""
    for _ in range(3):
        ask()
    times_ms, used_s = [], 0.0
    for _ in range(repeats):
        time.sleep(gap_s)
        started_s, before_s = time.perf_counter(), time.process_time()
        ask()
        times_ms.append((time.perf_counter() - started_s) * 1000)
        used_s += time.process_time() - before_s
    median, p99 = np.median(times_ms), np.quantile(times_ms, 0.99)
    cpu_ms = used_s / repeats * 1000
    print(f"{name:<44} median {median:8.2f} ms  p99 {p99:8.2f} ms  CPU {cpu_ms:8.2f} ms", flush=True)


def gaps() -> None:
    """A trigger after a pause: are caches, clocks and threads still awake?"""
    shown = picture(9)
    model = teach(Shaken([picture(part) for part in range(4)], 12), MemorySettings())
    for gap_s, repeats in ((0.0, 60), (0.1, 60), (1.0, 30), (10.0, 6)):
        figure(f"{gap_s:4.1f} s between triggers", lambda: model.predict(shown, None), repeats, gap_s)


def latency() -> None:
    """Against memory size, image size and the number of recipes loaded."""
    some, shown = [picture(part) for part in range(4)], picture(9)
    for size in (500, 1_000, 2_000, 4_000, 8_000):
        model = teach(Shaken(some, 12), MemorySettings(memory_size=size))
        figure(f"memory of {size}", lambda: model.predict(shown, None))  # noqa: B023
    models = [teach(Shaken(some, 6), MemorySettings()) for _ in range(8)]
    for count in (1, 2, 8):
        turn = iter(range(10**6))
        figure(f"{count} recipes in turn", lambda: models[next(turn) % count].predict(shown, None))  # noqa: B023
    for shape in ((640, 512), (1024, 1024), (1280, 800), (1280, 1024), (2448, 2048)):
        for colours in (1, 3):
            seen = picture(9, shape)
            seen = seen if colours == 1 else np.stack([seen] * 3, axis=-1)
            figure(f"frame {shape[0]} x {shape[1]} x {colours}", lambda: models[0].predict(seen, None))  # noqa: B023


def teaching(counts: Sequence[int]) -> None:
    """Each number of images in a process of its own, for its peak memory."""
    for count in counts:
        subprocess.run([sys.executable, "-m", __spec__.name, "teach-once", "--images", str(count)], check=True)
    subprocess.run([sys.executable, "-m", __spec__.name, "teach-peer"], check=True)


def teach_once(count: int) -> None:
    frames: Sequence[Frame] = Shaken([picture(part) for part in range(8)], count)
    if count <= 200:  # decoded beforehand
        frames = list(frames)
    started_s, used_s = time.perf_counter(), time.process_time()
    model = teach(frames, MemorySettings())
    model.predict(frames[0].pixels.astype(np.uint8), None)
    wall_s, cpu_s = time.perf_counter() - started_s, time.process_time() - used_s
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"taught from {count:>6} images: {wall_s:7.1f} s to the first verdict, CPU {cpu_s:7.1f} s, {peak_mb:6.0f} MB")


def teach_peer() -> None:
    """anomalib's PatchCore on 50 images: features and its own choice of 10 %."""
    import torch

    from vision.models.peers import KEPT, MOBILE, peer_model, to_peer_input

    frames = Shaken([picture(part) for part in range(8)], 50)
    inputs = [to_peer_input(frame.pixels.astype(np.uint8)) for frame in frames]
    model: Any = peer_model(MOBILE).train()
    started_s = time.perf_counter()
    with torch.inference_mode():
        for one in inputs:
            model(one)
        model.subsample_embedding(KEPT)
    print(f"anomalib's PatchCore, MobileNetV2, from 50 images: {time.perf_counter() - started_s:.1f} s")


def start() -> None:
    """A new process: from nothing to the first verdict with a taught model file."""
    settings = MemorySettings()
    frames = Shaken([picture(part) for part in range(4)], 12)
    learned = fit_memory(FitRequest(settings=settings, frames=frames), lambda *_: None, lambda: False)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, FILE_NAME).write_bytes(learned.content)
        code = (
            "from pathlib import Path; import numpy as np; from vision.runtime.memory import FAMILY;"
            f"model = FAMILY.load(Path({str(Path(folder, FILE_NAME))!r}), FAMILY.settings());"
            "model.predict_pixels(np.zeros((1024, 1280), np.uint8), None)"
        )
        figure("a process from nothing to its first verdict", lambda: subprocess.run([sys.executable, "-c", code]), 5)


def main() -> None:
    parser = argparse.ArgumentParser(description="Figures of the engine.")
    parser.add_argument("what", nargs="*", default=["latency", "gaps", "start", "teach"])
    parser.add_argument("--images", type=int, nargs="*", default=[100, 200, 1_000, 10_000])
    options = parser.parse_args()
    ways: dict[str, Callable[[], None]] = {
        "gaps": gaps,
        "latency": latency,
        "start": start,
        "teach": lambda: teaching(options.images),
        "teach-once": lambda: teach_once(options.images[0]),
        "teach-peer": teach_peer,
    }
    for what in options.what:
        ways[what]()


if __name__ == "__main__":
    main()
