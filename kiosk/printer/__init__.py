"""The receipt printer: how it is reached, how it is, and what became of a job; knows nothing of tickets."""
