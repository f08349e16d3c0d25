import Basics
import HTTPTypes

/// What surrounds every page: that this is a sandbox, the menu, the languages.
struct AdminFrame: Sendable {
    struct Words: Sendable {
        let skip = Phrase(pt: "Ir para o conteúdo", es: "Ir al contenido", en: "Skip to content")
        let strip = Phrase(
            pt: "Isto é um sandbox do Ponte, não é a VTEX: loja, pedidos e pessoas são inventados.",
            es: "Esto es un sandbox de Ponte, no es VTEX: tienda, pedidos y personas son inventados.",
            en: "This is a Ponte sandbox, not VTEX: store, orders and people are made up.")
        let stripReal = Phrase(
            pt: "Isto é um sandbox do Ponte, não é a VTEX: a loja é simulada nesta máquina.",
            es: "Esto es un sandbox de Ponte, no es VTEX: la tienda está simulada en esta máquina.",
            en: "This is a Ponte sandbox, not VTEX: the store is simulated on this machine.")
        let brand = Phrase(same: "Ponte Sandbox")
        let account = Phrase(pt: "Conta", es: "Cuenta", en: "Account")
        let menu = Phrase(pt: "Menu", es: "Menú", en: "Menu")
        let languages = Phrase(pt: "Idioma", es: "Idioma", en: "Language")
        let noSignIn = Phrase(
            pt:
                "Sem senha: estas telas atendem só quem alcança o endereço do sandbox, e recusam formulários vindos de outros sites.",
            es:
                "Sin contraseña: estas pantallas atienden solo a quien llega a la dirección del sandbox y rechazan formularios de otros sitios.",
            en:
                "No password: these screens answer whoever can reach the sandbox's address, and refuse forms from other sites."
        )
        let trademark = Phrase(
            pt: "VTEX é marca da VTEX. O sandbox imita o que a documentação pública descreve.",
            es: "VTEX es marca de VTEX. El sandbox imita lo que describe la documentación pública.",
            en: "VTEX is a trademark of VTEX. The sandbox imitates what the public documents describe.")
    }

    struct Link: Sendable {
        let text: String
        let href: String
        let isHere: Bool
    }

    struct Group: Sendable {
        let title: String
        let links: [Link]
    }

    struct LanguageLink: Sendable {
        let name: String
        let tag: String
        let href: String
        let isHere: Bool
    }

    let tag: String
    let title: String
    let body: String
    let account: String
    let base: String
    let groups: [Group]
    let languages: [LanguageLink]
    let notice: String?
    let isProblem: Bool
    let isBare: Bool
    let isDataSet: Bool

    init(visit: Visit, title: String, body: String, isBare: Bool = false) {
        tag = visit.language.tag
        self.title = title
        self.body = body
        account = visit.shop.account
        base = visit.base
        groups = isBare ? [] : Self.groups(visit)
        languages = isBare ? [] : Self.languages(visit)
        let notice = visit.call.method == .get ? visit.call.field("done").flatMap(AdminNotice.init(rawValue:)) : nil
        self.notice = notice?.text[visit.language]
        isProblem = notice?.isProblem ?? false
        self.isBare = isBare
        isDataSet = !visit.shop.hasWindow
    }

    private static func groups(_ visit: Visit) -> [Group] {
        let here = visit.call.segments.dropFirst(2).first?.lowercased() ?? ""
        func link(_ path: String, _ text: Phrase) -> Link {
            Link(
                text: text[visit.language], href: path.isEmpty ? visit.base : "\(visit.base)/\(path)",
                isHere: here == path)
        }
        return [
            Group(
                title: Phrase(same: "Sandbox")[visit.language],
                links: [
                    link("", Phrase(pt: "Início", es: "Inicio", en: "Home")),
                    link("faults", Phrase(pt: "Falhas", es: "Fallas", en: "Faults")),
                ]),
            Group(
                title: Phrase(pt: "Loja", es: "Tienda", en: "Store")[visit.language],
                links: [
                    link("orders", Phrase(pt: "Pedidos", es: "Pedidos", en: "Orders")),
                    Link(
                        text: Phrase(pt: "Ir à vitrine", es: "Ir a la vitrina", en: "Visit the store")[visit.language],
                        href: "/shop/\(visit.shop.account)", isHere: false),
                ]),
            Group(
                title: Phrase(
                    pt: "Gerenciamento de conta", es: "Configuración de la cuenta", en: "Account settings")[
                        visit.language],
                links: [
                    link("account", Phrase(pt: "Contas", es: "Cuentas", en: "Accounts")),
                    link("roles", Phrase(pt: "Perfis de acesso", es: "Roles de usuario", en: "User roles")),
                    link("keys", Phrase(pt: "Chaves de API", es: "Claves de API", en: "API keys")),
                    link("users", Phrase(pt: "Usuários", es: "Usuarios", en: "Users")),
                ]),
        ]
    }

    /// The same page in each language. A form that could not be taken has no address to come back to.
    private static func languages(_ visit: Visit) -> [LanguageLink] {
        let isForm = visit.call.method == .post
        let path = isForm ? visit.base : "/" + visit.call.segments.map(Typed.encoded).joined(separator: "/")
        let query = isForm ? [] : visit.call.query.filter { $0.name != "lang" && $0.name != "done" }
        return Language.allCases.map { language in
            let pairs = query.map { "\(Typed.encoded($0.name))=\(Typed.encoded($0.value))" }
            return LanguageLink(
                name: language.ownName, tag: language.tag,
                href: path + "?" + (pairs + ["lang=\(language.rawValue)"]).joined(separator: "&"),
                isHere: language == visit.language)
        }
    }
}
