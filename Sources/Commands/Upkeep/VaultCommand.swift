import ArgumentParser
import Basics
import Hub
import Operations

/// `ponte vault`: the keys under which credentials are sealed.
struct VaultCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "vault",
            Phrase(
                pt: "Cuida da chave-mestra das credenciais.", es: "Administra la clave maestra de las credenciales.",
                en: "Look after the master key of the credentials."),
            examples: ["ponte vault rotate --database sqlite:///srv/ponte/ponte.db"],
            subcommands: [VaultRotateCommand.self, VaultAbandonCommand.self])
    }
}

/// `ponte vault rotate`.
struct VaultRotateCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "rotate",
            Phrase(
                pt: "Troca a chave-mestra sem parar nada.", es: "Cambia la clave maestra sin detener nada.",
                en: "Change the master key without stopping anything."),
            details: Phrase(
                pt: "Guarde uma cópia nova do arquivo da chave: a antiga deixa de abrir o banco. Cópias de segurança "
                    + "antigas do banco continuam precisando da chave antiga.",
                es: "Guarde una copia nueva del archivo de la clave: la anterior deja de abrir la base. Las copias de "
                    + "seguridad anteriores de la base siguen necesitando la clave anterior.",
                en: "Keep a new copy of the key file: the old one opens the database no more. Older backups of the "
                    + "database still need the old key."),
            examples: ["ponte vault rotate --database sqlite:///srv/ponte/ponte.db"])
    }

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var common: LanguageOptions

    func run() async throws {
        let screen = Surroundings.current.screen
        let configuration = try database.configuration()
        try await database.withHub { hub in
            let rotation = try await hub.rotateMasterKey(configuration)
            let count = rotation.rewrapped
            try screen.say(
                screen.output.paint.good("✓") + " "
                    + Phrase(
                        pt:
                            "Chave-mestra \(rotation.newKeyID) em \(rotation.file); \(count) chaves de dados recifradas.",
                        es:
                            "Clave maestra \(rotation.newKeyID) en \(rotation.file); \(count) claves de datos recifradas.",
                        en: "Master key \(rotation.newKeyID) in \(rotation.file); \(count) data keys wrapped anew."
                    ).spoken)
        }
    }
}
