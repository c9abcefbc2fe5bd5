"""Tickets, slips and test pages by command: as bytes, as pictures of the paper, or out of a kiosk's printer."""
