import Basics

/// ArgumentParser writes its headings and complaints in English; this puts them into the reader's language.
///
/// Its messages are not part of its interface: one that is not known here stays English, which a test would show.
enum UsageText {
    /// As many columns as a text is broken at.
    static func width(of screen: Screen) -> Int { min(100, screen.output.width) }

    static func translated(_ text: String, to language: Language) -> String {
        guard language != .english else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line(String($0), in: language) }.joined(separator: "\n")
    }

    private static func line(_ line: String, in language: Language) -> String {
        for (english, phrase) in headings where line.hasPrefix(english) {
            let rest = String(line.dropFirst(english.count))
            return phrase[language] + words.reduce(rest) { $0.replacing($1.0, with: $1.1[language]) }
        }
        for (pattern, phrase) in complaints {
            if let filled = pattern.fill(phrase[language], from: line) { return filled }
        }
        return words.reduce(line) { $0.replacing($1.0, with: $1.1[language]) }
    }

    private static let headings: [(String, Phrase)] = [
        ("OVERVIEW:", Phrase(pt: "O QUE FAZ:", es: "QUÉ HACE:", en: "OVERVIEW:")),
        ("USAGE:", Phrase(pt: "USO:", es: "USO:", en: "USAGE:")),
        ("Usage:", Phrase(pt: "Uso:", es: "Uso:", en: "Usage:")),
        ("ARGUMENTS:", Phrase(pt: "ARGUMENTOS:", es: "ARGUMENTOS:", en: "ARGUMENTS:")),
        ("OPTIONS:", Phrase(pt: "OPÇÕES:", es: "OPCIONES:", en: "OPTIONS:")),
        ("SUBCOMMANDS:", Phrase(pt: "COMANDOS:", es: "COMANDOS:", en: "SUBCOMMANDS:")),
        ("Help:", Phrase(pt: "Ajuda:", es: "Ayuda:", en: "Help:")),
    ]

    /// Within lines, wherever they stand.
    private static let words: [(String, Phrase)] = [
        ("<subcommand>", Phrase(pt: "<comando>", es: "<comando>", en: "<subcommand>")),
        ("(default:", Phrase(pt: "(padrão:", es: "(si no se dice:", en: "(default:")),
        ("; default:", Phrase(pt: "; padrão:", es: "; si no se dice:", en: "; default:")),
        ("(values:", Phrase(pt: "(um de:", es: "(uno de:", en: "(values:")),
    ]

    private static let complaints: [(Pattern, Phrase)] = [
        (
            Pattern("Error: Missing expected argument '*'"),
            Phrase(pt: "Erro: falta '*'", es: "Error: falta '*'", en: "")
        ),
        (
            Pattern("Error: Missing value for '*'"),
            Phrase(pt: "Erro: falta o valor de '*'", es: "Error: falta el valor de '*'", en: "")
        ),
        (
            Pattern("Error: Unknown option '*'. Did you mean '*'?"),
            Phrase(
                pt: "Erro: a opção '*' não existe. Seria '*'?", es: "Error: la opción '*' no existe. ¿Será '*'?", en: ""
            )
        ),
        (
            Pattern("Error: Unknown option '*'"),
            Phrase(pt: "Erro: a opção '*' não existe", es: "Error: la opción '*' no existe", en: "")
        ),
        (
            Pattern("Error: Unexpected argument '*'"),
            Phrase(pt: "Erro: '*' está sobrando", es: "Error: '*' está de más", en: "")
        ),
        (
            Pattern("Error: The value '*' is invalid for '*'*"),
            Phrase(pt: "Erro: o valor '*' não serve para '*'", es: "Error: el valor '*' no sirve para '*'", en: "")
        ),
        (
            Pattern("  See '*' for more information."),
            Phrase(pt: "  Veja '*' para saber mais.", es: "  Vea '*' para saber más.", en: "")
        ),
        (
            Pattern("*Show help information."),
            Phrase(pt: "*Mostra esta ajuda.", es: "*Muestra esta ayuda.", en: "")
        ),
        (
            Pattern("*Show the version."),
            Phrase(pt: "*Mostra a versão.", es: "*Muestra la versión.", en: "")
        ),
        (
            Pattern("*Show subcommand help information."),
            Phrase(pt: "*Mostra a ajuda de um comando.", es: "*Muestra la ayuda de un comando.", en: "")
        ),
        (
            Pattern("  See '*' for detailed help."),
            Phrase(pt: "  Veja '*' para a ajuda completa.", es: "  Vea '*' para la ayuda completa.", en: "")
        ),
        (Pattern("Error: *"), Phrase(pt: "Erro: *", es: "Error: *", en: "")),
    ]

    /// A text with `*` for "anything", and the same holes in its translation.
    private struct Pattern {
        let pieces: [Substring]

        init(_ text: String) { pieces = Substring(text).split(separator: "*", omittingEmptySubsequences: false) }

        func fill(_ translation: String, from line: String) -> String? {
            guard var rest = line.hasPrefix(pieces[0]) ? line.dropFirst(pieces[0].count) : nil else { return nil }
            var caught: [Substring] = []
            for piece in pieces.dropFirst() {
                if piece.isEmpty {
                    caught.append(rest)
                    rest = ""
                    continue
                }
                guard let range = rest.firstRange(of: piece) else { return nil }
                caught.append(rest[..<range.lowerBound])
                rest = rest[range.upperBound...]
            }
            guard rest.isEmpty else { return nil }
            var filled = ""
            var holes = caught[...]
            for (position, piece) in translation.split(separator: "*", omittingEmptySubsequences: false).enumerated() {
                if position > 0 { filled += holes.popFirst() ?? "" }
                filled += piece
            }
            return filled
        }
    }
}
