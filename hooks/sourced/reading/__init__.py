"""Reading: from the files in ``seeds/`` to text, paragraphs and sentences with their offsets."""
