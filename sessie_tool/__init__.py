"""sessie_tool: guides facilitated sessions of public bodies, keeps every word and writes the minutes."""

__version__ = "0.1.0"
