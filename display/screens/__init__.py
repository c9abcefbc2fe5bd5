"""What the waiting-room display draws; the only rooms here, with the app, that may import Kivy."""
