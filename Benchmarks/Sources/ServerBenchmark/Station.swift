import ConcordCore
import Foundation

/// The object of all servers, with six fields of different types.
struct Station: Codable {
    var id: UUID
    var name: String
    var elevation: Double
    var status: Status
    var created: Date
    var tags: [String]

    enum Status: String, Codable, Sendable {
        case active, retired
    }
}

extension Station {
    /// Returns a number of different objects. `Benchmarks/Support/stations.py` creates the same objects.
    static func made(_ count: Int) -> [Station] {
        (0..<count).map { number in
            let digits = String(number)
            let tail = String(repeating: "0", count: 12 - digits.count) + digits
            return Station(
                id: UUID(uuidString: "6f1f2a34-5b0c-4a7e-9d6b-\(tail)") ?? UUID(), name: "Station \(number)",
                elevation: Double(number) * 12.25 + 0.5, status: number.isMultiple(of: 3) ? .retired : .active,
                created: Date(timeIntervalSince1970: 1_700_000_000 + Double(number)), tags: ["north", "tag \(number)"])
        }
    }

    static let twenty = made(20)
    static let hundred = made(100)
}

// The expansion of `@Serializer`, which is also what the spec-first plugin writes.

extension Station {
    enum Codecs {
        static let id = _Core.Wire.value(UUID.self)
        static let name = _Core.Wire.value(String.self)
        static let elevation = _Core.Wire.value(Double.self)
        static let status = _Core.Wire.value(Status.self)
        static let created = _Core.Wire.value(Date.self)
        static let tags = _Core.Wire.list(_Core.Wire.value(String.self))
    }
}

extension Station: _Core.WireObject, WireValue {
    init?(from json: inout _Core.JSONReader) {
        var id = Codecs.id.noValue
        var name = Codecs.name.noValue
        var elevation = Codecs.elevation.noValue
        var status = Codecs.status.noValue
        var created = Codecs.created.noValue
        var tags = Codecs.tags.noValue
        guard var object = json.beginObject() else { return nil }
        while let key = json.nextKey(&object) {
            switch key {
            case "id": json.property("id", &id, Codecs.id)
            case "name": json.property("name", &name, Codecs.name)
            case "elevation": json.property("elevation", &elevation, Codecs.elevation)
            case "status": json.property("status", &status, Codecs.status)
            case "created": json.property("created", &created, Codecs.created)
            case "tags": json.property("tags", &tags, Codecs.tags)
            default: json.ignore(key)
            }
        }
        json.require("id", id)
        json.require("name", name)
        json.require("elevation", elevation)
        json.require("status", status)
        json.require("created", created)
        json.require("tags", tags)
        guard let id, let name, let elevation, let status,
            let created, let tags
        else { return nil }
        self.init(id: id, name: name, elevation: elevation, status: status, created: created, tags: tags)
    }

    func writeProperties(to json: inout _Core.JSONWriter) {
        json.property("id", id, Codecs.id)
        json.property("name", name, Codecs.name)
        json.property("elevation", elevation, Codecs.elevation)
        json.property("status", status, Codecs.status)
        json.property("created", created, Codecs.created)
        json.property("tags", tags, Codecs.tags)
    }
}

extension Station.Status: WireValue {}
