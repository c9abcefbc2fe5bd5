"""From commands to strips of paper: letters, symbols and pictures, set as a printer sets them."""
