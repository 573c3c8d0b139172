"""Golden template: a frame is laid over its reference, and what lies outside the good parts' tolerance is anomalous.

For rigid parts in a fixture, of which one design image may be all there is. A memory of patches does not ask where a
patch lies, so a missing hole or a bridge between two tracks looks to it like any other hole or track; here it is seen
at once, down to a few pixels. Good parts and the reference differ by edges that wander by a pixel or two: the tolerance
reaches from the darkest to the brightest value within `tolerance_px`, widened by the spread of the good parts (the
variation model of classical inspection, Steger et al., "Machine Vision Algorithms and Applications", 3.4.1.2).

What lies outside is averaged over a Gaussian spot a fifth as wide (one standard deviation) as the smallest defect that
matters: single noisy pixels fade, and what stays is one hill a defect. On the boards of DeepPCB, with the highest score of
a board's own forty copies as its line, and good copies of wider distortion than these:

| averaged over, for a defect of 5 px | of 444 defects hit | false regions a good copy |
| --- | --- | --- |
| square of 5 px | 443 | 0.83 |
| Gaussian, 0.6 px | 444 | 0.55 |
| Gaussian, 1.0 px (kept) | 444 | 0.18 |
| Gaussian, 1.44 px, the square's own spread | 444 | 0.52 |
| Gaussian, 2.0 px | - | 0.91 |

Refused: subtracting and opening the difference. It needs every edge exact, and an opening that hides wandering edges
hides scratches as well.
"""

from vision.detectors.family import ModelFamily
from vision.runtime.template.file import FILE_NAME
from vision.runtime.template.fit import fit_template
from vision.runtime.template.predictor import load_template
from vision.runtime.template.settings import TemplateSettings

FAMILY = ModelFamily(
    settings=TemplateSettings,
    file_name=FILE_NAME,
    fit=fit_template,
    load=load_template,
    resolution=1.0,  # a grey level
)
