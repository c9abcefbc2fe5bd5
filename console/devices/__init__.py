"""The coordinator's page on devices: let a new box in by the code on its screen, take out one that is lost."""
