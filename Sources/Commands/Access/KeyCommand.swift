import AccessControl
import ArgumentParser
import Basics
import Hub
import Operations
import Records

/// `ponte key`: the app keys by which programs use Ponte.
struct KeyCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "key",
            Phrase(
                pt: "Mostra as chaves do Ponte e cuida delas.", es: "Muestra las claves de Ponte y las administra.",
                en: "Show Ponte's own app keys and look after them."),
            examples: ["ponte key list --database sqlite:///srv/ponte/ponte.db"],
            subcommands: [
                KeyCreateCommand.self, KeyListCommand.self, KeyActivateCommand.self, KeyDeactivateCommand.self,
                KeyRevokeCommand.self, KeyInspectCommand.self,
            ])
    }
}

/// Which key a command is about.
struct KeyOptions: ParsableArguments {
    @Argument(
        help: .said(
            pt: "Id da chave, ou seu nome; nunca a chave inteira.",
            es: "Id de la clave, o su nombre; nunca la clave entera.",
            en: "Id of the key, or its label; never the key itself.", value: "key"))
    var key: String

    @OptionGroup var organization: OrganizationOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var common: LanguageOptions

    /// Runs `body` with the one key that is meant.
    func withKey(_ body: @Sendable (Services, Organization, AppKey) async throws -> Void) async throws {
        try await database.withHub { hub in
            var matching: [(Organization, AppKey)] = []
            for one in try await ConnectionChoice.organizations(named: organization.organization, in: hub) {
                matching += try await hub.keys(in: one.scope).filter { $0.id.text == key || $0.label == key }.map {
                    (one, $0)
                }
            }
            guard let first = matching.first else { throw AccessError(.keyMissing) }
            guard matching.count == 1 else { throw CommandError.ambiguousKey(ids: matching.map(\.1.id.text)) }
            try await body(hub, first.0, first.1)
        }
    }
}
