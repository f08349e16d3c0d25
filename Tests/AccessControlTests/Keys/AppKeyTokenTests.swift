import AccessControl
import Basics
import Foundation
import Storage
import TestSupport
import Testing

struct AppKeyTokenTests {
    /// The checksum was computed by Python's zlib.crc32 and a base 62 of its own.
    private static let known =
        "ponte_01k9zzzzzzzzzzzzzzzzzzzzzz_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789abcdefg2SxnZc"

    @Test func `a key is known without asking anybody`() throws {
        let token = try #require(AppKeyToken(parsing: Secret(Self.known)))

        #expect(token.keyID.text == "key_01k9zzzzzzzzzzzzzzzzzzzzzz")
        #expect(Self.known.wholeMatch(of: /ponte_[0-9a-hjkmnp-tv-z]{26}_[0-9A-Za-z]{49}/) != nil)
    }

    @Test func `every altered, missing or added character shows`() {
        let characters = Array(Self.known)

        for index in characters.indices {
            var altered = characters
            altered[index] = altered[index] == "a" ? "b" : "a"
            if altered != characters { #expect(AppKeyToken(parsing: Secret(String(altered))) == nil, "\(index)") }
            #expect(AppKeyToken(parsing: Secret(String(characters[..<index]))) == nil)
        }
        #expect(AppKeyToken(parsing: Secret(Self.known + "a")) == nil)
        #expect(AppKeyToken(parsing: Secret(" " + Self.known)) == nil)
        #expect(AppKeyToken(parsing: Secret(Self.known.lowercased())) == nil)
    }

    @Test(arguments: Engine.allCases) func `a new key has its own id in its token, which is not stored`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine, migrations: Given.migrations) { database in
            let made = try await Given.key(in: database)

            let token = try #require(AppKeyToken(parsing: made.token))
            let listed = try await database.read { try AppKeys(Given.shop).list(in: $0) }

            #expect(token.keyID == made.key.id)
            #expect(made.token.reveal { $0.utf8.count } == 82)
            #expect(listed == [made.key])
            #expect(!"\(listed) \(token)".contains(made.token.reveal { String($0.suffix(49)) }))
        }
    }
}
