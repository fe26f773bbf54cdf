"""What passes between the floors: frozen records, and the one exception that an editor may see.

All offsets are Unicode code points into one seed's text; ``text[start:end]`` is the surface.
Import records from here, whichever module they stand in.
"""

from sourced.model.dossier import (
    Amount,
    Backlink,
    Comparison,
    Correction,
    CorrectionKind,
    Dossier,
    Event,
    Evidence,
    Party,
    Passage,
    Seed,
    Selector,
    Side,
    Source,
    Statement,
)
from sourced.model.editorial import (
    CorrectionEntry,
    Editorial,
    PersonEntry,
    SideEntry,
    SourceEntry,
    TopicEntry,
)
from sourced.model.extraction import (
    Article,
    Entity,
    Extraction,
    Figure,
    Mention,
    Paragraph,
    Quotation,
    TimeExpression,
)
from sourced.model.findings import Finding, InputError, Misfit
from sourced.model.spans import Span

__all__ = [
    "Amount",
    "Article",
    "Backlink",
    "Comparison",
    "Correction",
    "CorrectionEntry",
    "CorrectionKind",
    "Dossier",
    "Editorial",
    "Entity",
    "Event",
    "Evidence",
    "Extraction",
    "Figure",
    "Finding",
    "InputError",
    "Mention",
    "Misfit",
    "Paragraph",
    "Party",
    "Passage",
    "PersonEntry",
    "Quotation",
    "Seed",
    "Selector",
    "Side",
    "SideEntry",
    "Source",
    "SourceEntry",
    "Span",
    "Statement",
    "TimeExpression",
    "TopicEntry",
]
