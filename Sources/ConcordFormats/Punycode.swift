/// The encoding of labels of host names in ASCII, RFC 3492.
enum Punycode {
    private static let base = 36
    private static let skew = 38
    private static let damp = 700
    private static let thresholds = 1...26

    /// Returns the scalars that a text encodes; `nil` if it is not Punycode.
    static func decode(_ text: some StringProtocol) -> [Unicode.Scalar]? {
        var output: [Unicode.Scalar] = []
        var rest = Substring(text)
        if let delimiter = rest.lastIndex(of: "-") {
            output = Array(rest[..<delimiter].unicodeScalars)
            rest = rest[rest.index(after: delimiter)...]
        }
        var (scalar, index, bias) = (128, 0, 72)
        var digits = rest.utf8.makeIterator()
        var next = digits.next()
        while next != nil {
            let start = index
            var (weight, position) = (1, base)
            while true {
                guard let digit = next.flatMap(value), weight < 1 << 24, index < 1 << 40 else { return nil }
                next = digits.next()
                index += digit * weight
                let threshold = self.threshold(position, bias)
                if digit < threshold { break }
                weight *= base - threshold
                position += base
            }
            bias = adapt(index - start, output.count + 1, isFirst: start == 0)
            scalar += index / (output.count + 1)
            index %= output.count + 1
            guard let decoded = UInt32(exactly: scalar).flatMap({ Unicode.Scalar($0) }) else { return nil }
            output.insert(decoded, at: index)
            index += 1
        }
        return output
    }

    /// Returns scalars in ASCII.
    static func encode(_ scalars: [Unicode.Scalar]) -> String {
        var output = scalars.filter(\.isASCII).map { $0.ascii }
        var handled = output.count
        let basic = handled
        if basic > 0 { output.append(UInt8(ascii: "-")) }
        var (least, delta, bias) = (128, 0, 72)
        while handled < scalars.count {
            let next = scalars.lazy.map { Int($0.value) }.filter { $0 >= least }.min() ?? least
            delta += (next - least) * (handled + 1)
            least = next
            for scalar in scalars {
                if scalar.value < least { delta += 1 }
                guard scalar.value == least else { continue }
                append(delta, bias, to: &output)
                bias = adapt(delta, handled + 1, isFirst: handled == basic)
                delta = 0
                handled += 1
            }
            delta += 1
            least += 1
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func append(_ delta: Int, _ bias: Int, to output: inout [UInt8]) {
        var (rest, position) = (delta, base)
        while true {
            let threshold = self.threshold(position, bias)
            if rest < threshold { break }
            output.append(digit(threshold + (rest - threshold) % (base - threshold)))
            rest = (rest - threshold) / (base - threshold)
            position += base
        }
        output.append(digit(rest))
    }

    private static func threshold(_ position: Int, _ bias: Int) -> Int {
        min(max(position - bias, thresholds.lowerBound), thresholds.upperBound)
    }

    private static func adapt(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / damp : delta / 2
        delta += delta / count
        var steps = 0
        while delta > (base - thresholds.lowerBound) * thresholds.upperBound / 2 {
            delta /= base - thresholds.lowerBound
            steps += base
        }
        return steps + (base - thresholds.lowerBound + 1) * delta / (delta + skew)
    }

    private static func value(_ byte: UInt8) -> Int? {
        if byte.isDigit { return Int(byte - UInt8(ascii: "0")) + 26 }
        return byte.isLetter ? Int((byte | 0x20) - UInt8(ascii: "a")) : nil
    }

    private static func digit(_ value: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: value) + (value < 26 ? UInt8(ascii: "a") : UInt8(ascii: "0") - 26)
    }
}
