import AccessControl
import ArgumentParser
import Basics
import Hub
import Operations
import Records

/// `ponte key activate`.
struct KeyActivateCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "activate",
            Phrase(pt: "Liga uma chave.", es: "Activa una clave.", en: "Switch an app key on."),
            examples: ["ponte key activate ERP --organization \(ExampleWords.store)"])
    }

    @OptionGroup var target: KeyOptions

    func run() async throws {
        try await target.withKey { hub, organization, key in
            try await hub.setState(.active, of: key.id, in: organization.scope, by: .commandLine)
            try AccessNote.done(Phrase(pt: "Chave ativa.", es: "Clave activa.", en: "Key active."))
        }
    }
}

/// `ponte key deactivate`.
struct KeyDeactivateCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "deactivate",
            Phrase(
                pt: "Desliga uma chave; em um segundo ela é recusada.",
                es: "Desactiva una clave; en un segundo se la rechaza.",
                en: "Switch an app key off; it is refused within a second."),
            examples: ["ponte key deactivate ERP --organization \(ExampleWords.store)"])
    }

    @OptionGroup var target: KeyOptions

    func run() async throws {
        try await target.withKey { hub, organization, key in
            try await hub.setState(.inactive, of: key.id, in: organization.scope, by: .commandLine)
            try AccessNote.done(Phrase(pt: "Chave inativa.", es: "Clave inactiva.", en: "Key inactive."))
        }
    }
}

/// `ponte key revoke`.
struct KeyRevokeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "revoke",
            Phrase(
                pt: "Apaga uma chave para sempre; em um segundo ela é recusada.",
                es: "Borra una clave para siempre; en un segundo se la rechaza.",
                en: "Remove an app key for good; it is refused within a second."),
            examples: ["ponte key revoke key_01k9zzzzzzzzzzzzzzzzzzzzzz"])
    }

    @OptionGroup var target: KeyOptions

    func run() async throws {
        try await target.withKey { hub, organization, key in
            try await hub.revokeKey(key.id, in: organization.scope, by: .commandLine)
            try AccessNote.done(Phrase(pt: "Chave revogada.", es: "Clave revocada.", en: "Key revoked."))
        }
    }
}
