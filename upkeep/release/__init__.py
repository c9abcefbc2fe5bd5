"""A version of the whole product in one folder: made, signed, checked, installed."""
