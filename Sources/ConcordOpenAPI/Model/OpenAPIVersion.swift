/// A line of the OpenAPI Specification, older ones first.
public enum OpenAPIVersion: String, Hashable, Sendable, Comparable, CaseIterable {
    case v2_0 = "2.0"
    case v3_0 = "3.0"
    case v3_1 = "3.1"
    case v3_2 = "3.2"

    /// The line that a version such as `3.0.4` belongs to; nil for what is none.
    public init?(text: String) {
        let parts = text.split(separator: ".", maxSplits: 2)
        guard parts.count >= 2, let line = OpenAPIVersion(rawValue: parts[0] + "." + parts[1]) else { return nil }
        self = line
    }

    /// The latest version of the line, as a document states it: `3.1.2`.
    public var latestText: String {
        switch self {
        case .v2_0: "2.0"
        case .v3_0: "3.0.4"
        case .v3_1: "3.1.2"
        case .v3_2: "3.2.0"
        }
    }

    /// Whether the older version comes first.
    public static func < (left: OpenAPIVersion, right: OpenAPIVersion) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// Lines of the specification in which a field exists.
public struct OpenAPIVersions: OptionSet, Hashable, Sendable {
    /// One bit for each line.
    public let rawValue: UInt8

    /// The lines whose bits are set.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Only 3.0.
    public static let v3_0 = OpenAPIVersions(rawValue: 1)
    /// Only 3.1.
    public static let v3_1 = OpenAPIVersions(rawValue: 2)
    /// Only 3.2.
    public static let v3_2 = OpenAPIVersions(rawValue: 4)
    /// 3.0 and later.
    public static let all: OpenAPIVersions = [.v3_0, .v3_1, .v3_2]
    /// 3.1 and later.
    public static let since3_1: OpenAPIVersions = [.v3_1, .v3_2]
    /// 3.2 and later.
    public static let since3_2: OpenAPIVersions = [.v3_2]

    /// Whether a document of this version has the field.
    public func contains(_ version: OpenAPIVersion) -> Bool {
        switch version {
        case .v2_0: false
        case .v3_0: contains(OpenAPIVersions.v3_0)
        case .v3_1: contains(OpenAPIVersions.v3_1)
        case .v3_2: contains(OpenAPIVersions.v3_2)
        }
    }
}
