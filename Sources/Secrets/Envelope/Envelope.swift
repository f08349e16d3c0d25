import Basics
import Crypto

/// Seals secrets with an organization's data key, each for its own place: organization, owner and field are
/// authenticated with it, so that a sealed value copied to another row does not open there.
package struct Envelope: Sendable {
    private let organization: String
    private let key: DataKey

    package init(organization: String, key: DataKey) {
        self.organization = organization
        self.key = key
    }

    package func seal(_ secret: Secret, owner: String, field: String) throws -> [UInt8] {
        let context = context(owner, field)
        return try secret.reveal { try Sealing.seal(Array($0.utf8), with: key.material, for: context) }
    }

    /// - Throws: `SecretsError` with code `secrets.sealed_value_damaged`.
    package func open(_ sealed: [UInt8], owner: String, field: String) throws(SecretsError) -> Secret {
        guard let bytes = Sealing.open(sealed, with: key.material, for: context(owner, field)) else {
            throw SecretsError(.sealedValueDamaged(owner: owner, field: field))
        }
        return Secret(String(decoding: bytes, as: UTF8.self))
    }

    /// What may be written down of a secret to tell it from another one.
    package func fingerprint(of secret: Secret) -> Fingerprint {
        Fingerprint(of: secret, key: key.derived(for: "ponte-fingerprint/1"))
    }

    private func context(_ owner: String, _ field: String) -> [UInt8] {
        Sealing.context("ponte-secret/1", organization, owner, field)
    }
}
