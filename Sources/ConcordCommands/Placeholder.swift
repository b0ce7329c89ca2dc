// ConcordCommands
