import Basics
import Storage

/// How far a chain had come at a moment: kept outside, it shows a chain that was cut or written anew since.
package struct AuditAnchor: Hashable, Sendable {
    private static let label = "ponte-audit-anchor/1"

    package let organizationID: OrganizationID
    package let number: Int64
    package let hash: [UInt8]
    package let at: Instant

    package init(organizationID: OrganizationID, number: Int64, hash: [UInt8], at: Instant) {
        self.organizationID = organizationID
        self.number = number
        self.hash = hash
        self.at = at
    }

    /// One line: `ponte-audit-anchor/1 org_01k… 42 <hash in hexadecimal> 2026-11-22T10:00:00Z`.
    package var text: String {
        let digits = hash.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        return "\(Self.label) \(organizationID) \(number) \(digits) \(at.iso8601)"
    }

    /// Nil unless `text` is a whole anchor.
    package init?(parsing text: String) {
        let parts = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard parts.count == 5, parts[0] == Self.label, let organizationID = OrganizationID(parsing: parts[1]),
            let number = Int64(parts[2]), number > 0, let hash = Self.bytes(ofHexadecimal: parts[3]), hash.count == 32,
            let at = Instant(iso8601: parts[4])
        else { return nil }
        self.init(organizationID: organizationID, number: number, hash: hash, at: at)
    }

    private static func bytes(ofHexadecimal text: String) -> [UInt8]? {
        let digits = text.compactMap(\.hexDigitValue)
        guard digits.count == text.count, digits.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
    }
}
