import Concord

/// The stations, in memory.
actor StationStore {
    static let shared = StationStore()

    private var stations: [Station] = []

    var all: [Station] { stations }

    func add(_ station: Station) -> Station {
        var station = station
        let number = String(stations.count + 1)
        station.id = StationCode(rawValue: "NO-" + String(repeating: "0", count: 4 - number.count) + number)
        stations.append(station)
        return station
    }

    func station(_ id: StationCode) throws -> Station {
        guard let station = stations.first(where: { $0.id?.rawValue == id.rawValue }) else {
            throw Problem(404, "No station \(id.rawValue).")
        }
        return station
    }
}
