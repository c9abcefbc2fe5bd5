"""What keeps a box good for years: backups, releases, updates."""
