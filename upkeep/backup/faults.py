"""What can go wrong with a backup."""


class BackupFault(Exception):  # noqa: N818 - the word that the rooms use
    """A backup that cannot be made or restored; the text says why and what to do."""
