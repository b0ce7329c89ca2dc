import ConcordYAML

extension DocumentComparison {
    static let lifeCycleKeys: Set<String> = ["x-sunset", "x-stability-level"]
    private static let stabilityLevels = ["draft", "alpha", "beta", "stable"]

    /// Whether the removal of an element was announced by `deprecated` and the date in `x-sunset`.
    enum Removal {
        case unannounced, due
        case early(String)
        case unreadable(String)
    }

    func removal(of node: Node) -> Removal {
        guard node["deprecated"]?.bool == true else { return .unannounced }
        guard let text = node["x-sunset"]?.string else { return .due }
        guard let day = Self.day(text) else { return .unreadable(text) }
        guard let today, day > today else { return .due }
        return .early(day)
    }

    /// Returns the day of a date or time (RFC 3339). Days can be compared as text.
    private static func day(_ text: String) -> String? {
        let day = text.prefix(10)
        let bytes = Array(day.utf8)
        let isDay =
            bytes.count == 10
            && bytes.enumerated().allSatisfy { index, byte in
                index == 4 || index == 7 ? byte == UInt8(ascii: "-") : (0x30...0x39).contains(byte)
            }
        return isDay ? String(day) : nil
    }

    /// Compares `deprecated`, `x-sunset` and `x-stability-level` of an operation, a parameter or a property.
    mutating func lifeCycle(
        _ before: Node, _ after: Node, _ subject: String, _ oldPlace: Position?, _ newPlace: Position?
    ) {
        let (was, isNow) = (before["deprecated"]?.bool ?? false, after["deprecated"]?.bool ?? false)
        if was != isNow {
            report(
                isNow ? .deprecated : .reactivated,
                "\(subject) is \(isNow ? "now deprecated" : "no longer deprecated")",
                before["deprecated"]?.position ?? oldPlace, after["deprecated"]?.position ?? newPlace)
        }
        if isNow { sunset(before, after, subject, newPlace) }
        stability(before, after, subject)
    }

    private mutating func sunset(_ before: Node, _ after: Node, _ subject: String, _ place: Position?) {
        let (mine, theirs) = (before["x-sunset"], after["x-sunset"])
        if let text = theirs?.string, Self.day(text) == nil {
            report(
                .sunsetUnreadable, "'x-sunset' of \(subject) is not a date: '\(text)'", mine?.position, theirs?.position
            )
            return
        }
        guard let was = mine?.string.flatMap(Self.day) else { return }
        guard let now = theirs?.string.flatMap(Self.day) else {
            report(
                .sunsetRemoved, "\(subject) is still deprecated, but its 'x-sunset' was removed", mine?.position, place)
            return
        }
        guard was != now else { return }
        report(
            now < was ? .sunsetBroughtForward : .sunsetPutOff, "'x-sunset' of \(subject) moved from \(was) to \(now)",
            mine?.position, theirs?.position)
    }

    private mutating func stability(_ before: Node, _ after: Node, _ subject: String) {
        let levels = Self.stabilityLevels
        let (mine, theirs) = (before["x-stability-level"], after["x-stability-level"])
        guard let was = mine?.string.flatMap(levels.firstIndex(of:)),
            let now = theirs?.string.flatMap(levels.firstIndex(of:)),
            was != now
        else { return }
        report(
            now < was ? .stabilityDecreased : .stabilityIncreased,
            "'x-stability-level' of \(subject) went from \(levels[was]) to \(levels[now])", mine?.position,
            theirs?.position)
    }
}
