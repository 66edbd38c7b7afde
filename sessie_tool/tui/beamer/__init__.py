"""The second screen: what the room sees, and what the facilitator lets it see."""
