"""The words of Loupe: what passes between light and verdict. Numpy only; every other package imports this one.

Glossary (code and screens use exactly these words):

* **recipe**: a product's inspection configuration. Not "job", "config" or "profile".
* **station**: one physical place with cameras and lights. Not "machine" or "client".
* **lot / part**: a production batch / one physical item. Not "batch" (clashes with training), "sample", "object".
* **inspection**: one pass of one part at one station under one recipe version. Not "test", "run" or "check".
* **frame**: one image with its camera metadata. Not "picture" or "photo".
* **anomaly map**: per-pixel score, float32, image-sized. Not "heatmap" (that is its colouring).
* **pixel mask**: per-pixel truth or decision, boolean. Not "segmentation" or "blob".
* **prediction -> verdict -> judgement, disposition**: the model's output -> the recipe's decision (OK, NG, REVIEW,
  NOT_INSPECTED) -> a person's finding and what happens to the part. Never "result" for any of them.
* **snapshot**: a frozen, hashed list of images and annotation versions.
* **defect / defect class**: one flaw on a part / its kind in the catalog. Not "anomaly" (the model's view) or "label".
* **golden set**: frozen, agreed images with truth; the gate for releasing a recipe or a model.
* **escape / overkill**: defective part judged OK / good part judged NG.
* **teach**: set up or change a recipe. Not "train" (that is for models).
* **annotation**: everything a person marked on one image.
* **trigger**: one demand for one verdict. Every trigger ends in exactly one record.
* **record**: the durable trace of one inspection. What was acknowledged is on disk.
"""

from vision.inspection.clock import Clock, ManualClock, SystemClock
from vision.inspection.frame import Frame, PixelArray, PixelMask, as_pixels8, as_rgb8, three_planes
from vision.inspection.prediction import AnomalyMap, Prediction, Predictor
from vision.inspection.record import InspectionRecord, Part, ViewRecord, new_inspection_id
from vision.inspection.scale import T1_AT, T2_AT, points, scaled
from vision.inspection.sentence import Sentence, join, say
from vision.inspection.trouble import Trouble
from vision.inspection.verdict import Thresholds, Verdict, worst

__all__ = [
    "T1_AT",
    "T2_AT",
    "AnomalyMap",
    "Clock",
    "Frame",
    "InspectionRecord",
    "ManualClock",
    "Part",
    "PixelArray",
    "PixelMask",
    "Prediction",
    "Predictor",
    "Sentence",
    "SystemClock",
    "Thresholds",
    "Trouble",
    "Verdict",
    "ViewRecord",
    "as_pixels8",
    "as_rgb8",
    "join",
    "new_inspection_id",
    "points",
    "say",
    "scaled",
    "three_planes",
    "worst",
]
