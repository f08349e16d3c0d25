import Basics

/// What the readable page says beside what the operations say of themselves.
enum DocumentationWords {
    static let title = Phrase(pt: "API do Ponte", es: "API de Ponte", en: "Ponte API")
    static let intro = Phrase(
        pt: "Envie uma chave em `Authorization: Bearer ponte_…`; cada chave pertence a um só cliente. Os erros vêm em "
            + "`application/problem+json`.",
        es: "Envíe una clave en `Authorization: Bearer ponte_…`; cada clave pertenece a un solo cliente. Los errores "
            + "llegan en `application/problem+json`.",
        en: "Send an app key in `Authorization: Bearer ponte_…`; each key belongs to one organization. Errors are "
            + "`application/problem+json`.")
    static let forPrograms = Phrase(
        pt: "O mesmo para programas:", es: "Lo mismo para programas:", en: "The same for programs:")

    static let name = Phrase(pt: "Nome", es: "Nombre", en: "Name")
    static let kind = Phrase(pt: "Tipo", es: "Tipo", en: "Kind")
    static let meaning = Phrase(pt: "O que significa", es: "Qué significa", en: "Meaning")

    static let problems = Phrase(pt: "Erros", es: "Errores", en: "Problems")
    static let problemsIntro = Phrase(
        pt: "Além dos que são próprios de cada operação.", es: "Además de los propios de cada operación.",
        en: "Beside those of each operation.")
    static let code = Phrase(pt: "Código do erro", es: "Código del error", en: "Code")
    static let status = Phrase(pt: "Status HTTP", es: "Estado HTTP", en: "HTTP status")

    static let idempotencyKey = Phrase(
        pt: "Feito uma só vez, por mais vezes que se envie.", es: "Se hace una sola vez, por más veces que se envíe.",
        en: "Done once however often sent.")

    static func version(_ version: String) -> Phrase {
        Phrase(pt: "Versão \(version).", es: "Versión \(version).", en: "Version \(version).")
    }

    static func needs(_ permission: String) -> Phrase {
        Phrase(
            pt: "Precisa da permissão `\(permission)`.", es: "Necesita el permiso `\(permission)`.",
            en: "Needs `\(permission)`.")
    }
}
