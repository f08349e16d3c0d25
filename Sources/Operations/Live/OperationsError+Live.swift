import Basics

/// Why hearing of changes could not be turned on.
extension OperationsError {
    static let liveKeyShared = OperationsError(
        code: "live.key_shared",
        explanation: Phrase(
            pt: "Outro sistema já recebe os eventos desta chave na plataforma. A chave tem um só lugar para isso.",
            es:
                "Otro sistema ya recibe los eventos de esta clave en la plataforma. La clave tiene un solo lugar para eso.",
            en: "Another system already gets the events of this key at the platform. A key has one place for that."),
        remedy: Phrase(
            pt:
                "Faça uma chave só para o Ponte. Ou confirme que ele pode ocupar o lugar: o outro sistema deixa de receber.",
            es:
                "Haga una clave solo para Ponte. O confirme que puede ocupar el lugar: el otro sistema deja de recibir.",
            en: "Make a key for Ponte alone. Or confirm that it may take the place: the other system gets nothing then."
        ))

    static let liveNeedsActive = OperationsError(
        code: "live.not_active",
        explanation: Phrase(
            pt: "A conexão não está ativa.", es: "La conexión no está activa.", en: "The connection is not active."),
        remedy: Phrase(
            pt: "Retome a conexão e ligue de novo.", es: "Reanude la conexión y active de nuevo.",
            en: "Resume the connection and turn it on again."))

    static let liveNotAsked = OperationsError(
        code: "live.not_asked",
        explanation: Phrase(
            pt: "A plataforma não respondeu como devia; nada foi mudado.",
            es: "La plataforma no respondió como debía; no se cambió nada.",
            en: "The platform did not answer as it should; nothing was changed."),
        remedy: Phrase(
            pt: "Tente de novo em alguns minutos.", es: "Intente de nuevo en unos minutos.",
            en: "Try again in some minutes."))

    static func liveNotOffered(platform: String) -> OperationsError {
        .notOffered(
            Phrase(pt: "avisos de mudanças", es: "avisos de cambios", en: "telling of changes"), platform: platform)
    }
}
