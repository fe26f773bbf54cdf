"""What each code of a finding means, in words that editors, readers and other programs are told alike."""

MEANINGS = {
    "S001": "a citation key that no seed has",
    "S002": "words in quotation marks that stand in no passage cited there",
    "S003": "a number or a date that stands in no passage cited there",
    "S004": "a claim given to somebody else than its source gives it to",
    "S005": "a paragraph without a citation on a sourced page",
    "S006": "a seed that is not the one pinned in dossier.yml",
    "S007": "an entry of dossier.yml that matches nothing or does not fit its schema",
    "S008": "two spellings that may be one person, not yet decided in dossier.yml",
}
