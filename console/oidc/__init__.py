"""Sign-in with the accounts of the organisation: it says that somebody is staff, and who it is is forgotten at once."""
