"""The page on which the coordinator of a pop-up sets the box's clock by that of the tablet."""
