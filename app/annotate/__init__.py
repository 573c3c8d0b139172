"""The Annotate screen: painting pixel masks on the images of a dataset.

Who does what: `AnnotatePresenter` opens datasets and goes from image to image; `Bench` is the image under the hand,
every tool ends there as one stroke of an `EditSession`; `Proposing` waits for what a model proposes; `ClassPresenter`
keeps the defect catalog; `TransferPresenter` takes labels in and out. The widgets know none of them: signals out,
setters in. `Canvas` draws what can be seen at the size in which it is seen, so a 24-megapixel image costs what the
screen costs: levels of half the size for the image, and only the touched rectangle anew for what is marked.
"""
