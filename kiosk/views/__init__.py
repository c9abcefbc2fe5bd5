"""What each stage of a visit looks like and says, in the visitor's language; no Kivy."""
