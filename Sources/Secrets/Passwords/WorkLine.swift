/// Lets so many through at a time; so many more wait in line, the rest are turned away.
actor WorkLine {
    private var free: Int
    private let waitingMax: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(width: Int, waitingMax: Int) {
        free = width
        self.waitingMax = waitingMax
    }

    /// - Throws: `SecretsError` with code `secrets.busy` when the line is full.
    func enter() async throws(SecretsError) {
        if free > 0 {
            free -= 1
            return
        }
        guard waiting.count < waitingMax else { throw SecretsError(.busy) }
        await withCheckedContinuation { waiting.append($0) }
    }

    func leave() {
        guard !waiting.isEmpty else {
            free += 1
            return
        }
        waiting.removeFirst().resume()
    }
}
