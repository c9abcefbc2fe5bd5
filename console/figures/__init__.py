"""What staff and the coordinator read back: the day's tally, what is still to be filled in, reports, and why."""
