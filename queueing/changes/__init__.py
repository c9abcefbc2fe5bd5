"""What each fact changes in the picture; nothing here judges."""
