"""What may be published: nothing from which a small number can be worked out, not even with what went before."""
