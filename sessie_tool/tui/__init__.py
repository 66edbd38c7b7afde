"""The screen (Textual). Only this package knows Textual."""
