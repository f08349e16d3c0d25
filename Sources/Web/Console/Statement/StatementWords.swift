import Basics
import Sync

struct StatementWords: PageWords {
    let intro = Phrase(
        pt:
            "O Ponte compara, dia por dia no fuso da loja, o que a plataforma mostra com o que está guardado aqui, lê por "
            + "inteiro o que difere e corrige. Nada é apagado.",
        es:
            "Ponte compara, día por día en el huso de la tienda, lo que la plataforma muestra con lo guardado acá, lee "
            + "entero lo que difiere y lo corrige. No se borra nada.",
        en:
            "Ponte compares, day by day in the store's time zone, what the platform shows with what is stored here, reads "
            + "what differs in full and puts it right. Nothing is deleted.")
    let runNow = Phrase(pt: "Conferir agora", es: "Conciliar ahora", en: "Reconcile now")
    let show = Phrase(pt: "Mostrar", es: "Mostrar", en: "Show")
    let refresh = Phrase(pt: "Atualizar", es: "Actualizar", en: "Refresh")
    let last = Phrase(pt: "Última conferência", es: "Última conciliación", en: "Last reconciliation")
    let span = Phrase(pt: "Período", es: "Período", en: "Span")
    let comparedUntil = Phrase(pt: "Comparado até", es: "Comparado hasta", en: "Compared until")
    let lag = Phrase(
        pt: "os minutos mais novos ficam de fora: a lista da plataforma atrasa",
        es: "los minutos más nuevos quedan afuera: la lista de la plataforma se atrasa",
        en: "the newest minutes are left out: the platform's list lags")
    let sampled = Phrase(
        pt: "Lidos por inteiro, por amostra", es: "Leídos enteros, por muestra", en: "Sample read in full")
    let requests = Phrase(
        pt: "Perguntas à plataforma", es: "Preguntas a la plataforma", en: "Requests to the platform")
    let reach = Phrase(pt: "Além do alcance", es: "Más allá del alcance", en: "Beyond reach")
    let days = Phrase(pt: "Dia por dia", es: "Día por día", en: "Day by day")
    let day = Phrase(pt: "Dia", es: "Día", en: "Day")
    let there = Phrase(pt: "Lá", es: "Allá", en: "There")
    let here = Phrase(pt: "Aqui", es: "Acá", en: "Here")
    let result = Phrase(pt: "Resultado", es: "Resultado", en: "Result")
    let named = Phrase(pt: "Diferenças, uma a uma", es: "Diferencias, una por una", en: "Differences, one by one")
    let never = Phrase(pt: "Ainda não houve conferência", es: "Todavía no hubo conciliación", en: "Not reconciled yet")
    let neverText = Phrase(
        pt: "O Ponte confere sozinho toda noite, às 03:30 da loja. Você também pode pedir agora.",
        es: "Ponte concilia solo cada noche, a las 03:30 de la tienda. Usted también puede pedirlo ahora.",
        en: "Ponte reconciles by itself every night, at 03:30 by the store's clock. You can also ask for it now.")
    let untouched = Phrase(
        pt: "Nenhum dia deste período foi conferido", es: "Ningún día de este período se concilió",
        en: "No day of this span has been compared")
    let untouchedText = Phrase(
        pt: "Escolha outro período ou confira agora.", es: "Elija otro período o concilie ahora.",
        en: "Choose another span or reconcile now.")

