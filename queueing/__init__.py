"""The rules of the queue; standard library only, time comes in as an argument."""
