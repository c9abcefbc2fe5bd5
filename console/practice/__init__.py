"""Practising at a desk that does not exist: nobody is called, and nothing is kept."""
