import Basics
import Commerce
import Hub
import Storage

/// What a backup tells of itself, to people and to programs.
enum BackupText {
    static func tell(_ report: Backup.Report, json: Bool) throws {
        let screen = Surroundings.current.screen
        if json {
            var writer = JSONWriter()
            writer.object { writer in
                writer.member("file", report.file)
                writer.member("masterKeyFile", report.masterKeyFile)
                report.manifest.write(to: &writer)
            }
            return try screen.emit(writer.bytes + [UInt8(ascii: "\n")])
        }
        let paint = screen.output.paint
        try screen.say(paint.good("✓") + " " + paint.strong(report.file))
        for line in lines(report.manifest) { try screen.say("  " + line) }
        screen.note(warning(report))
    }

    static func tellKey(_ ids: [String], at path: String, json: Bool) throws {
        let screen = Surroundings.current.screen
        if json {
            var writer = JSONWriter()
            writer.object { writer in
                writer.member("file", path)
                writer.array("masterKeys") { writer in
                    for id in ids { writer.element(id) }
                }
            }
            return try screen.emit(writer.bytes + [UInt8(ascii: "\n")])
        }
        let list = ids.joined(separator: ", ")
        try screen.say(
            screen.output.paint.good("✓") + " "
                + Phrase(
                    pt: "Chave-mestra \(list) copiada para \(path).", es: "Clave maestra \(list) copiada a \(path).",
                    en: "Master key \(list) copied to \(path)."
                ).spoken)
        screen.note(
            Phrase(
                pt: "Guarde-a longe das cópias do banco de dados: quem tem as duas lê as credenciais.",
                es: "Guárdela lejos de las copias de la base de datos: quien tiene las dos lee las credenciales.",
                en: "Keep it away from the database's backups: who has both reads the credentials."
            ).spoken)
    }

    /// What is in a backup, in two lines.
    static func lines(_ manifest: BackupManifest) -> [String] {
        let language = Surroundings.current.language
        let engine = manifest.engine == .sqlite ? "SQLite" : "PostgreSQL"
        let moment = DateText.moment(manifest.createdAt, in: language)
        let bytes = NumberText.grouped(Int(manifest.length), in: language)
        func count(_ table: String) -> String {
            NumberText.grouped(Int(manifest.rows[table] ?? 0), in: language)
        }
        let (clients, connections, orders) = (count("organizations"), count("connections"), count("orders"))
        let changes = count("changes")
        return [
            Phrase(
                pt: "clientes: \(clients) · conexões: \(connections) · pedidos: \(orders) · mudanças: \(changes)",
                es: "clientes: \(clients) · conexiones: \(connections) · pedidos: \(orders) · cambios: \(changes)",
                en: "clients: \(clients) · connections: \(connections) · orders: \(orders) · changes: \(changes)"
            ).spoken,
            Phrase(
                pt: "\(engine) em \(moment), esquema \(manifest.schema), \(bytes) bytes, SHA-256 \(manifest.sha256)",
                es: "\(engine) al \(moment), esquema \(manifest.schema), \(bytes) bytes, SHA-256 \(manifest.sha256)",
                en: "\(engine) as of \(moment), schema \(manifest.schema), \(bytes) bytes, SHA-256 \(manifest.sha256)"
            ).spoken,
        ]
    }

    private static func warning(_ report: Backup.Report) -> String {
        guard let key = report.masterKeyFile else {
            return Phrase(
                pt: "A chave-mestra não está nesta cópia. Ela vem de PONTE_MASTER_KEY: guarde-a em outro lugar.",
                es: "La clave maestra no está en esta copia. Viene de PONTE_MASTER_KEY: guárdela en otro lugar.",
                en: "The master key is not in this backup. It comes from PONTE_MASTER_KEY: keep it in another place."
            ).spoken
        }
        return Phrase(
            pt:
                "A chave-mestra não está nesta cópia. Ela está em \(key): copie-a para outro lugar com ponte backup "
                + "--master-key ARQUIVO. Sem ela as credenciais desta cópia não abrem.",
            es:
                "La clave maestra no está en esta copia. Está en \(key): cópiela a otro lugar con ponte backup "
                + "--master-key ARCHIVO. Sin ella las credenciales de esta copia no se abren.",
            en:
                "The master key is not in this backup. It is at \(key): copy it to another place with ponte backup "
                + "--master-key FILE. Without it the credentials in this backup do not open."
        ).spoken
    }
}
