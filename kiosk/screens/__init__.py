"""Drawing what the flow decided to show, in Kivy; nothing here decides."""
