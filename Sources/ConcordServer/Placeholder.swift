// ConcordServer
