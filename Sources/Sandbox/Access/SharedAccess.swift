import Synchronization

/// Keys, users and roles of one account, shared; a change that cannot be kept does not happen.
final class SharedAccess: Sendable {
    private let state: Mutex<AccessState>
    private let journal: StateJournal?

    init(_ state: AccessState, journal: StateJournal?) {
        self.state = Mutex(state)
        self.journal = journal
    }

    func read<Result: Sendable>(_ body: (AccessState) throws -> Result) rethrows -> Result {
        try body(state.withLock { $0 })
    }

    /// - Throws: What `body` throws; `SandboxError.stateNotWritten`.
    func change<Result: Sendable>(_ body: (inout AccessState) throws -> Result) throws -> Result {
        try state.withLock { state in
            var changed = state
            let result = try body(&changed)
            if changed.revision != state.revision { try journal?.append(KeptLine.access(changed)) }
            state = changed
            return result
        }
    }
}
