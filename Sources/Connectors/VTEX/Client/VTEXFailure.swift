import Basics
import ConnectorKit

/// Judges the status of an answer.
struct VTEXFailure {
    let client: VTEXClient
    /// What was asked, for the box to tick when it is refused.
    let right: VTEXRight

    /// Nil for an answer that can be read; 404 is left to the caller when it is no web page.
    func error(of response: TransportResponse) -> PlatformError? {
        let now = client.clock.now()
        switch response.status {
        case 200, 206: return response.isWebPage ? .wrongVTEXAccount(client, status: response.status) : nil
        case 401: return .vtexKeyRefused(client)
        case 403: return .vtexRightMissing(right)
        case 404: return response.isWebPage ? .vtexPageInstead(client) : nil
        case 429: return .throttled(host: client.hostName, response: response, now: now)
        case 408, 500...599: return .failing(host: client.hostName, response: response, now: now)
        case 300...399: return .wrongVTEXAccount(client, status: response.status)
        default: return .vtexRefused(client, status: response.status)
        }
    }
}

extension TransportResponse {
    /// Whether a page for people came instead of data: an unknown account, a maintenance page, a wall of the network.
    var isWebPage: Bool {
        if let type = headers["content-type"]?.lowercased() { return type.hasPrefix("text/html") }
        return body.first { $0 > 0x20 } == UInt8(ascii: "<")
    }
}

extension PlatformError {
    static func vtexKeyRefused(_ client: VTEXClient) -> PlatformError {
        PlatformError(
            kind: .unauthorised, status: 401, explanation: VTEXKeyRefusal.explanation(client.credential.account),
            remedy: VTEXKeyRefusal.remedy)
    }

    static func vtexRightMissing(_ right: VTEXRight) -> PlatformError {
        let ticks = right.ticks
        func path(_ language: Language) -> String {
            ticks.map { "\($0.product[language]) → \($0.category[language]) → \($0.resource[language])" }
                .joined(separator: language == .english ? " or " : language == .spanish ? " o " : " ou ")
        }
        return PlatformError(
            kind: .forbidden, status: 403,
            explanation: Phrase(
                pt: "A VTEX conhece a chave, mas ela não pode: \(right.title.portuguese).",
                es: "VTEX conoce la clave, pero no puede: \(right.title.spanish).",
                en: "VTEX knows the key, but it may not: \(right.title.english)."),
            remedy: ticks.isEmpty
                ? nil
                : Phrase(
                    pt:
                        "Em Configurações da conta → Perfis de acesso, marque no perfil da chave: \(path(.portuguese)). "
                        + "A mudança pode levar alguns minutos.",
                    es:
                        "En Configuración de la cuenta → Roles de usuario, marque en el rol de la clave: \(path(.spanish)). "
                        + "El cambio puede tardar unos minutos.",
                    en: "At Account settings → User roles, tick in the key's role: \(path(.english)). "
                        + "The change may take some minutes."))
    }

    static func wrongVTEXAccount(_ client: VTEXClient, status: Int) -> PlatformError {
        let account = client.credential.account
        return PlatformError(
            kind: .wrongAccount, status: status,
            explanation: Phrase(
                pt:
                    "\(client.hostName) responde, mas não como a conta VTEX \(account): não há API de pedidos ali (\(status)).",
                es:
                    "\(client.hostName) responde, pero no como la cuenta de VTEX \(account): no hay API de pedidos allí "
                    + "(\(status)).",
                en:
                    "\(client.hostName) answers, but not as the VTEX account \(account): no orders API is there (\(status))."
            ),
            remedy: Phrase(
                pt: "Confira o nome da conta: é a parte antes de .myvtex.com no endereço do admin.",
                es: "Revise el nombre de la cuenta: es la parte antes de .myvtex.com en la dirección del admin.",
                en: "Check the account name: it is the part before .myvtex.com in the admin's address."))
    }

    /// A long or odd filter is answered by the web server itself. Source: VTEX known issues.
    static func vtexPageInstead(_ client: VTEXClient) -> PlatformError {
        PlatformError(
            kind: .unreadable, status: 404,
            explanation: Phrase(
                pt: "\(client.hostName) respondeu 404 com uma página, e não com dados.",
                es: "\(client.hostName) respondió 404 con una página, y no con datos.",
                en: "\(client.hostName) answered 404 with a web page, not with data."),
            remedy: Phrase(
                pt: "Confira o nome da conta e o endereço.", es: "Revise el nombre de la cuenta y la dirección.",
                en: "Check the account name and the address."))
    }

    static func vtexRefused(_ client: VTEXClient, status: Int) -> PlatformError {
        PlatformError(
            kind: .refused, status: status,
            explanation: Phrase(
                pt: "\(client.hostName) recusou o pedido (\(status)).",
                es: "\(client.hostName) rechazó la solicitud (\(status)).",
                en: "\(client.hostName) refused the request (\(status))."))
    }

    /// Names what was read and the field; never a value, for it may be a person's.
    static func vtexUnreadable(_ subject: Phrase, _ error: JSONError) -> PlatformError {
        let place = error.path.isEmpty ? "" : " (\(error.path))"
        let problem: Phrase
        switch error.problem {
        case .malformed:
            problem = Phrase(pt: "não é JSON válido", es: "no es JSON válido", en: "is not valid JSON")
        case .badNumber:
            problem = Phrase(
                pt: "tem um número que não cabe em 64 bits ou está mal escrito",
                es: "tiene un número que no cabe en 64 bits o está mal escrito",
                en: "has a number that 64 bits do not hold, or that is badly written")
        case .missing:
            problem = Phrase(pt: "falta um campo", es: "falta un campo", en: "a field is missing")
        case .mismatched(let expected, let found):
            problem = Phrase(
                pt: "um campo tem outro tipo: esperado \(expected), veio \(found)",
                es: "un campo tiene otro tipo: se esperaba \(expected), vino \(found)",
                en: "a field has another type: expected \(expected), found \(found)")
        }
        return PlatformError(
            kind: .unreadable,
            explanation: Phrase(
                pt: "\(subject.portuguese): \(problem.portuguese)\(place).",
                es: "\(subject.spanish): \(problem.spanish)\(place).",
                en: "\(subject.english): \(problem.english)\(place)."),
            remedy: Phrase(
                pt: "O resto da loja continua. Se repetir, envie esta mensagem ao suporte do Ponte.",
                es: "El resto de la tienda continúa. Si se repite, envíe este mensaje al soporte de Ponte.",
                en: "The rest of the store goes on. If it repeats, send this message to Ponte's support."))
    }
}
