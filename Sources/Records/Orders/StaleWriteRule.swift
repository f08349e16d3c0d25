import Basics

/// Which state of its source a record shows: the platform's last change, then the start of the fetch.
struct SourceVersion: Hashable, Sendable, Comparable {
    var changedAt: Instant
    var fetchedAt: Instant

    static func < (left: Self, right: Self) -> Bool {
        (left.changedAt, left.fetchedAt) < (right.changedAt, right.fetchedAt)
    }
}

/// What becomes of an answer about a record that is stored already (law 1).
enum StaleWriteRule: Hashable {
    /// The source moved on: a new version of the record.
    case replace
    /// The same content, seen at a later state of the source: only what is known of the source moves on.
    case confirm
    /// The same content, seen earlier: nothing to write.
    case repeated
    /// Another content of an older state: history only.
    case stale

    static func verdict(
        stored: SourceVersion, storedHash: [UInt8], arriving: SourceVersion, arrivingHash: [UInt8]
    ) -> StaleWriteRule {
        let isOlder = arriving < stored
        if storedHash == arrivingHash { return isOlder ? .repeated : .confirm }
        return isOlder ? .stale : .replace
    }
}
