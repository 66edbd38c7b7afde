"""The colours of the figures: those of the house style, dark enough on white for text too."""

WIT = "#FFFFFF"
ZWART = "#1A1A1A"
ACCENT = "#0B4F6C"
GRIJS = "#4A4A4A"
VLAK = "#E8F0F4"
LIJN = "#7B919C"
"""For edges that only part things; contrast 3,3 on white."""

REEKSEN = (ACCENT, "#7A4100", "#3F6212", "#5B2C6F", "#8B1E3F", GRIJS)
"""One for each reeks; each also has a pattern or a mark of its own."""

TREDEN = ("#FFFFFF", "#D3E4EC", "#A9CCDB", "#2A6F8E", "#0B4F6C")
"""From weak to strong."""


def luminance(kleur: str) -> float:
    """How light a colour is to the eye, from 0 to 1 (WCAG 2.1)."""
    delen = [int(kleur[plaats : plaats + 2], 16) / 255 for plaats in (1, 3, 5)]
    rood, groen, blauw = (deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4 for deel in delen)
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def contrast(een: str, ander: str) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2.1)."""
    licht, donker = sorted((luminance(een), luminance(ander)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


def text_on(vlak: str) -> str:
    """White or black: what reads best on a colour."""
    return max((WIT, ZWART), key=lambda kleur: contrast(kleur, vlak))
