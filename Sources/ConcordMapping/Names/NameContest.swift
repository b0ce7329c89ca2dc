/// A name that something is to have in Swift.
protocol NameWish {
    /// How the document spells it.
    var spelling: String { get }
    /// How Swift spells it.
    var name: String { get }
    /// How many parts the document's name has: a short path gets a name before a long one.
    var length: Int { get }
}

/// Which of several things gets a name that they would all have: whatever their order, the one that is spelled most like it.
struct NameContest<Wish: NameWish> {
    let wishes: [Wish]
    /// The indices of those that get their names.
    private(set) var winners: [Int] = []
    /// The indices of the others, of which each needs another name, those first that are spelled most like theirs.
    private(set) var losers: [Int] = []

    /// - Parameters:
    ///   - wishes: What is to have a name.
    ///   - isFree: Whether anything may have a name.
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

/// How far a name in the document is from its name in Swift.
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

    /// Whether this is nearer to its name than another; of equals the first by its bytes.
    func precedes(_ other: NameSpelling) -> Bool {
        changes != other.changes
            ? changes < other.changes : text.utf8.lexicographicallyPrecedes(other.text.utf8)
    }
}

/// The numbers that tell names apart that would be alike; each is tried once, however many names there are.
struct NameNumbers {
    private var last: [String: Int] = [:]

    /// The name with the number that follows the last it was given: from 2 on.
    mutating func numbered(_ name: String) -> String {
        let number = last[name, default: 1] + 1
        last[name] = number
        return name + (name.last?.isNumber == true ? "_" : "") + String(number)
    }
}
