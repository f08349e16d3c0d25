import Basics
import Synchronization

enum RequestKind: IDKind {
    static let prefix = "req"
}

/// The number that a request goes by in answers and logs.
enum RequestIDs {
    private static let lengthMax = 64
    /// A number is no secret: the system's randomness once, not two system calls for every request.
    private static let seed = Atomic(UInt64.random(in: .min ... .max))

    /// The sender's own when it is a sane one, so that a request can be followed through several systems.
    static func id(suggested: String?, at now: Instant) -> String {
        if let suggested, !suggested.isEmpty, suggested.utf8.count <= lengthMax,
            suggested.utf8.allSatisfy(isPlain)
        {
            return suggested
        }
        var generator = SeededGenerator(seed: seed.wrappingAdd(1, ordering: .relaxed).newValue)
        return ID<RequestKind>(at: now, using: &generator).text
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
