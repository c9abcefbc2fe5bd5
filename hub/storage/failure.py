"""What the rest of the hub needs to know of a database's trouble."""


class StorageFailed(Exception):  # noqa: N818 - named after the refusal that clients get
    """The database cannot be read or written now; the text says why, on one line."""
