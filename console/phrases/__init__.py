"""What staff show to a visitor in the visitor's own language; its texts are for visitors."""
