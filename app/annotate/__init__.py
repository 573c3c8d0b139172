"""The Annotate screen: painting pixel masks on the images of a dataset.

Where to look: `canvas` is the image under the hand, `panels` what stands around it, `sheets` what opens above it,
`presenters` what happens; `view` and `keys` make one screen of the widgets, `screen` wires it to the presenters. Between
the two sides lie values: `shown` (what is shown, and the setters), `ports` (what the screen needs), `tools`, `wording`.

Who does what: `AnnotatePresenter` opens datasets and goes from image to image; `Bench` is the image under the hand,
every tool ends there as one stroke of an `EditSession`; `Proposing` waits for what a model proposes; `ClassPresenter`
keeps the defect catalog; `TransferPresenter` takes labels in and out. The widgets know none of them: signals out,
setters in. `Canvas` draws what can be seen at the size in which it is seen, so a 24-megapixel image costs what the
screen costs: levels of half the size for the image, and only the touched rectangle anew for what is marked.
"""
