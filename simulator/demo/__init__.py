"""Everything on one computer: the programs as they are, a broker, a virtual printer and, where needed, a screen."""
