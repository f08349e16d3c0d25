import Basics
import Commerce
import Hub
import Journal
import Operations
import Secrets
import Storage

/// What a restore tells, to people and to programs.
enum RestoreText {
    /// Of a backup that was only checked.
    static func tell(_ manifest: BackupManifest, json: Bool) throws {
        let screen = Surroundings.current.screen
        if json {
            var writer = JSONWriter()
            writer.object { manifest.write(to: &$0) }
            return try screen.emit(writer.bytes + [UInt8(ascii: "\n")])
        }
        try screen.say(
            screen.output.paint.good("✓") + " "
                + Phrase(pt: "A cópia está inteira.", es: "La copia está entera.", en: "The backup is whole.").spoken)
        for line in BackupText.lines(manifest) { try screen.say("  " + line) }
    }

    static func tell(_ report: Restoration.Report, json: Bool) throws {
        let surroundings = Surroundings.current
        let screen = surroundings.screen
        let paint = screen.output.paint
        if json { return try emit(report) }
        try screen.say(
            paint.good("✓") + " "
                + Phrase(
                    pt: "Restaurado em \(report.database).", es: "Restaurado en \(report.database).",
                    en: "Restored at \(report.database)."
                ).spoken)
        for line in BackupText.lines(report.manifest) { try screen.say("  " + line) }
        for (chain, verdict) in report.chains {
            if let flaw = verdict.flaw {
                try screen.say(paint.bad("✗") + " \(chain.name): " + flaw.explanation.spoken)
            }
        }
        if report.chains.allSatisfy(\.verdict.isWhole) {
            let count = NumberText.grouped(report.chains.count, in: surroundings.language)
            try screen.say(
                paint.good("✓") + " "
                    + Phrase(
                        pt: "Trilhas de auditoria inteiras: \(count).",
                        es: "Cadenas de auditoría enteras: \(count).", en: "Audit chains that are whole: \(count)."
                    ).spoken)
        }
        try tellKey(report)
        if report.pendingMigrations > 0 {
            let count = report.pendingMigrations
            try screen.say(
                "· "
                    + Phrase(
                        pt: "O esquema é mais antigo (faltam \(count) passos): será atualizado no próximo início.",
                        es: "El esquema es más antiguo (faltan \(count) pasos): se actualizará en el próximo inicio.",
                        en: "The schema is older (\(count) steps behind): the next start brings it up to date."
                    ).spoken)
        }
    }

    private static func tellKey(_ report: Restoration.Report) throws {
        let screen = Surroundings.current.screen
        let paint = screen.output.paint
        guard let trouble = report.keyTrouble else {
            guard !report.manifest.masterKeys.isEmpty else { return }
            return try screen.say(
                paint.good("✓") + " "
                    + Phrase(
                        pt: "A chave-mestra abre as credenciais.", es: "La clave maestra abre las credenciales.",
                        en: "The master key opens the credentials."
                    ).spoken)
        }
        let needed = report.manifest.masterKeys.joined(separator: ", ")
        try screen.say(paint.bad("✗") + " " + trouble.explanation.spoken)
        try screen.say(
            "  "
                + Phrase(
                    pt: "Falta a chave-mestra \(needed).", es: "Falta la clave maestra \(needed).",
                    en: "Wanted is the master key \(needed)."
                ).spoken)
        if let remedy = trouble.remedy { try screen.say("  → " + remedy.spoken) }
    }

    private static func emit(_ report: Restoration.Report) throws {
        let surroundings = Surroundings.current
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("database", report.database)
            writer.member("sound", report.isSound)
            writer.member("masterKeyTrouble", report.keyTrouble?.code)
            writer.member("pendingMigrations", report.pendingMigrations)
            writer.array("chains") { writer in
                for (chain, verdict) in report.chains {
                    writer.elementObject { writer in
                        writer.member("organizationId", chain.scope.organizationID.text)
                        writer.member("entries", verdict.entries)
                        writer.member("flaw", verdict.flaw?.explanation[surroundings.language])
                    }
                }
            }
            writer.object("backup") { report.manifest.write(to: &$0) }
        }
        try surroundings.screen.emit(writer.bytes + [UInt8(ascii: "\n")])
    }
}
