import Basics
import Synchronization

/// A shop's things of one kind, by id, shared; a change that cannot be kept does not happen.
final class Kept<Thing: Keepable>: Sendable {
    private let things: Mutex<[String: Thing]>
    private let start: [String: Thing]
    private let journal: StateJournal?

    /// - Parameters:
    ///   - start: What a new shop has.
    ///   - store: What an earlier run left.
    /// - Throws: When a line of an earlier run is none of this kind.
    init(start: [Thing] = [], store: KeptStore?, journal: StateJournal?) throws {
        self.start = Dictionary(start.map { ($0.keptID, $0) }, uniquingKeysWith: { $1 })
        self.journal = journal
        var things = self.start
        for (id, value) in store?.things[Thing.kind] ?? [:] {
            things[id] = value == .null ? nil : try Thing(kept: JSONDocument(parsing: value.bytes).root)
        }
        self.things = Mutex(things)
    }

    subscript(id: String) -> Thing? { things.withLock { $0[id] } }

    /// By id.
    var all: [Thing] { things.withLock { $0 }.sorted { $0.key < $1.key }.map(\.value) }

    var count: Int { things.withLock { $0.count } }

    /// Changes one thing, makes it or takes it away, with nobody in between.
    ///
    /// - Throws: What `body` throws; `SandboxError.stateNotWritten`. Nothing is changed then.
    @discardableResult
    func change<Result>(_ id: String, _ body: (inout Thing?) throws -> Result) throws -> Result {
        try things.withLock { things in
            let before = things[id]
            var thing = before
            let result = try body(&thing)
            guard thing != before else { return result }
            try journal?.append(KeptLine.thing(Thing.kind, id: id, thing?.kept ?? .null))
            things[id] = thing
            return result
        }
    }

    func put(_ thing: Thing) throws { try change(thing.keptID) { $0 = thing } }

    /// As at the start.
    func reset() { things.withLock { $0 = start } }
}
