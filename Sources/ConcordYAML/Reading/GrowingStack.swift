/// A stack for the children of all open collections. When a collection is closed, its children are moved to an array
/// with exactly their count, without being copied or retained.
struct GrowingStack<Element>: ~Copyable {
    private var base = UnsafeMutablePointer<Element>.allocate(capacity: 64)
    private var capacity = 64
    private(set) var count = 0

    @inline(__always)
    mutating func append(_ element: consuming Element) {
        if count == capacity { grow() }
        (base + count).initialize(to: element)
        count += 1
    }

    /// Removes the elements from `start` to the end, and returns them.
    mutating func popArray(from start: Int) -> [Element] {
        let number = count - start
        guard number > 0 else { return [] }
        count = start
        return Array(unsafeUninitializedCapacity: number) { buffer, initialized in
            buffer.baseAddress?.moveInitialize(from: base + start, count: number)
            initialized = number
        }
    }

    /// Returns the elements from `start` to the end without removing them.
    func suffix(from start: Int) -> UnsafeBufferPointer<Element> {
        UnsafeBufferPointer(start: base + start, count: count - start)
    }

    mutating func removeAll(from start: Int) {
        (base + start).deinitialize(count: count - start)
        count = start
    }

    private mutating func grow() {
        let bigger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
        bigger.moveInitialize(from: base, count: count)
        base.deallocate()
        base = bigger
        capacity *= 2
    }

    deinit {
        base.deinitialize(count: count)
        base.deallocate()
    }
}
