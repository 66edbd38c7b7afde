"""Dutch for every word that argparse shows by itself. A test compares this table with the argparse that runs."""

import argparse

ZINNEN = {
    "usage: ": "gebruik: ",
    "%(heading)s:": "%(heading)s:",
    "positional arguments": "wat u invult",
    "options": "opties",
    "subcommands": "opdrachten",
    "show this help message and exit": "toon deze uitleg en stop",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "unrecognized arguments: %s": "dit hoort hier niet: %s",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s kan meer betekenen: %(matches)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r kan niet. Kies uit: %(choices)s",
    "invalid choice: %(value)r, maybe you meant %(suggest)r? (choose from %(choices)s)": (
        "%(value)r kan niet. Bedoelt u %(suggest)r? Kies uit: %(choices)s"
    ),
    "expected one argument": "vul hier één waarde in",
    "expected at most one argument": "vul hier hoogstens één waarde in",
    "expected at least one argument": "vul hier minstens één waarde in",
    "expected %s argument": "vul hier %s waarde in",
    "expected %s arguments": "vul hier %s waarden in",
    "invalid %(type)s value: %(value)r": "%(value)r kan hier niet",
    "%(prog)s: error: %(message)s\n": "%(message)s\n",
    "%(prog)s: warning: %(message)s\n": "%(message)s\n",
    "the following arguments are required: %s": "dit ontbreekt: %s",
    "one of the arguments %s is required": "één van deze is nodig: %s",
    "not allowed with argument %s": "dit kan niet samen met %s",
    "unexpected option string: %s": "deze optie bestaat niet: %s",
    "ignored explicit argument %r": "deze optie krijgt geen waarde (%r)",
    "show program's version number and exit": "toon het nummer van de versie en stop",
    " (default: %(default)s)": " (anders: %(default)s)",
    "option '%(option)s' is deprecated": "de optie '%(option)s' verdwijnt. Gebruik hem niet meer",
    "argument '%(argument_name)s' is deprecated": "'%(argument_name)s' verdwijnt. Gebruik het niet meer",
    "command '%(parser_name)s' is deprecated": "de opdracht '%(parser_name)s' verdwijnt. Gebruik hem niet meer",
    "unknown parser %(parser_name)r (choices: %(choices)s)": "%(parser_name)r bestaat niet. Kies uit: %(choices)s",
}


def translate(zin: str) -> str:
    """The Dutch sentence for one of argparse, or the sentence itself."""
    return ZINNEN.get(zin, zin)


def translate_aantal(enkel: str, meer: str, aantal: int) -> str:
    """The Dutch sentence for one that differs with a number."""
    return translate(enkel if aantal == 1 else meer)


def speak_dutch() -> None:
    """Let argparse speak Dutch: it looks its sentences up through these two names."""
    setattr(argparse, "_", translate)  # noqa: B010 - a plain assignment is refused by the types of argparse
    setattr(argparse, "ngettext", translate_aantal)  # noqa: B010 - the same
