"""Telling an address outside that somebody waits while no desk is free; off unless the branch file names one."""
