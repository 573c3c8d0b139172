"""What happens, without widgets: each speaks to the screen through the protocols of `app.annotate.shown`.

`annotate` goes from image to image, `pictures` decodes ahead of it; `bench` has the image in hand and `proposing` what a
model proposes for it; `start`, `classes` and `transfer` have one task each.
"""
