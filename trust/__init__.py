"""Keys, certificates and who vouches for whom."""
