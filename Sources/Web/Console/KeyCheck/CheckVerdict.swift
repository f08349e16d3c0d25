import Basics
import ConnectorKit
import Operations
import Records

/// What a check comes to, in one notice with the way on.
enum CheckVerdict {
    static func notice(_ report: KeyCheckReport, isDraft: Bool, for reader: Reader) -> Notice {
        let matrix = report.matrix
        switch report.record.outcome {
        case .running where report.record.isStale(at: reader.now):
            return Notice(.warn, reader.say(Words.stale), remedy: reader.say(Words.staleRemedy))
        case .running:
            return Notice(.info, reader.say(Words.running), remedy: reader.say(Words.runningRemedy))
        case .refused, .failed:
            let trouble = report.record.trouble
            return Notice(
                .bad, trouble.map { reader.say($0.reason) } ?? reader.say(Words.stale),
                remedy: trouble?.remedy.map(reader.say) ?? reader.say(Words.staleRemedy))
        case .accepted: break
        }
        let open = matrix.lackingEssentials.filter { $0.verdict == .unknown }
        let refused = matrix.lackingEssentials.filter { $0.verdict == .missing }
        if !refused.isEmpty {
            return Notice(
                .bad, reader.say(Words.cannotBegin(names(refused, reader))), remedy: reader.say(Words.tickThem))
        }
        if !open.isEmpty {
            return Notice(.warn, reader.say(Words.leftOpen(names(open, reader))), remedy: reader.say(Words.askAgain))
        }
        if !matrix.missing.isEmpty {
            let names = names(matrix.missing, reader)
            return Notice(
                .warn, reader.say(Words.lacks(names)),
                remedy: reader.say(isDraft ? Words.canBeginWithout : Words.readsWithout))
        }
        if !matrix.excess.isEmpty {
            return Notice(.warn, reader.say(Words.excess), remedy: reader.say(Words.untick))
        }
        if !matrix.extras.isEmpty {
            return Notice(
                .good, reader.say(Words.sufficientForMore),
                remedy: reader.say(Words.extras(names(matrix.extras, reader))))
        }
        return Notice(.good, reader.say(Words.sufficient))
    }

    static func names(_ lines: [KeyMatrix.Line], _ reader: Reader) -> String {
        lines.map { reader.say($0.title) }.joined(separator: ", ")
    }

    enum Words {
        static let running = Phrase(
            pt: "Verificando a chave", es: "Verificando la clave", en: "Checking the key")
        static let runningRemedy = Phrase(
            pt: "O Ponte faz uma pergunta inofensiva por permissão. As respostas aparecem aqui.",
            es: "Ponte hace una pregunta inofensiva por permiso. Las respuestas aparecen aquí.",
            en: "Ponte asks one harmless question for each right. The answers show here.")
        static let stale = Phrase(
            pt: "A verificação parou antes de terminar.", es: "La verificación se detuvo antes de terminar.",
            en: "The check stopped before it was done.")
        static let staleRemedy = Phrase(
            pt: "Verifique de novo: nada do que você colou se perdeu.",
            es: "Verifique otra vez: no se perdió nada de lo que usted pegó.",
            en: "Check again: nothing of what you pasted is lost.")
        static let tickThem = Phrase(
            pt: "Marque o indicado abaixo no perfil de acesso da chave e verifique de novo.",
            es: "Marque lo indicado abajo en el perfil de acceso de la clave y verifique otra vez.",
            en: "Tick what is shown below in the key's role, and check again.")
        static let askAgain = Phrase(
            pt: "Verifique de novo em alguns minutos.", es: "Verifique otra vez en unos minutos.",
            en: "Check again in a few minutes.")
        static let canBeginWithout = Phrase(
            pt: "Dá para começar sem isso: o Ponte olha a lista de tempos em tempos. Marque quando puder.",
            es: "Se puede comenzar sin eso: Ponte mira la lista cada cierto tiempo. Márquelo cuando pueda.",
            en: "You can start without it: Ponte looks at the list now and then. Tick it when you can.")
        static let readsWithout = Phrase(
            pt: "A leitura segue sem isso: o Ponte olha a lista de tempos em tempos. Marque quando puder.",
            es: "La lectura sigue sin eso: Ponte mira la lista cada cierto tiempo. Márquelo cuando pueda.",
            en: "Reading goes on without it: Ponte looks at the list now and then. Tick it when you can.")
        static let excess = Phrase(
            pt: "A chave faz tudo o que é preciso, e pode mais do que isso.",
            es: "La clave hace todo lo que se necesita, y puede más que eso.",
            en: "The key does all that is needed, and can do more than that.")
        static let untick = Phrase(
            pt: "Desmarque no perfil de acesso o que nenhum outro sistema usa. Não é preciso para começar.",
            es: "Desmarque en el perfil de acceso lo que ningún otro sistema use. No hace falta para comenzar.",
            en: "Untick in its role what no other system uses. Starting does not depend on it.")
        static let sufficient = Phrase(
            pt: "A chave faz tudo o que é preciso; do que se pode perguntar, nada sobra.",
            es: "La clave hace todo lo que se necesita; de lo que se puede preguntar, nada sobra.",
            en: "The key does all that is needed; of what can be asked, nothing is too much.")

        static let sufficientForMore = Phrase(
            pt: "A chave faz tudo o que os pedidos pedem.", es: "La clave hace todo lo que los pedidos requieren.",
            en: "The key does all that orders need.")

        static func extras(_ names: String) -> Phrase {
            Phrase(
                pt: "O Ponte também usa o que ela pode além disso: \(names).",
                es: "Ponte también usa lo que ella puede además: \(names).",
                en: "Ponte also makes use of what else it may do: \(names).")
        }

        static func cannotBegin(_ names: String) -> Phrase {
            Phrase(
                pt: "A chave vale, mas ainda não pode: \(names).", es: "La clave vale, pero aún no puede: \(names).",
                en: "The key is good, but cannot yet: \(names).")
        }

        static func leftOpen(_ names: String) -> Phrase {
            Phrase(
                pt: "A plataforma não respondeu sobre: \(names).", es: "La plataforma no respondió sobre: \(names).",
                en: "The platform gave no answer about: \(names).")
        }

        static func lacks(_ names: String) -> Phrase {
            Phrase(
                pt: "A chave lê os pedidos, mas não pode: \(names).",
                es: "La clave lee los pedidos, pero no puede: \(names).",
                en: "The key reads orders, but cannot: \(names).")
        }
    }
}
