// Dates, times and durations are values on the wire.
@_exported public import ConcordTimes
