import Basics
import ConnectorKit

/// A key's matrix as a person reads it: what is there, what is missing and the box to tick, what is too much.
package struct MatrixText {
    let matrix: KeyMatrix
    let language: Language
    let paint: Paint
    let width: Int

    /// - Parameter width: columns to fill at most.
    package init(matrix: KeyMatrix, language: Language, paint: Paint, width: Int) {
        self.matrix = matrix
        self.language = language
        self.paint = paint
        self.width = width
    }

    /// The whole answer, line by line.
    package var lines: [String] {
        var lines = [recipeLine, ""]
        if case .refused(let reason, let remedy) = matrix.standing {
            lines.append("  " + paint.bad("✗") + "  " + reason[language])
            lines += wrapped("→ " + remedy[language], indent: 5)
            return lines
        }
        lines += capabilityLines
        lines += names(Said.known, of: matrix.lines.filter { !$0.isNeeded && $0.verdict == .unknown })
        lines += names(Said.notThere, of: matrix.lines.filter { !$0.isNeeded && $0.verdict == .missing })
        lines += section(Said.unknowable, matrix.unknowable.map { tick($0) })
        lines += section(Said.notes, matrix.recipe.notes.map { $0[language] })
        return lines + [""] + verdict
    }

    private var recipeLine: String {
        Said.recipe[language] + " " + paint.strong(matrix.recipe.name) + " · " + matrix.recipe.title[language]
    }

    private var capabilityLines: [String] {
        let shown = matrix.lines.filter(\.isNeeded) + matrix.extras + matrix.excess
        let rows = shown.map { line in
            [
                Columns.Cell(mark(line.verdict), paint: colour(line.verdict)),
                Columns.Cell(line.title[language]),
                Columns.Cell(line.capability.name, paint: paint.quiet),
                Columns.Cell(word(line), paint: paint.quiet),
            ]
        }
        return zip(Columns.lines(rows), shown).flatMap { text, line in
            line.verdict == .missing && line.isNeeded ? [text] + ticks(line) : [text]
        }
    }

    /// What is neither needed nor there takes one line together: it is no news, and no fault.
    private func names(_ heading: Phrase, of lines: [KeyMatrix.Line]) -> [String] {
        guard !lines.isEmpty else { return [] }
        let titles = lines.map { $0.title[language] }.joined(separator: ", ")
        return [""] + wrapped(heading[language] + " " + titles + ".", indent: 2)
    }

    /// Any one of the boxes is enough; the narrowest comes first and the others are offered after it.
    private func ticks(_ line: KeyMatrix.Line) -> [String] {
        line.ticks.enumerated().flatMap { position, resource in
            wrapped(
                (position == 0 ? Said.tick : Said.orTick)[language] + " " + paint.strong(tick(resource)), indent: 5)
        }
    }

    private func tick(_ resource: PlatformResource) -> String {
        [resource.product, resource.category, resource.resource].map { $0[language] }.joined(separator: " → ")
            + " (\(resource.key))"
    }

    private func section(_ heading: Phrase, _ entries: [String]) -> [String] {
        guard !entries.isEmpty else { return [] }
        return ["", heading[language]] + entries.flatMap { wrapped("- " + $0, indent: 2) }
    }

    private var verdict: [String] {
        let excess = matrix.excess.map { $0.title[language] }.joined(separator: ", ")
        var lines: [String] = []
        if matrix.isSufficient {
            lines.append(paint.good("✓") + " " + Said.sufficient[language])
        } else {
            let count = matrix.missing.count
            lines.append(paint.bad("✗") + " " + Said.lacking(count)[language])
        }
        if !excess.isEmpty {
            lines += wrapped(paint.doubtful("!") + " " + Said.excess(excess)[language], indent: 0)
        }
        return lines
    }

    private func mark(_ verdict: KeyMatrix.Verdict) -> String {
        switch verdict {
        case .granted: "✓"
        case .missing: "✗"
        case .unknown: "?"
        }
    }

    private func colour(_ verdict: KeyMatrix.Verdict) -> @Sendable (String) -> String {
        switch verdict {
        case .granted: paint.good
        case .missing: paint.bad
        case .unknown: paint.doubtful
        }
    }

    private func word(_ line: KeyMatrix.Line) -> String {
        let phrase =
            switch (line.verdict, line.isNeeded) {
            case (.granted, true): Said.granted
            case (.granted, false) where matrix.recipe.extras.contains(line.capability): Said.extra
            case (.granted, false): Said.tooMuch
            case (.missing, _): Said.missing
            case (.unknown, _): Said.unknown
            }
        return phrase[language]
    }

    private func wrapped(_ text: String, indent: Int) -> [String] {
        TextWrap.lines(text, width: width, indent: indent)
    }
}

private enum Said {
    static let recipe = Phrase(pt: "Receita", es: "Receta", en: "Recipe")
    static let granted = Phrase(pt: "concedido", es: "concedido", en: "granted")
    static let extra = Phrase(pt: "também será lido", es: "también se leerá", en: "will be read too")
    static let tooMuch = Phrase(pt: "além do necessário", es: "más de lo necesario", en: "more than needed")
    static let missing = Phrase(pt: "falta", es: "falta", en: "missing")
    static let unknown = Phrase(pt: "só se sabe ao usar", es: "solo se sabe al usarlo", en: "known when first used")
    static let known = Phrase(
        pt: "Só se sabe ao usar, e esta receita não usa:", es: "Solo se sabe al usarlo, y esta receta no lo usa:",
        en: "Known when first used, and not used by this recipe:")
    static let notThere = Phrase(
        pt: "Sem acesso, e esta receita não precisa:", es: "Sin acceso, y esta receta no lo necesita:",
        en: "No access, and not needed by this recipe:")
    static let tick = Phrase(pt: "marque", es: "marque", en: "tick")
    static let orTick = Phrase(pt: "ou marque", es: "o marque", en: "or tick")
    static let unknowable = Phrase(
        pt: "O artigo pede e não há como verificar:", es: "El artículo lo pide y no hay cómo verificarlo:",
        en: "Asked for by the article, cannot be verified:")
    static let notes = Phrase(pt: "Sobre o artigo:", es: "Sobre el artículo:", en: "About the article:")
    static let sufficient = Phrase(
        pt: "A chave faz tudo o que esta receita precisa.", es: "La clave hace todo lo que esta receta necesita.",
        en: "The key does all that this recipe needs.")

    static func lacking(_ count: Int) -> Phrase {
        Phrase(
            pt: count == 1
                ? "Falta 1 direito. Marque o indicado no perfil de acesso da chave e verifique de novo."
                : "Faltam \(count) direitos. Marque os indicados no perfil de acesso da chave e verifique de novo.",
            es: count == 1
                ? "Falta 1 permiso. Marque el indicado en el perfil de acceso de la clave y verifique otra vez."
                : "Faltan \(count) permisos. Marque los indicados en el perfil de acceso de la clave y verifique otra vez.",
            en: count == 1
                ? "1 right is missing. Tick it in the key's role and check again."
                : "\(count) rights are missing. Tick them in the key's role and check again.")
    }

    static func excess(_ titles: String) -> Phrase {
        Phrase(
            pt: "A chave pode mais do que precisa: \(titles). Desmarque o que nenhum outro sistema usa.",
            es: "La clave puede más de lo que necesita: \(titles). Desmarque lo que ningún otro sistema use.",
            en: "The key can do more than it needs to: \(titles). Untick what no other system uses.")
    }
}
