"""The tools of the screen: a table with the word, icon and key of each, as the tool panel shows them."""

from dataclasses import dataclass
from enum import StrEnum

from app.i18n import QT_TRANSLATE_NOOP, translate


class Tool(StrEnum):
    """What the pointer does on the image."""

    BRUSH = "brush"
    ERASER = "eraser"
    POLYGON = "polygon"
    BOX = "box"
    WAND = "wand"
    CLICK = "click"


class Act(StrEnum):
    """What is done at once, to the defect in hand or the whole image."""

    REFINE = "refine"
    FROM_MAP = "from_map"
    FILL = "fill"
    COPY = "copy"
    GROW = "grow"
    SHRINK = "shrink"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, kw_only=True)
class ToolSpec:
    """One button of the panel."""

    which: Tool | Act
    text: str
    """English; `title` translates it."""
    icon: str
    key: str

    @property
    def title(self) -> str:
        """The word in the station's language."""
        return translate("Annotate", self.text)


TOOLS: tuple[ToolSpec, ...] = (
    ToolSpec(which=Tool.BRUSH, text=QT_TRANSLATE_NOOP("Annotate", "Brush"), icon="brush", key="B"),
    ToolSpec(which=Tool.ERASER, text=QT_TRANSLATE_NOOP("Annotate", "Eraser"), icon="eraser", key="E"),
    ToolSpec(which=Tool.POLYGON, text=QT_TRANSLATE_NOOP("Annotate", "Polygon"), icon="pentagon", key="P"),
    ToolSpec(which=Tool.BOX, text=QT_TRANSLATE_NOOP("Annotate", "Box"), icon="square-dashed", key="X"),
    ToolSpec(which=Tool.WAND, text=QT_TRANSLATE_NOOP("Annotate", "Wand"), icon="wand", key="W"),
    ToolSpec(which=Act.REFINE, text=QT_TRANSLATE_NOOP("Annotate", "Refine"), icon="scissors", key="G"),
    ToolSpec(which=Tool.CLICK, text=QT_TRANSLATE_NOOP("Annotate", "Click"), icon="mouse-pointer-click", key="C"),
    ToolSpec(which=Act.FROM_MAP, text=QT_TRANSLATE_NOOP("Annotate", "From map"), icon="layers", key="M"),
    ToolSpec(which=Act.FILL, text=QT_TRANSLATE_NOOP("Annotate", "Fill holes"), icon="paint-bucket", key="H"),
    ToolSpec(which=Act.COPY, text=QT_TRANSLATE_NOOP("Annotate", "Copy prev"), icon="copy", key="V"),
    ToolSpec(which=Act.GROW, text=QT_TRANSLATE_NOOP("Annotate", "Grow"), icon="expand", key="+"),
    ToolSpec(which=Act.SHRINK, text=QT_TRANSLATE_NOOP("Annotate", "Shrink"), icon="shrink", key="\N{MINUS SIGN}"),
)
HISTORY: tuple[ToolSpec, ...] = (
    ToolSpec(which=Act.UNDO, text=QT_TRANSLATE_NOOP("Annotate", "Undo"), icon="undo-2", key="Z"),
    ToolSpec(which=Act.REDO, text=QT_TRANSLATE_NOOP("Annotate", "Redo"), icon="redo-2", key="Y"),
)
"""In the order of the panel, two in a row."""
