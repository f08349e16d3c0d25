import Basics
import ConnectorKit

/// A key's matrix as a list: what is there, what is missing with the box to tick, what is too much. Partial `matrix`.
struct CheckSummary: Sendable {
    struct Step: Sendable { let name: String }
    struct Tick: Sendable {
        let word: String
        let path: [Step]
        let key: String
    }
    struct Line: Sendable {
        let verdict: String
        let icon: String
        let title: String
        let word: String
        let ticks: [Tick]
    }

    let verdict: NoticeContent
    let when: String
    let whenISO: String
    let lines: [Line]
    let recipe: String

    init(_ matrix: KeyMatrix, at instant: Instant, for reader: Reader) {
        when = reader.ago(instant)
        whenISO = instant.iso8601
        recipe = reader.say(matrix.recipe.title)
        verdict = NoticeContent(Self.notice(matrix, reader), for: reader)
        guard case .accepted = matrix.standing else {
            lines = []
            return
        }
        let shown = matrix.missing + matrix.lines.filter { $0.isNeeded && $0.verdict != .missing } + matrix.excess
        lines = shown.map { Self.line($0, reader) }
    }

    private static func notice(_ matrix: KeyMatrix, _ reader: Reader) -> Notice {
        if case .refused(let reason, let remedy) = matrix.standing {
            return Notice(.bad, reader.say(reason), remedy: reader.say(remedy))
        }
        if !matrix.missing.isEmpty {
            return Notice(.bad, reader.say(Words.lacking(matrix.missing.count)), remedy: reader.say(Words.tickThem))
        }
        if !matrix.excess.isEmpty {
            return Notice(.warn, reader.say(Words.excess), remedy: reader.say(Words.untick))
        }
        return Notice(.good, reader.say(Words.sufficient))
    }

    private static func line(_ line: KeyMatrix.Line, _ reader: Reader) -> Line {
        let (verdict, icon, word): (String, String, Phrase) =
            switch (line.verdict, line.isNeeded) {
            case (.granted, true): ("granted", "check", Words.granted)
            case (.granted, false): ("excess", "warn", Words.tooMuch)
            case (.missing, _): ("missing", "bad", Words.missing)
            case (.unknown, _): ("unknown", "question", Words.unknown)
            }
        let ticks = line.verdict == .missing ? line.ticks : []
        return Line(
            verdict: verdict, icon: icon, title: reader.say(line.title), word: reader.say(word),
            ticks: ticks.enumerated().map { position, resource in
                Tick(
                    word: reader.say(position == 0 ? Words.tick : Words.orTick),
                    path: [resource.product, resource.category, resource.resource].map { Step(name: reader.say($0)) },
                    key: resource.key)
            })
    }

    private enum Words {
        static let granted = Phrase(pt: "concedido", es: "concedido", en: "granted")
        static let tooMuch = Phrase(pt: "além do necessário", es: "más de lo necesario", en: "more than needed")
        static let missing = Phrase(pt: "falta", es: "falta", en: "missing")
        static let unknown = Phrase(pt: "só se sabe ao usar", es: "solo se sabe al usarlo", en: "known when first used")
        static let tick = Phrase(pt: "Marque:", es: "Marque:", en: "Tick:")
        static let orTick = Phrase(pt: "ou marque:", es: "o marque:", en: "or tick:")
        static let sufficient = Phrase(
            pt: "A chave faz tudo o que é preciso.", es: "La clave hace todo lo que se necesita.",
            en: "The key does all that is needed.")
        static let excess = Phrase(
            pt: "A chave faz tudo o que é preciso, e pode mais do que isso.",
            es: "La clave hace todo lo que se necesita, y puede más que eso.",
            en: "The key does all that is needed, and can do more than that.")
        static let untick = Phrase(
            pt: "Desmarque no perfil de acesso o que nenhum outro sistema usa.",
            es: "Desmarque en el perfil de acceso lo que ningún otro sistema use.",
            en: "Untick in its role what no other system uses.")
        static let tickThem = Phrase(
            pt: "Marque o indicado no perfil de acesso da chave e verifique de novo.",
            es: "Marque lo indicado en el perfil de acceso de la clave y verifique otra vez.",
            en: "Tick what is shown in the key's role and check again.")

        static func lacking(_ count: Int) -> Phrase {
            count == 1
                ? Phrase(
                    pt: "Falta 1 direito à chave.", es: "A la clave le falta un permiso.", en: "The key lacks 1 right.")
                : Phrase(
                    pt: "Faltam \(count) direitos à chave.", es: "A la clave le faltan \(count) permisos.",
                    en: "The key lacks \(count) rights.")
        }
    }
}
