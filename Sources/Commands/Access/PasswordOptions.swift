import ArgumentParser
import Basics

/// Where a member's password comes from. It has no flag: a file, the environment, else a person who types it unseen.
struct PasswordOptions: ParsableArguments {
    @Option(
        name: .customLong("password-file"),
        help: .said(
            pt: "Arquivo com a senha; - é a entrada padrão. Sem ele, PONTE_MEMBER_PASSWORD ou o teclado.",
            es: "Archivo con la contraseña; - es la entrada estándar. Sin él, PONTE_MEMBER_PASSWORD o el teclado.",
            en: "File with the password; - is standard input. Without it, PONTE_MEMBER_PASSWORD or the keyboard.",
            value: "file"))
    var passwordFile: String?

    private static let sizeMax = 4096

    /// - Throws: `CommandError` when there is none, or when what was typed twice differs.
    func read() throws -> Secret {
        if let passwordFile {
            let text = String(decoding: try SmallFile.read(passwordFile, sizeMax: Self.sizeMax), as: UTF8.self)
            // A file ends with a line end; blanks may be meant.
            return try Self.present(String(text.prefix { !$0.isNewline }))
        }
        if let text = Surroundings.current.environment["PONTE_MEMBER_PASSWORD"], !text.isEmpty { return Secret(text) }
        guard let terminal = HiddenPrompt() else { throw CommandError.passwordMissing }
        let first = try terminal.ask(Phrase(pt: "Senha: ", es: "Contraseña: ", en: "Password: ").spoken)
        let second = try terminal.ask(
            Phrase(pt: "De novo: ", es: "Otra vez: ", en: "Again: ").spoken)
        guard first == second else { throw CommandError.passwordsDiffer }
        return try first.reveal(Self.present)
    }

    private static func present(_ text: String) throws -> Secret {
        guard !text.isEmpty else { throw CommandError.passwordMissing }
        return Secret(text)
    }
}
