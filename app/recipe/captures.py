"""Good parts captured from the camera, on disk from the moment they are taken: a cancelled teaching loses none."""

from pathlib import Path

from vision.images import encode_frame
from vision.inspection import Frame, Trouble, say


class CaptureTrouble(Trouble):
    """A captured part that could not be kept."""


class Captures:
    """The captured frames of one recipe, in a folder of their own, numbered in the order they were taken."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def paths(self) -> tuple[Path, ...]:
        """The images, oldest first."""
        return tuple(sorted(self.folder.glob("[0-9]*.png")))

    def add(self, frame: Frame) -> Path:
        """Keep one frame, lossless. Raises `CaptureTrouble` when it cannot be written."""
        known = self.paths()
        number = int(known[-1].stem) + 1 if known else 1
        path = self.folder / f"{number:04d}.png"
        draft = path.with_suffix(".tmp")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(encode_frame(frame))
            draft.replace(path)
        except OSError as error:
            raise CaptureTrouble(
                say("{path} cannot be written.", path=path),
                "This part is not captured; those before it are kept.",
                "Check write access and free space, then capture it again.",
                detail=str(error),
            ) from error
        return path

    def undo(self) -> None:
        """Forget the newest one; nothing happens when there is none."""
        known = self.paths()
        if known:
            known[-1].unlink(missing_ok=True)

    def clear(self) -> None:
        """Forget all of them."""
        for path in self.paths():
            path.unlink(missing_ok=True)
