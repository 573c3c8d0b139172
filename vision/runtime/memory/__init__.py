"""The patch memory: Loupe's own detector, without torch on the way to a verdict.

After PatchCore (Roth et al. 2022): features of good patches are remembered, and what lies far from all of them is
anomalous. What is different here, each by measurement on the development sets (gains here, and those told in `augment`,
`model` and `tolerate`, as seen with the first backbone at 448 px):

* **Two looks.** The frame is seen at 512 px and at 256 px; their deviations are averaged, the fine one counts twice. A
  patch of the fine look does not see a step in brightness as large as the part, one of the coarse look does (+1 point).
* **Usual distances.** A distance counts in standard deviations of good patches at the same remembered one (+3 points).
* **Even light.** Frames are brought to one brightness, the middle of the scale (+1.5 points, and lamps may age).
* **Tiles, if asked for.** A third look shows the frame at its own resolution and weighs as much as both. A scratch 4 px
  wide on 5 megapixels is not seen without (rendered line: 0.73 image AUROC; tiles at half and full resolution: 0.96,
  0.81), at 5 and 14 times the time.
* **Nothing of ignored regions.** They are painted over before anything looks, so nothing beside them sees what changes
  there.
* **Whole numbers.** The backbone is quantised and the memory is searched in 7-bit codes; see
  `search` for how often another patch would have been nearer.

Left out again: reflected borders instead of the convolutions' zeros (-5 points: a crack that ends at the border looks
like one that goes on), features less their mean over the image, their square root, a third look at a quarter of the size.
"""

from vision.detectors.family import ModelFamily
from vision.runtime.memory.edit import open_memory
from vision.runtime.memory.file import FILE_NAME
from vision.runtime.memory.fit import fit_memory
from vision.runtime.memory.predictor import load_memory
from vision.runtime.memory.settings import MemorySettings

FAMILY = ModelFamily(
    settings=MemorySettings,
    file_name=FILE_NAME,
    fit=fit_memory,
    load=load_memory,
    leaves_out=True,
    open=open_memory,
)
