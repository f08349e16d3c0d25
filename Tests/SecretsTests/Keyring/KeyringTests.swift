import Basics
import Secrets
import Testing

struct KeyringTests {
    @Test func `a wrapped data key opens under the keyring that wrapped it`() throws {
        let keyring = Keyring.ephemeral()
        let key = DataKey.generate()

        let opened = try keyring.unwrap(try keyring.wrap(key, for: "org_a"), for: "org_a")

        let sealed = try Envelope(organization: "org_a", key: key).seal(Secret("planted"), owner: "o", field: "f")
        let secret = try Envelope(organization: "org_a", key: opened).open(sealed, owner: "o", field: "f")
        #expect(secret == Secret("planted"))
    }

    @Test func `a data key wrapped for one organization does not open for another`() throws {
        let keyring = Keyring.ephemeral()
        let wrapped = try keyring.wrap(.generate(), for: "org_a")

        #expect(throws: SecretsError(.sealedValueDamaged(owner: "org_b", field: "data key"))) {
            try keyring.unwrap(wrapped, for: "org_b")
        }
    }

    @Test func `another master key is told apart as the wrong one`() throws {
        let sealing = Keyring.ephemeral()
        let other = Keyring.ephemeral()
        let wrapped = try sealing.wrap(.generate(), for: "org_a")

        let error = #expect(throws: SecretsError.self) { try other.unwrap(wrapped, for: "org_a") }

        #expect(error?.code == "secrets.master_key_wrong")
        #expect(error?.problem == .masterKeyWrong(needed: sealing.sealingKeyID, held: [other.sealingKeyID]))
    }

    @Test(arguments: [
        "", "# nothing but a remark", "ponte-master-key/1", "ponte-master-key/1 0123456789abcdef AAAA",
        "ponte-master-key/2 0123456789abcdef AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "ponte-master-key/1 0123456789abcdef AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
    ])
    func `a text without a whole key is refused`(text: String) {
        #expect(throws: SecretsError(.masterKeyUnreadable(source: "PONTE_MASTER_KEY", line: 1))) {
            try Keyring(parsing: Secret(text), source: "PONTE_MASTER_KEY")
        }
    }

    @Test func `neither keys nor secrets show in descriptions`() throws {
        let keyring = Keyring.ephemeral()
        let key = DataKey.generate()
        var dumped = ""

        dump(keyring, to: &dumped)
        dump(key, to: &dumped)

        #expect("\(keyring)" == "keyring of \(keyring.sealingKeyID)")
        #expect("\(key)" == "data key")
        #expect(dumped == "- keyring of \(keyring.sealingKeyID)\n- data key\n")
    }
}
