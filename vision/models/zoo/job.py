"""What the parent and the training child hand each other: one folder, which the parent makes and removes."""

from typing import Any

from pydantic import BaseModel, ConfigDict

JOB, BACKBONE, IMAGES, RESULT = "job.json", "backbone.safetensors", "good", "model.safetensors"
"""Names in the folder: the job, the backbone's weights, the folder of good images (PNG), and the model file."""
TOLD, ERRORS = "told.jsonl", "errors.txt"
"""The child's standard output and standard error.

A line of the output is `{"stage", "done", "total"}`, or `{"trouble", "detail"}` with the memos of three sentences.
"""


class Job(BaseModel):
    """What the child is to train."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: str
    settings: dict[str, Any]
    backbone: str
    architecture: str
    input_size: tuple[int, int]
    """(height, width) of the images, which are the model's input as they are."""
    seed: int
    photographs: str = ""
    """Folder of folders with pictures of other things; empty when the model needs none."""
