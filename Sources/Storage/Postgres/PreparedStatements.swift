import CPostgres

/// The statements that a connection's server side has prepared, the least recently used given up first.
struct PreparedStatements {
    private struct Entry {
        let name: String
        let types: [Oid]
        var lastUse: Int
    }

    private static let limit = 256
    private static let anyType: Oid = 0
    private var entries: [String: [Entry]] = [:]
    private var count = 0
    private var uses = 0
    private var names = 0

    /// The statement of this text that takes these types. A NULL has none of its own and fits any.
    mutating func find(_ text: String, _ types: [Oid]) -> String? {
        uses += 1
        guard let position = entries[text]?.firstIndex(where: { Self.fits(types, $0.types) }) else { return nil }
        entries[text]?[position].lastUse = uses
        return entries[text]?[position].name
    }

    mutating func nextName() -> String {
        names += 1
        return "p\(names)"
    }

    mutating func keep(_ name: String, _ text: String, _ types: [Oid]) {
        entries[text, default: []].append(Entry(name: name, types: types, lastUse: uses))
        count += 1
    }

    /// Forgets one statement if there are too many.
    /// - Returns: the name that the server may forget too.
    mutating func makeRoom() -> String? {
        guard count >= Self.limit else { return nil }
        var oldest: (text: String, entry: Entry)?
        for (text, list) in entries {
            for entry in list where entry.lastUse < oldest?.entry.lastUse ?? .max { oldest = (text, entry) }
        }
        guard let oldest else { return nil }
        entries[oldest.text]?.removeAll { $0.name == oldest.entry.name }
        if entries[oldest.text]?.isEmpty == true { entries[oldest.text] = nil }
        count -= 1
        return oldest.entry.name
    }

    private static func fits(_ types: [Oid], _ prepared: [Oid]) -> Bool {
        types.count == prepared.count && zip(types, prepared).allSatisfy { $0 == $1 || $0 == anyType }
    }
}
