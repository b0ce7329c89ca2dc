/// A minor version of the OpenAPI Specification, in ascending order.
public enum OpenAPIVersion: String, Hashable, Sendable, Comparable, CaseIterable {
    /// Swagger 2.0.
    case v2_0 = "2.0"
    /// OpenAPI 3.0.
    case v3_0 = "3.0"
    /// OpenAPI 3.1.
    case v3_1 = "3.1"
    /// OpenAPI 3.2.
    case v3_2 = "3.2"

    /// Creates the minor version of a version such as `3.0.4`, or returns `nil` for another string.
    public init?(text: String) {
        let parts = text.split(separator: ".", maxSplits: 2)
        guard parts.count >= 2, let line = OpenAPIVersion(rawValue: parts[0] + "." + parts[1]) else { return nil }
        self = line
    }

    /// The latest patch version, in the form that documents contain: `3.1.2`.
    public var latestText: String {
        switch self {
        case .v2_0: "2.0"
        case .v3_0: "3.0.4"
        case .v3_1: "3.1.2"
        case .v3_2: "3.2.0"
        }
    }

    /// Returns whether a version is older than another.
    public static func < (left: OpenAPIVersion, right: OpenAPIVersion) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// A set of minor versions of the specification.
public struct OpenAPIVersions: OptionSet, Hashable, Sendable {
    /// A bit for each version.
    public let rawValue: UInt8

    /// Creates a set from bits.
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

    /// Returns whether the set contains a version.
    public func contains(_ version: OpenAPIVersion) -> Bool {
        switch version {
        case .v2_0: false
        case .v3_0: contains(OpenAPIVersions.v3_0)
        case .v3_1: contains(OpenAPIVersions.v3_1)
        case .v3_2: contains(OpenAPIVersions.v3_2)
        }
    }
}
