"""The image under the hand.

`Canvas` is the widget; `rendering` paints it, from `marks` (pure functions: masks to pixels of the screen) and `picture`
(the image at every half of its size). `sketches` is what a tool is drawing right now, `glow` a model's map below it. Knows
labels and viewports, but no presenter and nothing of the screen around it.
"""
