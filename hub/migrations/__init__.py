"""How the database's schema came to be, step by step."""
