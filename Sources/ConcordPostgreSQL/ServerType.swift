import CConcordPostgreSQL

/// The PostgreSQL types with a supported binary format, by their numbers in `pg_type`.
enum ServerType: Oid {
    /// A parameter whose type the server infers.
    case unknown = 0
    case bool = 16
    case bytea = 17
    case char = 18
    case name = 19
    case int8 = 20
    case int2 = 21
    case int4 = 23
    case text = 25
    case oid = 26
    case json = 114
    case xml = 142
    case float4 = 700
    case float8 = 701
    case bpchar = 1042
    case varchar = 1043
    case date = 1082
    case time = 1083
    case timestamp = 1114
    case timestamptz = 1184
    case interval = 1186
    case timetz = 1266
    case numeric = 1700
    case uuid = 2950
    case jsonb = 3802

    /// The first number of user-defined types.
    static let firstOfDatabase: Oid = 16_384

    /// The microseconds from 1970 to 1 January 2000, the epoch of the server.
    static let microsecondsTo2000: Int64 = 946_684_800_000_000
    static let daysTo2000: Int32 = 10_957
}
