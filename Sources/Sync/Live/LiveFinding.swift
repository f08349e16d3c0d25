import Basics

/// Something about how a connection hears of changes that people should know.
package struct LiveFinding: Hashable, Sendable {
    package enum Code: String, Hashable, Sendable, CaseIterable {
        case feedRecreated = "live.feed_recreated"
        case hookRecreated = "live.hook_recreated"
        case keyShared = "live.key_shared"
        case feedLagging = "live.feed_lagging"
        case hookSilent = "live.hook_silent"
        case hookUnreachable = "live.hook_unreachable"
        case rightMissing = "live.right_missing"
        case unknownStates = "live.unknown_states"

        /// Whether it tells of something that was put right: it is told for a day, not for as long as it holds.
        var isNews: Bool { self == .feedRecreated || self == .hookRecreated }
    }

    package let code: Code
    package let explanation: Phrase
    package let remedy: Phrase?

    package init(_ code: Code, _ explanation: Phrase, remedy: Phrase? = nil) {
        self.code = code
        self.explanation = explanation
        self.remedy = remedy
    }
}

extension LiveFinding {
    static let feedRecreated = LiveFinding(
        .feedRecreated,
        Phrase(
            pt: "A fila de eventos tinha sumido na plataforma e o Ponte a criou de novo.",
            es: "La cola de eventos había desaparecido en la plataforma y Ponte la creó de nuevo.",
            en: "The queue of events had vanished at the platform, and Ponte made it again."),
        remedy: Phrase(
            pt: "Nada a fazer: a varredura cobre o intervalo. Filas paradas por dias são apagadas pela plataforma.",
            es: "Nada que hacer: el barrido cubre el intervalo. La plataforma borra colas que pasan días sin eventos.",
            en: "Nothing to do: the sweep covers the gap. Platforms erase queues that stand idle for days."))

    static let hookRecreated = LiveFinding(
        .hookRecreated,
        Phrase(
            pt: "O aviso por hook tinha sumido na plataforma e o Ponte o registrou de novo.",
            es: "El aviso por hook había desaparecido en la plataforma y Ponte lo registró de nuevo.",
            en: "The hook had vanished at the platform, and Ponte registered it again."),
        remedy: Phrase(
            pt: "Nada a fazer: a varredura cobre o intervalo.", es: "Nada que hacer: el barrido cubre el intervalo.",
            en: "Nothing to do: the sweep covers the gap."))

    static let keyShared = LiveFinding(
        .keyShared,
        Phrase(
            pt: "A chave é usada também por outro sistema: a configuração de eventos na plataforma não é a do Ponte.",
            es: "Otro sistema usa la misma clave: la configuración de eventos en la plataforma no es la de Ponte.",
            en: "Another system uses the same key: the set-up for events at the platform is not Ponte's."),
        remedy: Phrase(
            pt: "Faça uma chave só para o Ponte. Ou ligue de novo e confirme que o Ponte pode ocupar o lugar do outro.",
            es:
                "Haga una clave solo para Ponte. O active de nuevo y confirme que Ponte puede ocupar el lugar del otro.",
            en: "Make a key for Ponte alone. Or turn it on again and confirm that Ponte may take the other's place."))

    static func feedLagging(minutes: Int, quantity: Int) -> LiveFinding {
        LiveFinding(
            .feedLagging,
            Phrase(
                pt: "A fila de eventos está atrasada: \(quantity) eventos, o mais antigo há \(minutes) min.",
                es: "La cola de eventos está atrasada: \(quantity) eventos, el más antiguo hace \(minutes) min.",
                en: "The queue of events lags: \(quantity) events, the oldest \(minutes) min old."),
            remedy: Phrase(
                pt:
                    "Costuma passar sozinho. Se durar, veja se a plataforma limita a conta ou se outro lê a mesma fila.",
                es: "Suele pasar solo. Si dura, vea si la plataforma limita la cuenta o si otro lee la misma cola.",
                en:
                    "It usually passes. If it lasts, see whether the platform throttles the account, or somebody else reads the queue."
            ))
    }

    static func hookSilent(hours: Int) -> LiveFinding {
        LiveFinding(
            .hookSilent,
            Phrase(
                pt: "O hook está calado há \(hours) h, embora a varredura encontre mudanças.",
                es: "El hook lleva \(hours) h en silencio, aunque el barrido encuentra cambios.",
                en: "The hook has been silent for \(hours) h although the sweep finds changes."),
            remedy: Phrase(
                pt: "Veja se o endereço público ainda chega ao Ponte. Até lá ele lê a fila ou varre sozinho.",
                es: "Vea si la dirección pública aún llega a Ponte. Mientras, lee la cola o barre solo.",
                en:
                    "See whether the public address still reaches Ponte. Until then it reads the queue or sweeps by itself."
            ))
    }

    static func unknownStates(_ count: Int, last: String) -> LiveFinding {
        LiveFinding(
            .unknownStates,
            Phrase(
                pt: "\(count) eventos com um estado que o Ponte não conhece; o último: \(last).",
                es: "\(count) eventos con un estado que Ponte no conoce; el último: \(last).",
                en: "\(count) events with a state that Ponte does not know; the last: \(last)."),
            remedy: Phrase(
                pt: "Os pedidos são lidos do mesmo modo. Avise o suporte do Ponte.",
                es: "Los pedidos se leen de todos modos. Avise al soporte de Ponte.",
                en: "The orders are read all the same. Tell Ponte's support."))
    }

    /// The platform refused for what the error says.
    package static func refused(_ code: Code, _ refusal: LiveRefusal) -> LiveFinding {
        LiveFinding(code, refusal.explanation, remedy: refusal.remedy)
    }
}

/// A platform's refusal, as it is told.
package struct LiveRefusal: Hashable, Sendable {
    package let explanation: Phrase
    package let remedy: Phrase?

    package init(_ error: some ExplainedError) {
        explanation = error.explanation
        remedy = error.remedy
    }
}
