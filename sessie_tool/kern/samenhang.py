"""Samenhang: what hangs together by links, in whatever order they are."""

from collections.abc import Iterable, Mapping


def join(sleutels: Iterable[str], links: Mapping[str, Iterable[str]]) -> list[list[str]]:
    """The groups of sleutels that links tie, each in the order of `sleutels`; one without a link is alone."""
    boven = {sleutel: sleutel for sleutel in sleutels}

    def top(sleutel: str) -> str:
        while boven[sleutel] != sleutel:
            boven[sleutel] = boven[boven[sleutel]]
            sleutel = boven[sleutel]
        return sleutel

    for later, eerdere in links.items():
        for eerder in eerdere:
            boven[top(later)] = top(eerder)
    groepen: dict[str, list[str]] = {}
    for sleutel in boven:
        groepen.setdefault(top(sleutel), []).append(sleutel)
    return list(groepen.values())
