"""From bytes to commands: what a printer takes in, whatever comes, and obeys at once or in its turn."""
