"""Peers: what the same work costs with what others would use. Each runs as a program of its own."""
