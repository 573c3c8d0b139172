"""A network of the SAM family as click-to-mask (Kirillov et al. 2023), brought along as two ONNX files.

The common export: an encoder that makes an embedding of the image, and the decoder that Meta's own script exports
(`export_onnx_model.py`). MobileSAM, EdgeSAM and others are exported alike. Encoders differ in what they are given:
(1, 3, S, S) normalised and padded, or (H, W, 3) levels from 0 to 255; the shape of the input tells which.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import cv2
import numpy as np
from numpy.typing import NDArray

from labeling.annotation import PlacedMask
from labeling.painting.click import Click, Pixels, SeenImage
from labeling.painting.masks import nothing
from vision.detectors.family import ModelTrouble
from vision.inspection import Sentence, say, three_planes
from vision.runtime.session import Session

_LONG_SIDE_PX = 1024
_MEAN, _DEVIATION = np.array([123.675, 116.28, 103.53], np.float32), np.array([58.395, 57.12, 57.375], np.float32)
_DECODER_INPUTS = {
    "image_embeddings",
    "point_coords",
    "point_labels",
    "mask_input",
    "has_mask_input",
    "orig_im_size",
}
_OUTSIDE, _INSIDE, _PADDING = 0.0, 1.0, -1.0
"""Labels of points. Without a box, SAM wants one point of padding."""

Floats = NDArray[np.float32]


class SamFile:
    """Click to mask by an imported network."""

    def __init__(self, encoder: Path, decoder: Path) -> None:
        """Raises `ModelTrouble` when a file cannot be read or is no such network."""
        self._encoder, self._decoder = _opened(encoder), _opened(decoder)
        if len(self._encoder.inputs) != 1 or _Canvas.of(self._encoder, 1, 1) is None:
            raise _wrong(encoder, say("An encoder takes one colour image; this network does not."))
        missing = _DECODER_INPUTS - set(self._decoder.inputs)
        if missing:
            raise _wrong(decoder, say("A decoder's input is missing: {names}.", names=", ".join(sorted(missing))))
        if not {"masks", "iou_predictions"} <= set(self._decoder.outputs):
            raise _wrong(decoder, say("A decoder gives masks and iou_predictions; this network does not."))

    def see(self, pixels: Pixels) -> SeenImage:
        """One run of the encoder: up to some seconds, beside the screen. Raises `ModelTrouble` when it fails."""
        height, width = pixels.shape[:2]
        canvas = _Canvas.of(self._encoder, height, width)
        assert canvas is not None  # looked at when the file was opened
        (name,) = self._encoder.inputs
        found = _run(self._encoder, **{name: canvas.filled(pixels)})
        embedding = found.get("image_embeddings", next(iter(found.values())))
        return _SeenBySam(self._decoder, embedding.astype(np.float32), canvas, (height, width))


@dataclass(frozen=True, kw_only=True)
class _Canvas:
    """The picture that an encoder is given: the image at one scale in its upper left corner, black around it."""

    height: int
    width: int
    scale: float
    is_normalised: bool
    """(1, 3, H, W) in standard deviations; else (H, W, 3) in grey levels."""

    @classmethod
    def of(cls, encoder: Session, height: int, width: int) -> Self | None:
        """For an image of this size; None when the encoder takes no image."""
        shape = next(iter(encoder.inputs.values()))
        if len(shape) == 4 and shape[1] == 3:
            high, wide, is_normalised = shape[2] or _LONG_SIDE_PX, shape[3] or _LONG_SIDE_PX, True
        elif len(shape) == 3 and shape[2] == 3:
            whole = _LONG_SIDE_PX / max(height, width)
            high, wide = shape[0] or max(1, round(height * whole)), shape[1] or max(1, round(width * whole))
            is_normalised = False
        else:
            return None
        return cls(height=high, width=wide, scale=min(high / height, wide / width), is_normalised=is_normalised)

    def filled(self, pixels: Pixels) -> Floats:
        """The encoder's input."""
        size = [max(1, round(side * self.scale)) for side in pixels.shape[1::-1]]
        how = cv2.INTER_AREA if self.scale < 1 else cv2.INTER_LINEAR
        picture = np.asarray(cv2.resize(three_planes(pixels), size, interpolation=how), np.float32)
        if self.is_normalised:
            picture = (picture - _MEAN) / _DEVIATION
        canvas = np.zeros((self.height, self.width, 3), np.float32)
        canvas[: size[1], : size[0]] = picture
        return np.ascontiguousarray(canvas.transpose(2, 0, 1)[None]) if self.is_normalised else canvas

    def unscaled(self, logits: Floats, height: int, width: int) -> NDArray[np.bool_]:
        """A (H, W) answer on the canvas as an image-sized mask, its edge as fine as the image."""
        rows, columns = max(1, round(height * self.scale)), max(1, round(width * self.scale))
        inside = np.ascontiguousarray(logits[:rows, :columns])
        return np.asarray(cv2.resize(inside, (width, height), interpolation=cv2.INTER_LINEAR)) > 0


class _SeenBySam:
    def __init__(self, decoder: Session, embedding: Floats, canvas: _Canvas, size: tuple[int, int]) -> None:
        self._decoder = decoder
        self._embedding = embedding
        self._canvas = canvas
        self._size = size

    def mask_at(self, clicks: Sequence[Click]) -> PlacedMask:
        """Raises `ModelTrouble` when the network fails on this image."""
        if not any(click.is_inside for click in clicks):
            return nothing()
        places = [(click.x * self._canvas.scale, click.y * self._canvas.scale) for click in clicks]
        labels = [_INSIDE if click.is_inside else _OUTSIDE for click in clicks]
        found = _run(
            self._decoder,
            image_embeddings=self._embedding,
            point_coords=np.array([[*places, (0.0, 0.0)]], np.float32),
            point_labels=np.array([[*labels, _PADDING]], np.float32),
            mask_input=np.zeros((1, 1, 256, 256), np.float32),
            has_mask_input=np.zeros(1, np.float32),
            orig_im_size=np.array([self._canvas.height, self._canvas.width], np.float32),
        )
        best = int(found["iou_predictions"][0].argmax())
        return PlacedMask.of(self._canvas.unscaled(found["masks"][0, best].astype(np.float32), *self._size))


def _opened(path: Path) -> Session:
    try:
        return Session(path.read_bytes())
    except OSError as error:
        raise _wrong(path, say("The file cannot be read."), str(error)) from error
    except ModelTrouble as trouble:
        raise _wrong(path, say("It is no ONNX network, or it is damaged."), trouble.detail) from trouble


def _run(session: Session, **inputs: NDArray[np.generic]) -> dict[str, NDArray[np.generic]]:
    try:
        return session.run_all(**inputs)
    except Exception as error:  # the file is from anywhere, and onnxruntime's exceptions share no base
        raise ModelTrouble(
            "The network for click to mask fails on this image.",
            "No mask is proposed.",
            "Choose “Use the built-in click again” in the menu of the image, or import another network.",
            detail=str(error),
        ) from error


def _wrong(path: Path, why: Sentence, detail: str = "") -> ModelTrouble:
    return ModelTrouble(
        say("{file} cannot be used for click to mask. {why}", file=path.name, why=why),
        "Click to mask stays as it was.",
        "Choose the encoder and the decoder of a SAM network, exported to ONNX.",
        detail=detail,
    )
