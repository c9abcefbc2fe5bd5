"""How who does not touch is led through a screen: what there is on it, what has the focus, what is said; no Kivy."""
