"""The branch file: read, judged and completed into frozen objects; imports nothing of the house."""
