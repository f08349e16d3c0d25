import Basics
import HTTPTypes

/// A link that shows a new key's token: it opens once and dies unopened after 24 hours.
struct TokenLink: Sendable {
    let id: String
    let keyName: String
    let token: Secret
    let expires: Instant

    static let life = Duration.seconds(86_400)

    init(keyName: String, token: Secret, at now: Instant) {
        id = Tokens.hexadecimal(bytes: 24)
        self.keyName = keyName
        self.token = token
        expires = now + Self.life
    }
}

/// The pages behind the links.
enum TokenLinkPage {
    static func opened(_ link: TokenLink, language: Language) -> Reply {
        let warning = Phrase(
            pt: "Copie agora: esta página abre uma única vez.", es: "Copie ahora: esta página se abre una sola vez.",
            en: "Copy it now: this page opens only once.")
        let token = Phrase(pt: "Novo token", es: "Nuevo token", en: "New token")
        let key = Phrase(pt: "Chave", es: "Clave", en: "Key")
        let body = link.token.reveal { secret in
            """
            <dl><dt>\(key[language])</dt><dd><code id="key">\(link.keyName)</code></dd>
            <dt>\(token[language])</dt><dd><code id="token">\(secret)</code></dd></dl>
            <p>\(warning[language])</p>
            """
        }
        return page(.ok, title: title[language], body: body, language: language)
    }

    static func gone(language: Language) -> Reply {
        let text = Phrase(
            pt: "Este link já foi aberto ou passou das 24 horas. Gere um novo token para a chave.",
            es: "Este enlace ya se abrió o pasó las 24 horas. Genere un nuevo token para la clave.",
            en: "This link was opened already or is older than 24 hours. Renew the key's token.")
        return page(.gone, title: title[language], body: "<p>\(text[language])</p>", language: language)
    }

    private static let title = Phrase(
        pt: "Credenciais da chave de API", es: "Credenciales de la clave de API", en: "API key credentials")

    private static func page(_ status: HTTPResponse.Status, title: String, body: String, language: Language) -> Reply {
        let tag = language == .portuguese ? "pt-BR" : language.rawValue
        return Reply(
            status,
            text: """
                <!doctype html>
                <html lang="\(tag)"><head><meta charset="utf-8"><title>\(title)</title>
                <meta name="viewport" content="width=device-width"></head>
                <body><main><h1>\(title)</h1>
                \(body)
                </main></body></html>

                """, type: "text/html; charset=utf-8"
        ).with(.cacheControl, "no-store")
    }

    /// The first language of `Accept-Language` that Ponte's people read; Portuguese otherwise.
    static func language(accepting header: String?) -> Language {
        for part in (header ?? "").split(separator: ",") {
            let tag = part.drop { $0 == " " }
            if let language = Language(tag: String(tag)) { return language }
        }
        return .portuguese
    }
}
