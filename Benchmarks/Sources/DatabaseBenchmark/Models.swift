import ConcordCore
import ConcordDatabase
import Foundation

// The expansions of `@Model` and `@Serializer`, written out: a release build of the macros takes longer than all measurements.

struct Owner {
    var id: Int
    var email: String
}

extension Owner: Model {
    typealias ID = Int

    enum Codecs {
        static let id = _Core.Wire.value(Int.self)
        static let email = _Core.Wire.value(String.self)
    }

    struct Columns: _Core.ModelColumns {
        typealias M = Owner
        let _path: _Core.RelationPath
        init(_ path: _Core.RelationPath) { _path = path }
        var id: Column<Int> { _column(0) }
        var email: Column<String> { _column(1) }
    }

    static let table = "owner"
    static let fields: [_Core.ModelField<Self>] = [
        _Core.ModelField("id", \.id, Codecs.id, _Core.FieldOptions(isPrimaryKey: true, isReadOnly: true)),
        _Core.ModelField("email", \.email, Codecs.email),
    ]
    static let definition = _Core.ModelDefinition<Self>()

    init(row: inout _Core.RowReader) throws {
        id = try row.next(Codecs.id)
        email = try row.next(Codecs.email)
    }

    func write(to row: inout _Core.RowWriter) {
        row.add(id, Codecs.id)
        row.add(email, Codecs.email)
    }

    init?(_ values: _Core.FieldValues<Self>) {
        guard let id = values[\.id], let email = values[\.email] else { return nil }
        self.init(id: id, email: email)
    }
}

struct Station {
    var id: Int
    var name: String
    var elevation: Double?
    var status: String
    var owner: Owner.ID
    var created: Date
}

extension Station: Model {
    typealias ID = Int

    enum Codecs {
        static let id = _Core.Wire.value(Int.self)
        static let name = _Core.Wire.value(String.self)
        static let elevation = _Core.Wire.value(Double.self)
        static let status = _Core.Wire.value(String.self)
        static let owner = _Core.Wire.value(Owner.ID.self)
        static let created = _Core.Wire.value(Date.self)
    }

    struct Columns: _Core.ModelColumns {
        typealias M = Station
        let _path: _Core.RelationPath
        init(_ path: _Core.RelationPath) { _path = path }
        var id: Column<Int> { _column(0) }
        var name: Column<String> { _column(1) }
        var elevation: Column<Double?> { _column(2) }
        var status: Column<String> { _column(3) }
        var owner: KeyColumn<Owner, Owner.ID> { _key(4, Owner.self) }
        var created: Column<Date> { _column(5) }
    }

    static let table = "station"
    static let fields: [_Core.ModelField<Self>] = [
        _Core.ModelField("id", \.id, Codecs.id, _Core.FieldOptions(isPrimaryKey: true, isReadOnly: true)),
        _Core.ModelField("name", \.name, Codecs.name),
        _Core.ModelField("elevation", optional: \.elevation, Codecs.elevation),
        _Core.ModelField("status", \.status, Codecs.status),
        _Core.ModelField(
            "owner", \.owner, Codecs.owner,
            _Core.FieldOptions(relation: _Core.Relation(.foreignKey, to: Owner.self, onDelete: .protect))),
        _Core.ModelField("created", \.created, Codecs.created),
    ]
    static let definition = _Core.ModelDefinition<Self>()

    init(row: inout _Core.RowReader) throws {
        id = try row.next(Codecs.id)
        name = try row.next(Codecs.name)
        elevation = try row.nextIfPresent(Codecs.elevation)
        status = try row.next(Codecs.status)
        owner = try row.next(Codecs.owner)
        created = try row.next(Codecs.created)
    }

    func write(to row: inout _Core.RowWriter) {
        row.add(id, Codecs.id)
        row.add(name, Codecs.name)
        row.addIfPresent(elevation, Codecs.elevation)
        row.add(status, Codecs.status)
        row.add(owner, Codecs.owner)
        row.add(created, Codecs.created)
    }

    init?(_ values: _Core.FieldValues<Self>) {
        guard let id = values[\.id], let name = values[\.name], let status = values[\.status],
            let owner = values[\.owner], let created = values[\.created]
        else { return nil }
        self.init(
            id: id, name: name, elevation: values[optional: \.elevation], status: status, owner: owner,
            created: created)
    }
}

struct StationSerializer: ModelSerializer, _Core.WireObject, WireValue {
    typealias Model = Station
    let instance: Station
    init(_ instance: Station) { self.instance = instance }
    static let composition = _Core.SerializerComposition<Self>()

    init?(_ data: SerializerData<Self>) {
        guard let instance = data.instance else { return nil }
        self.instance = instance
    }
}

struct Stations: ListAPIView {
    static let serializer = StationSerializer.self
    static let queryset = Station.objects.order(by: .ascending(\.id))
    static let pagination = PageNumberPagination(pageSize: 20)
    static let routes: [_Core.Route] = []
}
