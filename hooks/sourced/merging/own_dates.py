"""The date that an article's own text gives it, beside the one in ``dossier.yml``, which wins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from sourced.extraction import dates
from sourced.model import Editorial, Misfit, Seed

_NEAR = 2  # days: a dateline is older than the page that it was printed on


def infer(seed: Seed) -> Seed:
    """Date a seed by its own words, where ``dossier.yml`` gives no date and the words fix one."""
    if seed.source.date is not None:
        return seed
    text = seed.article.text
    own = dates.own_date(text)
    if own is None:
        return seed
    words = " ".join(own.words.surface(text).split())
    return Seed(
        source=replace(seed.source, date=own.day, date_inferred=words),
        article=replace(seed.article, date=own.day),
    )


def contradicted(seeds: Iterable[Seed], editorial: Editorial) -> Iterator[Misfit]:
    """The dates in ``dossier.yml`` that are not those which the articles state of themselves."""
    texts = {seed.source.file: seed.article.text for seed in seeds}
    for number, entry in enumerate(editorial.sources):
        own = dates.own_date(texts[entry.file]) if entry.date and entry.file in texts else None
        if own and own.stated and entry.date and abs(own.day - entry.date).days > _NEAR:
            words = " ".join(own.words.surface(texts[entry.file]).split())
            yield Misfit(
                ("sources", number, "date"),
                f'{entry.date} is not the date that "{entry.file}" gives itself, "{words}": '
                "correct one of the two",
            )
