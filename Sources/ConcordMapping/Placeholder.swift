// ConcordMapping