    static let heading = Phrase(
        pt: "Extrato de conferência", es: "Extracto de conciliación", en: "Statement")
    static let from = Phrase(pt: "De", es: "Desde", en: "From")
    static let until = Phrase(pt: "Até", es: "Hasta", en: "To")
    static let equal = Phrase(pt: "Iguais", es: "Iguales", en: "The same")
    static let repaired = Phrase(pt: "Corrigido", es: "Corregido", en: "Put right")
    static let different = Phrase(pt: "Diferente", es: "Diferente", en: "Different")
    static let notCompared = Phrase(pt: "Não conferido", es: "No conciliado", en: "Not compared")
    static let beyond = Phrase(pt: "Além do alcance", es: "Más allá del alcance", en: "Beyond reach")
    static let nothing = Phrase(pt: "nada", es: "nada", en: "nothing")
    static let queued = Phrase(
        pt: "A conferência começa em instantes.", es: "La conciliación empieza en instantes.",
        en: "The reconciliation begins in a moment.")
    static let running = Phrase(
        pt: "Conferindo com a plataforma…", es: "Conciliando con la plataforma…", en: "Comparing with the platform…")
    static let failed = Phrase(
        pt: "A última conferência parou antes do fim.", es: "La última conciliación se detuvo antes del final.",
        en: "The last reconciliation stopped before its end.")
    static let agrees = Phrase(
        pt: "Tudo igual: o que a plataforma mostra está guardado aqui.",
        es: "Todo igual: lo que la plataforma muestra está guardado acá.",
        en: "All the same: what the platform shows is stored here.")
    static let allRepaired = Phrase(
        pt: "Havia diferenças, e todas foram corrigidas.", es: "Había diferencias, y todas se corrigieron.",
        en: "There were differences, and all were put right.")
    static let left = Phrase(
        pt: "Ficaram diferenças: veja abaixo quais e por quê.", es: "Quedaron diferencias: vea abajo cuáles y por qué.",
        en: "Differences are left: see below which, and why.")
    static let incomplete = Phrase(
        pt: "Alguns dias não puderam ser conferidos: a plataforma não respondeu como devia. O resto está igual.",
        es: "Algunos días no se pudieron conciliar: la plataforma no respondió como debía. El resto está igual.",
        en: "Some days could not be compared: the platform did not answer as it should. The rest is the same.")

    static func range(_ from: String, _ until: String) -> Phrase {
        Phrase(pt: "\(from) a \(until)", es: "\(from) a \(until)", en: "\(from) to \(until)")
    }

    static func progress(_ done: String, _ total: String) -> Phrase {
        Phrase(pt: "\(done) de \(total) dias", es: "\(done) de \(total) días", en: "\(done) of \(total) days")
    }

    static func units(_ count: String) -> Phrase {
        Phrase(pt: "\(count) un.", es: "\(count) u.", en: "\(count) units")
    }

    static func differences(_ count: String, _ repaired: String) -> Phrase {
        Phrase(
            pt: "Diferenças: \(count); corrigidas: \(repaired)", es: "Diferencias: \(count); corregidas: \(repaired)",
            en: "Differences: \(count); put right: \(repaired)")
    }

    static func ofThemBeyond(_ count: String) -> Phrase {
        Phrase(
            pt: "\(count) deles além do alcance da plataforma", es: "\(count) de ellos más allá del alcance",
            en: "\(count) of them beyond the platform's reach")
    }

    static func beyondReach(_ count: String, _ since: String) -> Phrase {
        Phrase(
            pt: "\(count) pedidos anteriores a \(since): a plataforma não os mostra mais, e não há como conferir.",
            es: "\(count) pedidos anteriores al \(since): la plataforma ya no los muestra, y no hay cómo conciliarlos.",
            en: "\(count) orders older than \(since): the platform shows them no more, and nothing can be compared.")
    }

    static func more(_ count: String) -> Phrase {
        Phrase(
            pt: "São mostradas as primeiras \(count); escolha um período menor para ver as outras.",
            es: "Se muestran las primeras \(count); elija un período menor para ver las demás.",
            en: "The first \(count) are shown; choose a smaller span to see the others.")
    }

    static func printed(_ when: String) -> Phrase {
        Phrase(pt: "Situação em \(when)", es: "Situación al \(when)", en: "As of \(when)")
    }

    /// The whole span in one sentence.
    static func sum(of lines: [StatementLine], for reader: Reader) -> String {
        let compared = lines.filter { $0.there != nil }
        let there = reader.number(compared.reduce(0) { $0 + ($1.there ?? 0) })
        let here = reader.number(compared.reduce(0) { $0 + $1.here })
        let equal = reader.number(lines.count { $0.verdict == .equal })
        let all = reader.number(lines.count)
        return reader.say(
            Phrase(
                pt: "\(there) pedidos lá, \(here) aqui; \(equal) de \(all) dias iguais",
                es: "\(there) pedidos allá, \(here) acá; \(equal) de \(all) días iguales",
                en: "\(there) orders there, \(here) here; \(equal) of \(all) days the same"))
    }
}
