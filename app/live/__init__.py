"""The Live screen: the part, why it was judged so, the verdict, the lot.

`presenter.py` decides what is shown and knows no widget; `view.py` shows it and says what the person did.
"""
