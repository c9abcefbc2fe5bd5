"""The retained snapshots, made from the picture: menu for kiosks, board for the waiting room, floor for staff."""
