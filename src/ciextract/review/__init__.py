"""A record and its document in, a page to review it out; a record and verdicts in, the record as reviewed out."""
