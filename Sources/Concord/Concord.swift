@_exported import ConcordCore
@_exported import ConcordDatabase
