"""The waiting room's board as a page for anybody, where there is no second Pi: read-only, and without a sign-in."""
