import CZstd

/// A text that payloads are compressed against, made ready once: safe to use from any thread.
package final class PayloadTemplate: Sendable {
    /// Fast and light: against a template the higher levels gain a few percent of size for twice the time.
    private static let level: Int32 = -1

    /// Within its organization; what a compressed payload is kept with.
    let number: Int64
    // An address, since pointers cannot cross threads as such; Zstandard only reads it.
    private let prepared: UInt

    /// Nil when there is no memory for it.
    init?(number: Int64, text: [UInt8]) {
        let prepared = text.withUnsafeBytes { ZSTD_createCDict($0.baseAddress, text.count, Self.level) }
        guard let prepared else { return nil }
        self.number = number
        self.prepared = UInt(bitPattern: prepared)
    }

    deinit { ZSTD_freeCDict(dictionary) }

    var dictionary: OpaquePointer? { OpaquePointer(bitPattern: prepared) }
}
