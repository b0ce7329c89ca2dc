// ConcordDeclarations
