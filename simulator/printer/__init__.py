"""The virtual receipt printer: takes ESC/POS over a pty or TCP, draws what comes out as PNG; knows no other room."""
