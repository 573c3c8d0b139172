"""Small widgets that every screen is made of. Each opens alone: `python -m app.widgets.score_bar [light]`.

They know the theme and the vocabulary of `vision.inspection`, never a screen, a presenter or a store.
"""
