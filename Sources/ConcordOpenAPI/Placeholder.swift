// ConcordOpenAPI
