"""Print the speed of the extraction, and how it grows with the length of the text.

A ratio near 2 says that twice the text takes twice the time: that is the number to watch, for it
does not depend on the machine.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from sourced.extraction import dates, extract, figures, names, quotations  # noqa: E402
from sourced.extraction.names import capitals  # noqa: E402
from sourced.model import Article  # noqa: E402
from sourced.reading import article, seeds  # noqa: E402

RUNS = 5
TIMES = 8  # how often the seeds are repeated in the shorter of the two texts

PARTS: dict[str, Callable[[Article], object]] = {
    "reading": lambda cut: article.read(cut.text, cut.date),
    "names": names.find,
    "quotations": quotations.find,
    "dates": dates.find,
    "figures": lambda cut: figures.find(cut, ()),
    "everything": extract.extract,
}


def seconds(part: Callable[[Article], object], cut: Article) -> float:
    """The least CPU time of several runs: what is above it is the machine's other work."""
    times = []
    for _ in range(RUNS):
        capitals.runs.cache_clear()  # else the article of the last run would be known already
        start = time.process_time()
        part(cut)
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    """Measure each part on the shipped seeds, repeated."""
    _, found = seeds.read_folder(ROOT / "seeds")
    text = "\n\n".join(seed.article.text for seed in found) + "\n\n"
    short = article.read(text * TIMES, found[0].source.date)
    long = article.read(text * TIMES * 2, found[0].source.date)
    size = len(short.text.encode()) / 1000
    print(f"{size:.0f} KB of text, and twice that; CPU seconds, the least of {RUNS} runs\n")
    print(f"{'part':12} {'KB a second':>12} {'twice the text':>15}")
    for name, part in PARTS.items():
        once, twice = seconds(part, short), seconds(part, long)
        print(f"{name:12} {size / once:12.0f} {twice / once:14.2f}x")
    start = time.process_time()
    for seed in found:
        extract.extract(msgspec.structs.replace(seed.article))
    print(f"\nthe shipped seeds once, each as it stands: {(time.process_time() - start) * 1000:.0f} ms")


if __name__ == "__main__":
    main()
