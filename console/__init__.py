"""The staff web page: speaks only MQTT, through wire and runtime; it never opens the database."""
