import Basics
import HTTPTypes

/// The kernel's own refusals.
extension Problem {
    package static let notFound = Problem(
        .notFound, "not_found",
        Phrase(pt: "Não há nada neste endereço.", es: "No hay nada en esta dirección.", en: "There is nothing here."))

    static func methodNotAllowed(_ allowed: String) -> Problem {
        Problem(
            .methodNotAllowed, "method_not_allowed",
            Phrase(
                pt: "Este endereço não aceita este método.", es: "Esta dirección no acepta este método.",
                en: "This address does not take this method."),
            detail: Phrase(pt: "Aceita: \(allowed).", es: "Acepta: \(allowed).", en: "It takes: \(allowed).")
        ).with(.allow, allowed)
    }

    static let bodyTooLarge = Problem(
        .contentTooLarge, "body.too_large",
        Phrase(
            pt: "O corpo da requisição é grande demais.", es: "El cuerpo de la solicitud es demasiado grande.",
            en: "The request's body is too large."))

    static let targetTooLong = Problem(
        .uriTooLong, "target.too_long",
        Phrase(
            pt: "O endereço da requisição é longo demais.", es: "La dirección de la solicitud es demasiado larga.",
            en: "The request's address is too long."))

    static let targetUnreadable = Problem(
        .badRequest, "target.unreadable",
        Phrase(
            pt: "O endereço da requisição não pode ser lido.", es: "No se puede leer la dirección de la solicitud.",
            en: "The request's address cannot be read."),
        detail: Phrase(
            pt: "Codifique caminho e parâmetros em UTF-8 com %.", es: "Codifique ruta y parámetros en UTF-8 con %.",
            en: "Percent-encode path and parameters as UTF-8."))

    static let tooSlow = Problem(
        .requestTimeout, "request.timeout",
        Phrase(
            pt: "A requisição demorou demais.", es: "La solicitud tardó demasiado.", en: "The request took too long."),
        detail: Phrase(
            pt: "Tente de novo.", es: "Intente de nuevo.", en: "Try again."))

    static let `internal` = Problem(
        .internalServerError, "internal",
        Phrase(
            pt: "Algo falhou dentro do Ponte.", es: "Algo falló dentro de Ponte.", en: "Something failed inside Ponte."),
        detail: Phrase(
            pt: "Informe o número da requisição a quem cuida desta instalação.",
            es: "Indique el número de la solicitud a quien cuida de esta instalación.",
            en: "Tell the number of the request to whoever runs this installation."))

    static let unavailable = Problem(
        .serviceUnavailable, "unavailable",
        Phrase(
            pt: "O banco de dados não responde agora.", es: "La base de datos no responde ahora.",
            en: "The database does not answer just now."),
        detail: Phrase(
            pt: "Tente de novo em alguns segundos.", es: "Intente de nuevo en unos segundos.",
            en: "Try again in a few seconds.")
    ).with(.retryAfter, "5")

    static let unauthorised = Problem(
        .unauthorized, "key.missing_or_wrong",
        Phrase(
            pt: "Falta uma chave válida.", es: "Falta una clave válida.", en: "A valid key is missing."),
        detail: Phrase(
            pt: "Envie a chave no cabeçalho Authorization: Bearer ponte_….",
            es: "Envíe la clave en el encabezado Authorization: Bearer ponte_….",
            en: "Send the key in the header Authorization: Bearer ponte_….")
    ).with(.wwwAuthenticate, "Bearer realm=\"ponte\"")

    static let formExpired = Problem(
        .forbidden, "form.expired",
        Phrase(
            pt: "Este formulário venceu.", es: "Este formulario venció.", en: "This form has expired."),
        detail: Phrase(
            pt: "Volte, recarregue a página e envie de novo.", es: "Vuelva, recargue la página y envíe de nuevo.",
            en: "Go back, reload the page and send it again."))

    static func wrongHost(expected: String?) -> Problem {
        Problem(
            .misdirectedRequest, "host.unknown",
            Phrase(
                pt: "Este servidor não atende por este nome.", es: "Este servidor no atiende con este nombre.",
                en: "This server does not answer to this name."),
            detail: expected.map {
                Phrase(pt: "O endereço é \($0).", es: "La dirección es \($0).", en: "Its address is \($0).")
            }
                ?? Phrase(
                    pt: "Defina PONTE_PUBLIC_URL com o endereço público.",
                    es: "Defina PONTE_PUBLIC_URL con la dirección pública.",
                    en: "Set PONTE_PUBLIC_URL to the public address."))
    }

    static let wrongMediaType = Problem(
        .unsupportedMediaType, "body.media_type",
        Phrase(
            pt: "O corpo da requisição é de outro tipo.", es: "El cuerpo de la solicitud es de otro tipo.",
            en: "The request's body is of another type."),
        detail: Phrase(
            pt: "Envie JSON com Content-Type: application/json.", es: "Envíe JSON con Content-Type: application/json.",
            en: "Send JSON with Content-Type: application/json."))

    /// To a console's form, whose sender is a person: how programs send a body is no news to him.
    static let noForm = Problem(
        .unsupportedMediaType, "form.unreadable",
        Phrase(
            pt: "O formulário não chegou como deveria.", es: "El formulario no llegó como debía.",
            en: "The form did not arrive as it should."),
        detail: Phrase(
            pt: "Volte, recarregue a página e envie de novo. Programas usam a API, em /api/docs.",
            es: "Vuelva, recargue la página y envíe de nuevo. Los programas usan la API, en /api/docs.",
            en: "Go back, reload the page and send it again. Programs use the API, at /api/docs."))

    /// The bytes of the body do not follow HTTP, or end too early.
    static let brokenBody = Problem(
        .badRequest, "body.broken",
        Phrase(
            pt: "O corpo da requisição chegou incompleto ou mal codificado.",
            es: "El cuerpo de la solicitud llegó incompleto o mal codificado.",
            en: "The request's body arrived incomplete or badly encoded."))

    static let malformedBody = Problem(
        .badRequest, "body.malformed",
        Phrase(
            pt: "O corpo da requisição não é um JSON válido.", es: "El cuerpo de la solicitud no es un JSON válido.",
            en: "The request's body is not valid JSON."))

    /// As `malformedBody`, for the one mistake that is hard to see.
    static let badNumberInBody = Problem(
        .badRequest, "body.malformed",
        Phrase(
            pt: "O corpo da requisição não é um JSON válido.", es: "El cuerpo de la solicitud no es un JSON válido.",
            en: "The request's body is not valid JSON."),
        detail: Phrase(
            pt: "Um número não cabe em 64 bits ou está mal escrito.",
            es: "Un número no cabe en 64 bits o está mal escrito.",
            en: "A number does not fit in 64 bits, or is badly written."))

    /// A query that does not fit.
    static func badQuery(_ fields: [FieldProblem]) -> Problem {
        Problem(
            .badRequest, "query.invalid",
            Phrase(
                pt: "Um parâmetro da consulta não serve.", es: "Un parámetro de la consulta no sirve.",
                en: "A parameter of the query does not fit."), fields: fields)
    }

    /// A body that does not fit.
    package static func badBody(_ fields: [FieldProblem]) -> Problem {
        Problem(
            .unprocessableContent, "body.invalid",
            Phrase(
                pt: "Um campo do corpo não serve.", es: "Un campo del cuerpo no sirve.",
                en: "A field of the body does not fit."), fields: fields)
    }
}
