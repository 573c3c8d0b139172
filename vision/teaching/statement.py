"""What a teaching may promise, in sentences. The one place; screens and the command line show these."""

from vision.inspection import Sentence, join, say
from vision.teaching.bounds import rate_in_words
from vision.teaching.promise import Promise, Promises
from vision.teaching.split import images_needed


def statement(
    n_images: int, promises: Promises, *, leaves_out: bool, n_left_out: int = 0, n_blank: int = 0
) -> Sentence:
    """How many of `n_images` were kept aside, and what T2 and T1 stand for.

    Args:
        leaves_out: the kind of model does; it decides how many images give how many scores.
        n_left_out: good images that a person went without.
        n_blank: good images that show nothing.
    """
    overkill = promises.overkill
    return join(
        _kept_aside(n_images, overkill.n),
        say(
            "Good parts judged NG: {count} (95 % confidence).",
            count=rate_in_words(overkill.above, overkill.n),
        ),
        _overkill(n_images, overkill, leaves_out=leaves_out),
        _review(n_images, promises.review, leaves_out=leaves_out),
        _selected(n_left_out),
        _shows_nothing(n_blank),
    )


def promised(n_images: int, promise: Promise, *, leaves_out: bool, n_left_out: int = 0) -> Sentence:
    """In short what a promise is worth, for where there is little room; see `statement`."""
    return join(_promised(n_images, promise, leaves_out=leaves_out), _selected(n_left_out))


def _promised(n_images: int, promise: Promise, *, leaves_out: bool) -> Sentence:
    rate = _percent(promise.rate)
    if promise.is_confident:
        return say("At most {rate} is kept with 95 % confidence.", rate=rate)
    if promise.is_guaranteed:
        return say("At most {rate} is kept on average.", rate=rate)
    more = _more(n_images, promise.n, promise.needed, leaves_out=leaves_out)
    return say("At most {rate} is guaranteed after {more} more good parts.", rate=rate, more=more)


def _selected(n_left_out: int) -> str:
    """What images that a person went without mean for every promise; "" when there are none."""
    if not n_left_out:
        return ""
    if n_left_out == 1:
        return say("1 good image was left out by choice: all rates speak of parts like the others.")
    return say(
        "{count} good images were left out by choice: all rates speak of parts like the others.", count=n_left_out
    )


def _shows_nothing(n_blank: int) -> str:
    if not n_blank:
        return ""
    return say("Images that show no part count as good, so frames like them are OK: {count}.", count=n_blank)


def _kept_aside(n_images: int, n_aside: int) -> Sentence:
    if n_aside == n_images:
        return say("Each of the {images} good images was kept aside once to set T1 and T2.", images=n_images)
    return say("{aside} of {images} good images were kept aside to set T1 and T2.", aside=n_aside, images=n_images)


def _overkill(n_images: int, promise: Promise, *, leaves_out: bool) -> Sentence:
    rate, more = _percent(promise.rate), _more(n_images, promise.n, promise.needed, leaves_out=leaves_out)
    sure = _more(n_images, promise.n, promise.needed_for_confidence, leaves_out=leaves_out)
    if promise.is_confident:
        return say("At most {rate} of good parts judged NG is kept with 95 % confidence.", rate=rate)
    if promise.is_guaranteed:
        return say(
            "At most {rate} of good parts judged NG is kept on average; with 95 % confidence after {sure} more.",
            rate=rate,
            sure=sure,
        )
    return say(
        "At most {rate} of good parts judged NG is not yet guaranteed: {more} more good parts are needed, {sure} more "
        "for 95 % confidence.",
        rate=rate,
        more=more,
        sure=sure,
    )


def _review(n_images: int, promise: Promise, *, leaves_out: bool) -> Sentence:
    rate, more = _percent(promise.rate), _more(n_images, promise.n, promise.needed, leaves_out=leaves_out)
    if promise.is_guaranteed:
        return say("At most {rate} of good parts sent to REVIEW is kept on average.", rate=rate)
    return say(
        "At most {rate} of good parts sent to REVIEW is not yet guaranteed: {more} more good parts are needed.",
        rate=rate,
        more=more,
    )


def _more(n_images: int, n: int, n_aside: int, *, leaves_out: bool) -> int:
    """Images that teaching still needs, since only some of them may be kept aside; at least one as long as any."""
    return 0 if n >= n_aside else max(1, images_needed(n_aside, n_images, leaves_out=leaves_out) - n_images)


def _percent(rate: float) -> Sentence:
    return say("{number} %", number=float(f"{rate * 100:.3g}"))
