"""The demo's tour: a walk past every program by pointer and browser, which leaves pictures and a transcript."""
