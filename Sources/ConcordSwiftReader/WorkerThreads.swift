import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Transforms values concurrently, on threads with a stack that is large enough for deep recursion of the parser.
enum WorkerThreads {
    /// The stack size in bytes of address space. Memory is allocated when it is used.
    private static let stackSize = 256 << 20

    /// Returns the transformed values in order. Uses as many threads as the machine has cores.
    static func map<Input: Sendable, Output: Sendable>(
        _ inputs: [Input], _ transform: @escaping @Sendable (Input) -> Output
    ) -> [Output] {
        let work = Work(inputs, transform)
        let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        let threads = (0..<min(inputs.count, cores)).compactMap { _ in start(work.run) }
        // Without threads, the current one does the work.
        if threads.isEmpty { work.run() }
        for thread in threads { pthread_join(thread, nil) }
        return work.outputs
    }

    /// The argument of a thread, as an object that C can refer to.
    private final class Entry: Sendable {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) {
            self.run = run
        }
    }

    private static func start(_ run: @escaping @Sendable () -> Void) -> pthread_t? {
        let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
        pthread_attr_init(attributes)
        pthread_attr_setstacksize(attributes, stackSize)
        let thread = thread(Unmanaged.passRetained(Entry(run)), attributes)
        pthread_attr_destroy(attributes)
        attributes.deallocate()
        return thread
    }

    private static func thread(_ entry: Unmanaged<Entry>, _ attributes: UnsafePointer<pthread_attr_t>) -> pthread_t? {
        #if canImport(Darwin)
            var thread: pthread_t?
        #else
            var thread = pthread_t()
        #endif
        if pthread_create(&thread, attributes, runEntry, entry.toOpaque()) == 0 { return thread }
        entry.release()
        return nil
    }

    #if canImport(Darwin)
        private static let runEntry: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = { pointer in
            Unmanaged<Entry>.fromOpaque(pointer).takeRetainedValue().run()
            return nil
        }
    #else
        private static let runEntry: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
            pointer in
            if let pointer { Unmanaged<Entry>.fromOpaque(pointer).takeRetainedValue().run() }
            return nil
        }
    #endif

    /// The remaining values and the results so far.
    private final class Work<Input: Sendable, Output: Sendable>: Sendable {
        private let inputs: [Input]
        private let transform: @Sendable (Input) -> Output
        private let state: Mutex<(next: Int, outputs: [Output?])>

        init(_ inputs: [Input], _ transform: @escaping @Sendable (Input) -> Output) {
            self.inputs = inputs
            self.transform = transform
            state = Mutex((0, [Output?](repeating: nil, count: inputs.count)))
        }

        var outputs: [Output] { state.withLock { $0.outputs.compactMap(\.self) } }

        @Sendable func run() {
            while let index = takeNext() {
                let output = transform(inputs[index])
                state.withLock { $0.outputs[index] = output }
            }
        }

        private func takeNext() -> Int? {
            state.withLock { state in
                guard state.next < inputs.count else { return nil }
                state.next += 1
                return state.next - 1
            }
        }
    }
}
