@_exported import ConcordCore
