import Basics
import Secrets
import Testing

struct TokenTests {
    @Test func `tokens have 43 letters and digits and never come twice`() {
        let tokens = (0..<200).map { _ in RandomToken.make().reveal { $0 } }

        #expect(Set(tokens).count == 200)
        #expect(tokens.allSatisfy { $0.wholeMatch(of: /[0-9A-Za-z]{43}/) != nil })
    }

    @Test func `a code is read however a person types it`() throws {
        let code = RandomToken.makeCode()
        let text = code.reveal { $0 }

        #expect(text.wholeMatch(of: /([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}/) != nil)
        #expect(RandomToken.code(typed: code) == code)
        #expect(RandomToken.code(typed: Secret(" " + text.uppercased().replacing("-", with: " ") + "\n")) == code)
        #expect(RandomToken.code(typed: Secret("OIL0-aaaa")) == Secret("0110-aaaa"))
        #expect(RandomToken.code(typed: Secret("")) == Secret(""))
    }

    /// Source: FIPS 180-2, B.1.
    @Test func `a digest is SHA-256`() {
        let digest = TokenDigest(of: Secret("abc"))

        #expect(digest.hexadecimal == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(digest.bytes.count == 32)
        #expect(digest == TokenDigest(of: Secret("abc")))
        #expect(digest != TokenDigest(of: Secret("abd")))
    }

    /// Source: RFC 4231, test case 2.
    @Test func `a derived token is HMAC-SHA256 and tells nothing of its origin`() {
        let derived = DerivedToken.make(from: Secret("Jefe"), for: "what do ya want for nothing?")

        #expect(
            derived == Secret("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"))
    }

    @Test func `bytes are equal when all are`() {
        #expect(ConstantTime.areEqual([1, 2, 3], [1, 2, 3]))
        #expect(!ConstantTime.areEqual([1, 2, 3], [1, 2, 4]))
        #expect(!ConstantTime.areEqual([1, 2, 3], [1, 2]))
        #expect(ConstantTime.areEqual(Secret("a"), Secret("a")))
        #expect(!ConstantTime.areEqual(Secret("a"), Secret("b")))
    }
}
