import Basics

/// Comparisons that take the same time wherever the first difference is.
package enum ConstantTime {
    /// The lengths are no secret.
    package static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        var difference: UInt8 = 0
        for index in left.indices { difference |= left[index] ^ right[index] }
        return difference == 0
    }

    package static func areEqual(_ left: Secret, _ right: Secret) -> Bool {
        areEqual(left.reveal { Array($0.utf8) }, right.reveal { Array($0.utf8) })
    }
}
