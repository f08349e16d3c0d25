import Basics
import Foundation

/// Which passwords are taken. Length is what counts; nobody is made to mix kinds of characters.
/// Source: NIST SP 800-63B, 5.1.1.2.
package enum PasswordRules {
    /// In Unicode characters, after normalisation.
    package static let length = 12...256

    /// - Throws: `access.password_too_short`, `access.password_too_long`, `access.password_too_easy`.
    package static func check(_ password: Secret, of email: EmailAddress) throws(AccessError) {
        if let problem = problem(of: password, email: email.text) { throw AccessError(problem) }
    }

    static func problem(of password: Secret, email: String) -> AccessError.Problem? {
        password.reveal { problem(of: $0, email: email) }
    }

    private static func problem(of typed: String, email: String) -> AccessError.Problem? {
        // Nothing so long is normalised: that would be work for the asking.
        guard typed.utf8.count <= length.upperBound * 16 else { return .passwordTooLong }
        let text = typed.precomposedStringWithCompatibilityMapping
        let count = text.unicodeScalars.count
        guard count >= length.lowerBound else { return .passwordTooShort }
        guard count <= length.upperBound else { return .passwordTooLong }
        guard !text.unicodeScalars.contains("\0") else { return .passwordTooEasy }
        return isEasy(text.lowercased(), email: email) ? .passwordTooEasy : nil
    }

    /// The address or a part of it and little else, a short piece repeated, a run along the alphabet or the keyboard.
    private static func isEasy(_ text: String, email: String) -> Bool {
        let parts = [email] + email.split(separator: "@").map(String.init)
        for part in parts where part.count >= 4 && text.contains(part) {
            if text.count - part.count < 6 { return true }
        }
        if Set(text).count < 5 { return true }
        if (1...4).contains(where: { isRepetition(of: $0, text) }) { return true }
        let rows = [
            "abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiopasdfghjklzxcvbnm", "password", "senha",
        ]
        let without = rows.reduce(text) { rest, row in
            longestShared(rest, row).map { rest.replacing($0, with: "") } ?? rest
        }
        return without.count < 4
    }

    private static func isRepetition(of period: Int, _ text: String) -> Bool {
        let characters = Array(text)
        return characters.indices.dropFirst(period).allSatisfy { characters[$0] == characters[$0 - period] }
    }

    /// The longest piece of at least 4 characters of `row`, read either way, that is in `text`.
    private static func longestShared(_ text: String, _ row: String) -> String? {
        for direction in [Array(row), Array(row.reversed())] {
            for length in stride(from: min(direction.count, text.count), through: 4, by: -1) {
                for start in 0...(direction.count - length) {
                    let piece = String(direction[start..<(start + length)])
                    if text.contains(piece) { return piece }
                }
            }
        }
        return nil
    }
}
