import Basics

/// Answers that mean the same on every platform.
extension PlatformError {
    /// 429, with the wait that the platform asks for.
    package static func throttled(host: String, response: TransportResponse, now: Instant) -> PlatformError {
        PlatformError(
            kind: .throttled, status: response.status,
            retryAfter: response.headers["retry-after"].flatMap { RetryAfter.duration($0, now: now) },
            explanation: Phrase(
                pt: "\(host) recusou por excesso de pedidos (\(response.status)): o limite é da conta inteira.",
                es: "\(host) rechazó por exceso de solicitudes (\(response.status)): el límite es de toda la cuenta.",
                en: "\(host) refused because of too many requests (\(response.status)): the limit is the account's."),
            remedy: Phrase(
                pt: "O Ponte espera e continua sozinho. Se repetir, veja que outras integrações usam a conta.",
                es: "Ponte espera y continúa solo. Si se repite, vea qué otras integraciones usan la cuenta.",
                en: "Ponte waits and goes on by itself. If it repeats, see which other integrations use the account."))
    }

    /// 5xx and 408: whether the request took effect is not known.
    package static func failing(host: String, response: TransportResponse, now: Instant) -> PlatformError {
        PlatformError(
            kind: .failing, status: response.status,
            retryAfter: response.headers["retry-after"].flatMap { RetryAfter.duration($0, now: now) },
            explanation: Phrase(
                pt: "\(host) está com falhas (\(response.status)).", es: "\(host) está fallando (\(response.status)).",
                en: "\(host) is failing (\(response.status))."),
            remedy: Phrase(
                pt: "O Ponte tenta de novo sozinho. Se durar, veja a página de status da plataforma.",
                es: "Ponte lo intenta de nuevo solo. Si dura, vea la página de estado de la plataforma.",
                en: "Ponte tries again by itself. If it lasts, see the platform's status page."))
    }
}
