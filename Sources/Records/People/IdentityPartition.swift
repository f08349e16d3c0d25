import Commerce

/// Decides which of some customers are one person: a function of their keys and of what people said, so that it does not
/// matter in which order they came in.
///
/// Key by key, the surest kinds first, those who share one are joined: by a proof unless somebody said that they are not
/// one person; by a hint unless something else of them contradicts too. Where some of those who share a key fit together
/// and somebody fits to more than one side, nobody can tell whose it is, and it joins none of them.
struct IdentityPartition {
    /// What more customers than this share is nobody's own, as the number of a shop's counter.
    static let sharedMax = 20

    private struct Cluster {
        var members: Set<RecordID>
        var traits: Set<IdentityKey>
    }

    private let separated: [RecordID: Set<RecordID>]
    private var clusters: [RecordID: Cluster] = [:]
    /// The first member of the cluster that a customer is in.
    private var heads: [RecordID: RecordID] = [:]

    /// - Parameters:
    ///   - keys: of all customers who share a key with one another.
    ///   - separated: who was said not to be the same person as whom, both ways round.
    init(_ keys: [RecordID: Set<IdentityKey>], separated: [RecordID: Set<RecordID>] = [:]) {
        self.separated = separated
        var holders: [IdentityKey: Set<RecordID>] = [:]
        for (id, keys) in keys {
            heads[id] = id
            clusters[id] = Cluster(members: [id], traits: keys.filter(Self.tellsApart))
            for key in keys { holders[key, default: []].insert(id) }
        }
        for kind in IdentityKey.Kind.allCases where kind.strength != .trait {
            let shared = holders.filter { $0.key.kind == kind && (2...Self.sharedMax).contains($0.value.count) }
            for (key, ids) in shared.sorted(by: { $0.key.value < $1.key.value }) { join(ids, by: key.kind.strength) }
        }
    }

    /// Those who are one person with somebody else, each group under its first member.
    var groups: [RecordID: Set<RecordID>] {
        clusters.mapValues(\.members).filter { $0.value.count > 1 }
    }

    private static func tellsApart(_ key: IdentityKey) -> Bool {
        key.kind.strength == .trait || key.kind == .document
    }

    private mutating func join(_ ids: Set<RecordID>, by strength: IdentityKey.Kind.Strength) {
        var left = Set(ids.compactMap { heads[$0] }).sorted()
        while let first = left.first {
            var side = [first]
            var next = 0
            while next < side.count {
                side += left.filter { !side.contains($0) && fits(side[next], $0, strength) }
                next += 1
            }
            left.removeAll(where: side.contains)
            let isClear = side.allSatisfy { one in side.allSatisfy { $0 == one || fits(one, $0, strength) } }
            if isClear { unite(side) }
        }
    }

    private mutating func unite(_ side: [RecordID]) {
        guard let head = side.min(), side.count > 1 else { return }
        for other in side where other != head {
            guard let cluster = clusters.removeValue(forKey: other) else { continue }
            clusters[head]?.members.formUnion(cluster.members)
            clusters[head]?.traits.formUnion(cluster.traits)
            for member in cluster.members { heads[member] = head }
        }
    }

    private func fits(_ one: RecordID, _ other: RecordID, _ strength: IdentityKey.Kind.Strength) -> Bool {
        guard let one = clusters[one], let other = clusters[other] else { return false }
        let isSeparated = one.members.contains { !(separated[$0] ?? []).isDisjoint(with: other.members) }
        guard !isSeparated else { return false }
        return strength == .proof || !Self.contradict(one.traits, other.traits)
    }

    /// Two documents, two days of birth or two first names.
    private static func contradict(_ one: Set<IdentityKey>, _ other: Set<IdentityKey>) -> Bool {
        for kind in [IdentityKey.Kind.document, .birth, .name] {
            let (mine, yours) = (one.filter { $0.kind == kind }, other.filter { $0.kind == kind })
            guard !mine.isEmpty, !yours.isEmpty else { continue }
            let agrees = mine.contains { a in yours.contains { b in isSame(a, b) } }
            if !agrees { return true }
        }
        return false
    }

    /// `Jo` and `João` may be one; two documents are one only if they are equal.
    private static func isSame(_ one: IdentityKey, _ other: IdentityKey) -> Bool {
        one == other || one.kind == .name && (one.value.hasPrefix(other.value) || other.value.hasPrefix(one.value))
    }
}
