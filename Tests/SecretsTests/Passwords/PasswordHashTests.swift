import Basics
import Secrets
import Testing

struct PasswordHashTests {
    private let hasher = PasswordHasher(cost: .forTests)

    @Test func `a password is known by its hash and no other is`() async throws {
        let hash = try await hasher.hash(Secret("correct horse battery"))

        #expect(try await hasher.verify(Secret("correct horse battery"), against: hash))
        #expect(try await !hasher.verify(Secret("correct horse batterY"), against: hash))
        #expect(try await !hasher.verify(Secret(""), against: hash))
    }

    @Test func `a hash survives being written down and tells its cost`() async throws {
        let hash = try await hasher.hash(Secret("correct horse battery"))

        let read = try #require(PasswordHash(stored: hash.text))

        #expect(read == hash)
        #expect(hash.text.hasPrefix("$scrypt$ln=4,r=8,p=1$"))
        #expect("\(hash)" == "password hash")
        #expect(try await hasher.verify(Secret("correct horse battery"), against: read))
    }

    /// The third vector of RFC 7914, section 12, cut to 32 bytes: scrypt's output is a prefix of the longer one's.
    @Test func `the hash is scrypt's own`() async throws {
        let stored = "$scrypt$ln=14,r=8,p=1$U29kaXVtQ2hsb3JpZGU$cCO9yzr9c0hGHAbNgf046/2o+7qQT44+qbVD9lRdofI"
        let hash = try #require(PasswordHash(stored: stored))

        #expect(hash.text == stored)
        #expect(try await hasher.verify(Secret("pleaseletmein"), against: hash))
    }

    @Test func `the same password has another hash each time`() async throws {
        let first = try await hasher.hash(Secret("correct horse battery"))
        let second = try await hasher.hash(Secret("correct horse battery"))

        #expect(first != second)
    }

    @Test func `a password typed in another Unicode form is the same`() async throws {
        let hash = try await hasher.hash(Secret("cora\u{E7}\u{E3}o \u{FB01}rme 123"))

        #expect(try await hasher.verify(Secret("corac\u{327}a\u{303}o firme 123"), against: hash))
    }

    @Test func `no hash takes the time of one and says no`() async throws {
        let before = hasher.derivations

        let answer = try await hasher.verify(Secret("whatever it is"), against: nil)

        #expect(!answer)
        #expect(hasher.derivations == before + 1)
    }

    @Test func `a hash of another cost is outdated and still good`() async throws {
        let hash = try await hasher.hash(Secret("correct horse battery"))
        let stronger = PasswordHasher(cost: try #require(PasswordCost(logRounds: 5, blockSize: 8, parallelism: 1)))

        #expect(!hasher.isOutdated(hash))
        #expect(stronger.isOutdated(hash))
        #expect(try await stronger.verify(Secret("correct horse battery"), against: hash))
    }

    @Test(arguments: [
        "", "$scrypt$", "$scrypt$ln=4,r=8$AAAAAAAAAAAAAAAAAAAAAA$AAAA", "$argon2id$ln=4,r=8,p=1$AAAAAAAAAAA$AAAA",
        "$scrypt$ln=40,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=4,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAA",
        "$scrypt$ln=4,r=8,p=1,x=2$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    ])
    func `a damaged hash is none`(text: String) {
        #expect(PasswordHash(stored: text) == nil)
    }

    @Test func `who finds the line full is told to come again`() async throws {
        let slow = try #require(PasswordCost(logRounds: 15, blockSize: 8, parallelism: 1))
        let narrow = PasswordHasher(cost: slow, width: 1, waitingMax: 1)

        let outcomes = await withTaskGroup { group in
            for _ in 0..<6 {
                group.addTask {
                    do {
                        _ = try await narrow.hash(Secret("correct horse battery"))
                        return "done"
                    } catch { return (error as? SecretsError)?.code ?? "?" }
                }
            }
            return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }

        #expect(outcomes["done", default: 0] + outcomes["secrets.busy", default: 0] == 6)
        #expect(outcomes["done", default: 0] >= 2)
        #expect(outcomes["secrets.busy", default: 0] >= 1)
    }
}
