import ArgumentParser
import Basics

/// `ponte audit`: who changed what, in a chain that shows when it was touched.
struct AuditCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "audit",
            Phrase(
                pt: "Mostra e confere a trilha de auditoria.", es: "Muestra y verifica el registro de auditoría.",
                en: "Show and verify the audit chain."),
            examples: ["ponte audit verify --database sqlite:///srv/ponte/ponte.db"],
            subcommands: [AuditVerifyCommand.self, AuditListCommand.self, AuditAnchorCommand.self])
    }
}
