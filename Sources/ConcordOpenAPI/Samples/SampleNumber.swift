import ConcordYAML

/// A number between the bounds of schemas.
struct SampleNumber {
    let node: Node

    init(_ parts: [Schema], isInteger: Bool) {
        func values(_ keyword: (Schema) -> String?) -> [Double] {
            parts.compactMap { keyword($0).flatMap(Double.init) }
        }
        let least = values(\.minimum).max()
        let above = values(\.exclusiveMinimum).max()
        let most = values(\.maximum).min()
        let below = values(\.exclusiveMaximum).min()
        let step = values(\.multipleOf).max() ?? (isInteger ? 1 : 0)
        let format = parts.lazy.compactMap(\.format).first
        var value = isInteger ? 1 : 1.5
        if format == "unix-time" || format == "timestamp" { value = 1_900_000_000 }
        if let least, value < least { value = least }
        if let above, value <= above { value = above + (step > 0 ? step : Self.gap(above, below ?? most)) }
        if let most, value > most { value = most }
        if let below, value >= below {
            value = below - (step > 0 ? step : Self.gap(least ?? above, below))
        }
        if step > 0 {
            let down = (value / step).rounded(.down) * step
            let isTooSmall = least.map { down < $0 } ?? false || above.map { down <= $0 } ?? false
            value = isTooSmall ? down + step : down
            if down == 0, least ?? 0 <= 0, above ?? -1 < 0, step <= most ?? .infinity, step < below ?? .infinity {
                value = step
            }
        }
        node = .number(Self.text(value))
    }

    private static func gap(_ low: Double?, _ high: Double?) -> Double {
        guard let low, let high, high > low else { return 1 }
        return (high - low) / 2
    }

    private static func text(_ value: Double) -> String {
        value.rounded() == value && abs(value) < 1e15 ? String(Int64(value)) : "\(value)"
    }
}
