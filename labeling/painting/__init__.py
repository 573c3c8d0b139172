"""Painting: how hands, images and models make pixel masks. Pure functions; numpy and OpenCV.

Everything is a `PlacedMask`, a mask with the rectangle it needs, so that a stroke on 24 megapixels touches only its own
surroundings. Places are in pixels of the image, as floats: the first pixel reaches from (0, 0) to (1, 1), and is marked
when its centre (0.5, 0.5) is covered. Images are (H, W) or, in RGB order, (H, W, 3) uint8.

* brush and eraser: `Stroke`, `Touch`; `stroke_mask` for a finished one
* `polygon_mask`, `box_mask`; `wand_mask`; `refined` (GrabCut); `holes_filled`, `grown`, `shrunk`
* `MapRegions`: an anomaly map as a mask, by threshold
* `copied`: the previous image's defects
* click to mask: `ClickToMask`, `FeatureClick`, and `labeling.painting.sam.SamFile`
* sums of masks: `joined`, `without`, `common`, `toggled`, `clipped`, `marks`
"""

from labeling.painting.click import Click, ClickToMask, FeatureClick, SeenImage
from labeling.painting.from_map import MapRegions
from labeling.painting.masks import clipped, common, joined, marks, nothing, toggled, without
from labeling.painting.outline import OutlineTrouble, box_mask, polygon_mask
from labeling.painting.previous import Copied, copied
from labeling.painting.refine import refined
from labeling.painting.reshape import grown, holes_filled, shrunk
from labeling.painting.stroke import Stroke, Touch, stroke_mask
from labeling.painting.wand import wand_mask

__all__ = [
    "Click",
    "ClickToMask",
    "Copied",
    "FeatureClick",
    "MapRegions",
    "OutlineTrouble",
    "SeenImage",
    "Stroke",
    "Touch",
    "box_mask",
    "clipped",
    "common",
    "copied",
    "grown",
    "holes_filled",
    "joined",
    "marks",
    "nothing",
    "polygon_mask",
    "refined",
    "shrunk",
    "stroke_mask",
    "toggled",
    "wand_mask",
    "without",
]
