import AccessControl
import ArgumentParser
import Basics
import Hub
import Operations
import Records

/// `ponte key create`.
struct KeyCreateCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "create",
            Phrase(
                pt: "Cria uma chave e a mostra, esta única vez.", es: "Crea una clave y la muestra, esta única vez.",
                en: "Make an app key and show it, this once."),
            details: Phrase(
                pt: "Permissões: \(permissions).", es: "Permisos: \(permissions).", en: "Permissions: \(permissions)."),
            examples: [
                "ponte key create --organization \(ExampleWords.store) --label ERP "
                    + "--permission orders.read --permission changes.read"
            ])
    }

    private static var permissions: String {
        Permission.allCases.filter(\.isForKeys).map(\.rawValue).joined(separator: ", ")
    }

    @Option(
        help: .said(
            pt: "Para que serve, como em ERP.", es: "Para qué sirve, como en ERP.", en: "What it is for, as in ERP.",
            value: "text"))
    var label: String?

    @Option(
        help: .said(
            pt: "O que a chave pode; repita para mais de uma.", es: "Lo que la clave puede; repita para más de uno.",
            en: "What the key may do; say it again for more.", value: "permission"))
    var permission: [String] = []

    @Option(
        name: .customLong("expires-in-days"),
        help: .said(
            pt: "Vence depois de tantos dias; sem ela, nunca.", es: "Vence después de tantos días; sin ella, nunca.",
            en: "Expires after so many days; without it, never.", value: "days"))
    var expiresInDays: Int?

    @OptionGroup var organization: OrganizationOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var answer: AnswerOptions
    @OptionGroup var common: LanguageOptions

    func validate() throws {
        if let expiresInDays, !(1...36_500).contains(expiresInDays) {
            throw ValidationError.wrongValue(
                "--expires-in-days",
                Phrase(pt: "de 1 a 36500", es: "de 1 a 36500", en: "1 to 36500"))
        }
    }

    func run() async throws {
        guard let label else { throw CommandError.missingOption("--label") }
        let permissions = try permission.map { text in
            guard let permission = Permission(rawValue: text) else { throw AccessError(.permissionUnknown) }
            return permission
        }
        let wanted = Services.WantedKey(
            label: label, permissions: PermissionSet(permissions),
            lifetime: expiresInDays.map { .seconds($0 * 86_400) })
        let screen = Surroundings.current.screen
        try await database.withHub { hub in
            let candidates = try await ConnectionChoice.organizations(named: organization.organization, in: hub)
            guard candidates.count == 1, let one = candidates.first else {
                throw CommandError.missingOption("--organization")
            }
            let (key, token) = try await hub.createKey(wanted, in: one.scope, by: .commandLine)
            let text = token.reveal { $0 }
            if answer.json { return try screen.emit(KeyText.json(key, organization: one.name, token: text)) }
            screen.note(
                Phrase(
                    pt: "Chave \(key.id) de \(one.name). Guarde-a agora: ela não será mostrada de novo.",
                    es: "Clave \(key.id) de \(one.name). Guárdela ahora: no se mostrará otra vez.",
                    en: "Key \(key.id) of \(one.name). Keep it now: it will not be shown again."
                ).spoken)
            try screen.say(text)
        }
    }
}
