"""The names of the topics below the tiles of the set: a file for each language, each with the same topics."""
