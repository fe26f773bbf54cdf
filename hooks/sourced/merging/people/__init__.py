"""People and bodies: one entry out of many spellings, over all the seeds."""
