import AccessControl
import ArgumentParser
import Basics

/// `ponte key inspect`.
struct KeyInspectCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "inspect",
            Phrase(
                pt: "Diz se um texto é uma chave do Ponte, e qual, sem perguntar a ninguém.",
                es: "Dice si un texto es una clave de Ponte, y cuál, sin preguntar a nadie.",
                en: "Tell whether a text is an app key of Ponte's, and which, without asking anybody."),
            details: Phrase(
                pt: "Lê o texto de um arquivo ou da entrada padrão. Termina com 0 se é, 1 se não.",
                es: "Lee el texto de un archivo o de la entrada estándar. Termina con 0 si lo es, 1 si no.",
                en: "Reads the text from a file or standard input. Exits 0 if it is one, 1 if not."),
            examples: ["ponte key inspect --key-file found.txt"])
    }

    @Option(
        name: .customLong("key-file"),
        help: .said(
            pt: "Arquivo com a chave; - é a entrada padrão.", es: "Archivo con la clave; - es la entrada estándar.",
            en: "File with the key; - is standard input.", value: "file"))
    var keyFile = "-"

    @OptionGroup var answer: AnswerOptions
    @OptionGroup var common: LanguageOptions

    private static let sizeMax = 4096

    func run() async throws {
        let screen = Surroundings.current.screen
        let text = String(decoding: try SmallFile.read(keyFile, sizeMax: Self.sizeMax), as: UTF8.self)
        let word = text.split(whereSeparator: \.isWhitespace)
        let token = word.count == 1 ? AppKeyToken(parsing: Secret(String(word[0]))) : nil
        if answer.json {
            var writer = JSONWriter()
            writer.object { writer in
                writer.member("isKey", token != nil)
                writer.member("id", token?.keyID.text)
            }
            try screen.emit(writer.bytes + [UInt8(ascii: "\n")])
        } else if let token {
            try AccessNote.done(
                Phrase(
                    pt: "É a chave \(token.keyID) de um Ponte.", es: "Es la clave \(token.keyID) de un Ponte.",
                    en: "This is the key \(token.keyID) of a Ponte."))
        } else {
            try screen.say(
                screen.output.paint.bad("✗") + " "
                    + Phrase(
                        pt: "Não é uma chave do Ponte, ou está incompleta.",
                        es: "No es una clave de Ponte, o está incompleta.",
                        en: "This is no key of Ponte's, or it is not whole."
                    ).spoken)
        }
        if token == nil { throw Ending.answeredNo.exitCode }
    }
}
