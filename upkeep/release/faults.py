"""What can be wrong with a release."""


class ReleaseFault(Exception):  # noqa: N818 - the word that the rooms use
    """A release that cannot be made, trusted or installed; the text says why and what to do."""


class Unreachable(ReleaseFault):
    """The place where releases are cannot be reached now, or it has none."""


class Busy(ReleaseFault):
    """Another update of this box is under way."""
