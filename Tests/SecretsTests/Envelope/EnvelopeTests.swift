import Basics
import Secrets
import Testing

struct EnvelopeTests {
    private let key = DataKey.generate()

    @Test(arguments: ["", "planted-token", "ção · 東京", String(repeating: "x", count: 10_000)])
    func `a sealed secret opens in its place`(text: String) throws {
        let envelope = Envelope(organization: "org_a", key: key)

        let sealed = try envelope.seal(Secret(text), owner: "con_1", field: "token")

        #expect(try envelope.open(sealed, owner: "con_1", field: "token") == Secret(text))
        #expect(sealed.count == text.utf8.count + 29)
    }

    @Test(arguments: [("org_b", "con_1", "token"), ("org_a", "con_2", "token"), ("org_a", "con_1", "key")])
    func `a sealed secret does not open in another place`(organization: String, owner: String, field: String) throws {
        let sealed = try Envelope(organization: "org_a", key: key).seal(Secret("s"), owner: "con_1", field: "token")

        #expect(throws: SecretsError(.sealedValueDamaged(owner: owner, field: field))) {
            try Envelope(organization: organization, key: key).open(sealed, owner: owner, field: field)
        }
    }

    @Test func `parts of a place cannot be shifted into one another`() throws {
        let sealed = try Envelope(organization: "org_a", key: key).seal(Secret("s"), owner: "ab", field: "c")

        #expect(throws: SecretsError(.sealedValueDamaged(owner: "a", field: "bc"))) {
            try Envelope(organization: "org_a", key: key).open(sealed, owner: "a", field: "bc")
        }
    }

    @Test func `every altered byte shows`() throws {
        let envelope = Envelope(organization: "org_a", key: key)
        let sealed = try envelope.seal(Secret("planted"), owner: "con_1", field: "token")

        for index in sealed.indices {
            var altered = sealed
            altered[index] ^= 1
            #expect(throws: SecretsError(.sealedValueDamaged(owner: "con_1", field: "token"))) {
                try envelope.open(altered, owner: "con_1", field: "token")
            }
        }
    }

    @Test func `the same secret is sealed differently each time and has one fingerprint`() throws {
        let envelope = Envelope(organization: "org_a", key: key)

        let first = try envelope.seal(Secret("planted"), owner: "con_1", field: "token")
        let second = try envelope.seal(Secret("planted"), owner: "con_1", field: "token")

        #expect(first != second)
        #expect(envelope.fingerprint(of: Secret("planted")) == envelope.fingerprint(of: Secret("planted")))
        #expect(envelope.fingerprint(of: Secret("planted")) != envelope.fingerprint(of: Secret("other")))
        #expect(envelope.fingerprint(of: Secret("planted")).text.count == 15)
    }

    @Test func `a fingerprint depends on the organization's key`() {
        let other = Envelope(organization: "org_a", key: .generate())

        let here = Envelope(organization: "org_a", key: key).fingerprint(of: Secret("planted"))

        #expect(here != other.fingerprint(of: Secret("planted")))
    }
}
