/// A request for a Swift name.
protocol NameWish {
    /// The spelling in the document.
    var spelling: String { get }
    /// The spelling in Swift.
    var name: String { get }
    /// The number of components of the document's name. A short path gets a name before a long one.
    var length: Int { get }
}

/// Resolves collisions among names. The name goes to the wish whose spelling in the document is closest to it, so that
/// the result doesn't depend on the order of the wishes.
struct NameContest<Wish: NameWish> {
    let wishes: [Wish]
    /// The indices of the wishes that get their names.
    private(set) var winners: [Int] = []
    /// The indices of the wishes that need another name, ordered by how close their spelling is to the name.
    private(set) var losers: [Int] = []

    /// Resolves the collisions among wishes.
    ///
    /// - Parameters:
    ///   - wishes: The wishes.
    ///   - isFree: Returns whether a name is available.
    init(_ wishes: [Wish], where isFree: (String) -> Bool) {
        self.wishes = wishes
        var nearest: [String: Int] = [:]
        for (index, wish) in wishes.enumerated() {
            let name = wish.name.lowercased()
            if let rival = nearest[name] {
                let isNearer = Self.precedes(wish, wishes[rival])
                if isNearer { nearest[name] = index }
                losers.append(isNearer ? rival : index)
            } else if isFree(wish.name) {
                nearest[name] = index
            } else {
                losers.append(index)
            }
        }
        winners = Array(nearest.values)
        losers.sort { Self.precedes(wishes[$0], wishes[$1]) }
    }

    private static func precedes(_ left: Wish, _ right: Wish) -> Bool {
        if left.length != right.length { return left.length < right.length }
        return NameSpelling(left.spelling, as: left.name).precedes(NameSpelling(right.spelling, as: right.name))
    }
}

/// The distance between a name in the document and its Swift name.
private struct NameSpelling {
    private let text: String
    private let changes: Int

    init(_ text: String, as name: String) {
        self.text = text
        var rest = name.utf8[...]
        var changes = 0
        for byte in text.utf8 {
            if let next = rest.first, next | 0x20 == byte | 0x20 {
                changes += next == byte ? 0 : 1
                rest.removeFirst()
            } else {
                changes += 1
            }
        }
        self.changes = changes + rest.count
    }

    /// Returns whether this spelling is closer to its name than another. Ties are broken by byte order.
    func precedes(_ other: NameSpelling) -> Bool {
        changes != other.changes
            ? changes < other.changes : text.utf8.lexicographicallyPrecedes(other.text.utf8)
    }
}

/// The number suffixes that disambiguate equal names. Each number is tried only once, regardless of the number of
/// names.
struct NameNumbers {
    private var last: [String: Int] = [:]

    /// Returns the name with the next number as a suffix, starting with 2.
    mutating func numbered(_ name: String) -> String {
        let number = last[name, default: 1] + 1
        last[name] = number
        return name + (name.last?.isNumber == true ? "_" : "") + String(number)
    }
}
