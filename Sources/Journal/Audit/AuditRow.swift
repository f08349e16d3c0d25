import Basics
import Crypto
import Storage

/// One link of the chain as the table holds it.
struct AuditRow {
    let number: Int64
    let recordedAt: Instant
    let actor: String
    let action: String
    let subject: String
    let details: String
    let previousHash: [UInt8]

    /// Where an organization's chain begins: the hash that stands before entry 1.
    static func genesis(of organization: OrganizationID) -> [UInt8] {
        Array(SHA256.hash(data: CanonicalBytes("ponte-audit-genesis/1", organization.text).bytes))
    }

    /// SHA-256 over everything that the row says, the hash before it included.
    func hash(in organization: OrganizationID) -> [UInt8] {
        var canonical = CanonicalBytes("ponte-audit/1", organization.text)
        canonical.append(number)
        canonical.append(recordedAt.microseconds)
        for text in [actor, action, subject, details] { canonical.append(Array(text.utf8)) }
        canonical.append(previousHash)
        return Array(SHA256.hash(data: canonical.bytes))
    }
}

/// Bytes that only one list of values has: each value goes with its length.
private struct CanonicalBytes {
    private(set) var bytes: [UInt8] = []

    init(_ texts: String...) {
        for text in texts { append(Array(text.utf8)) }
    }

    mutating func append(_ value: [UInt8]) {
        append(Int64(value.count))
        bytes.append(contentsOf: value)
    }

    mutating func append(_ value: Int64) {
        withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
    }
}
