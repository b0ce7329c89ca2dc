// ConcordYAML
