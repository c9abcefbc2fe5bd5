"""What survives a power cut: the journal of the open day, answers, visit records and totals."""
