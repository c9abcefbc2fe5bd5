"""Where everything on the board stands and how large it is, in whole pixels; imports no Kivy: who measures is given."""
