// ConcordSite
