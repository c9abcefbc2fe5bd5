"""The contract: topics, messages and the MQTT link; the only room with paho or a topic string."""
