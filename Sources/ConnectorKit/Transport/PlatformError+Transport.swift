import AsyncHTTPClient
import Basics
import NIOCore
import NIOHTTP1
import NIOHTTPCompression

/// What can go wrong between us and a host. The texts name the host and nothing of the request: paths hold ids, headers
/// hold keys.
extension PlatformError {
    static func transport(_ error: any Error, host: String, limit: Int) -> PlatformError {
        if let error = error as? NIOHTTPDecompression.DecompressionError, error == .limit {
            return .tooLarge(host: host, limit: limit, status: nil)
        }
        if let error = error as? HTTPClientError {
            switch error {
            case .connectTimeout, .readTimeout, .writeTimeout, .deadlineExceeded, .getConnectionFromPoolTimeout,
                .tlsHandshakeTimeout:
                return .timedOut(host: host)
            case .remoteConnectionClosed, .uncleanShutdown, .bodyLengthMismatch: return .cutOff(host: host)
            default: return .unreachable(host: host, because: nil)
            }
        }
        // The end of the stream in the middle of an answer.
        if let error = error as? HTTPParserError, error == .invalidEOFState { return .cutOff(host: host) }
        if let error = error as? ChannelError, case .connectTimeout = error { return .timedOut(host: host) }
        return .unreachable(host: host, because: ConnectionTrouble.words(for: error))
    }

    static func tooLarge(host: String, limit: Int, status: Int?) -> PlatformError {
        let megabytes = limit / (1024 * 1024)
        let size = megabytes > 0 ? "\(megabytes) MB" : "\(limit) bytes"
        return PlatformError(
            kind: .tooLarge, status: status,
            explanation: Phrase(
                pt: "A resposta de \(host) passa do limite de \(size) e não foi lida.",
                es: "La respuesta de \(host) supera el límite de \(size) y no se leyó.",
                en: "The answer of \(host) is larger than the limit of \(size) and was not read."),
            remedy: Phrase(
                pt: "Confira se o endereço é mesmo o da plataforma. Se for, avise o suporte dela.",
                es: "Compruebe que la dirección sea la de la plataforma. Si lo es, avise a su soporte.",
                en: "Check that the address is the platform's. If it is, tell the platform's support."))
    }

    static func timedOut(host: String) -> PlatformError {
        PlatformError(
            kind: .timedOut,
            explanation: Phrase(
                pt: "\(host) demorou demais para responder.", es: "\(host) tardó demasiado en responder.",
                en: "\(host) took too long to answer."),
            remedy: Phrase(
                pt: "Tente de novo em alguns minutos; se continuar, verifique a rede desta máquina.",
                es: "Intente de nuevo en unos minutos; si continúa, revise la red de esta máquina.",
                en: "Try again in a few minutes; if it goes on, check this machine's network."))
    }

    static func cutOff(host: String) -> PlatformError {
        PlatformError(
            kind: .unreachable,
            explanation: Phrase(
                pt: "\(host) cortou a conexão antes do fim da resposta.",
                es: "\(host) cortó la conexión antes del final de la respuesta.",
                en: "\(host) cut the connection before the end of its answer."),
            remedy: Phrase(
                pt: "Tente de novo em alguns minutos.", es: "Intente de nuevo en unos minutos.",
                en: "Try again in a few minutes."))
    }

    /// - Parameter reason: a clause; nil when nobody can tell.
    static func unreachable(host: String, because reason: Phrase?) -> PlatformError {
        let (pt, es, en) = (reason?.portuguese ?? "", reason?.spanish ?? "", reason?.english ?? "")
        let colon = reason == nil ? "" : ": "
        return PlatformError(
            kind: .unreachable,
            explanation: Phrase(
                pt: "Não foi possível conectar a \(host)\(colon)\(pt).",
                es: "No fue posible conectarse a \(host)\(colon)\(es).",
                en: "Could not connect to \(host)\(colon)\(en)."),
            remedy: Phrase(
                pt: "Confira o endereço, a rede desta máquina e se o servidor está no ar.",
                es: "Revise la dirección, la red de esta máquina y si el servidor está en línea.",
                en: "Check the address, this machine's network and whether the server is up."))
    }

    static func redirectLoop(host: String) -> PlatformError {
        PlatformError(
            kind: .refused,
            explanation: Phrase(
                pt: "\(host) redireciona sem parar.", es: "\(host) redirige sin parar.",
                en: "\(host) keeps redirecting."),
            remedy: Phrase(
                pt: "Confira o endereço.", es: "Revise la dirección.", en: "Check the address."))
    }

    static func addressUnreadable() -> PlatformError {
        PlatformError(
            kind: .refused,
            explanation: Phrase(
                pt: "O endereço da loja não é um endereço web.",
                es: "La dirección de la tienda no es una dirección web.",
                en: "The store's address is not a web address."),
            remedy: Phrase(
                pt: "Use um endereço como https://loja.example.com.",
                es: "Use una dirección como https://tienda.example.com.",
                en: "Use an address such as https://store.example.com."))
    }

    static func addressRefused(_ refusal: AddressPolicy.Refusal, host: String) -> PlatformError {
        switch refusal {
        case .plainHTTP:
            PlatformError(
                kind: .refused,
                explanation: Phrase(
                    pt: "O endereço de \(host) começa com http:// e a chave viajaria aberta pela rede.",
                    es: "La dirección de \(host) empieza con http:// y la clave viajaría abierta por la red.",
                    en: "The address of \(host) starts with http://, so the key would travel in clear."),
                remedy: Phrase(same: "https://…"))
        case .loopback:
            PlatformError(
                kind: .refused, explanation: inside(host),
                remedy: Phrase(
                    pt: "Use o endereço público da plataforma; para um sandbox aqui, PONTE_LOCAL_STORES=allow.",
                    es: "Use la dirección pública de la plataforma; para un sandbox aquí, PONTE_LOCAL_STORES=allow.",
                    en: "Use the platform's public address; for a sandbox here, PONTE_LOCAL_STORES=allow."))
        case .privateNetwork, .oddHost:
            PlatformError(
                kind: .refused, explanation: inside(host),
                remedy: Phrase(
                    pt: "Use o endereço público da plataforma. Um sandbox roda em 127.0.0.1.",
                    es: "Use la dirección pública de la plataforma. Un sandbox corre en 127.0.0.1.",
                    en: "Use the platform's public address. A sandbox runs on 127.0.0.1."))
        }
    }

    private static func inside(_ host: String) -> Phrase {
        Phrase(
            pt: "\(host) fica dentro da rede desta máquina, e o Ponte não faz pedidos para lá.",
            es: "\(host) está dentro de la red de esta máquina, y Ponte no hace solicitudes allí.",
            en: "\(host) lies inside this machine's network, and Ponte sends no requests there.")
    }
}
