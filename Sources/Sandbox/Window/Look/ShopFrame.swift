import Basics
import HTTPTypes

/// What surrounds every page of the shop: that it is made up, search, departments, the cart, the newsletter.
struct ShopFrame: Sendable {
    struct Words: Sendable {
        let skip = Phrase(pt: "Ir para o conteúdo", es: "Ir al contenido", en: "Skip to content")
        let strip = Phrase(
            pt: "Loja de mentira do sandbox do Ponte: nada é cobrado nem enviado.",
            es: "Tienda de mentira del sandbox de Ponte: nada se cobra ni se envía.",
            en: "A make-believe store of the Ponte sandbox: nothing is charged or sent.")
        let brand = Phrase(same: "Loja Demo")
        let search = Phrase(pt: "Buscar na loja", es: "Buscar en la tienda", en: "Search the store")
        let find = Phrase(pt: "Buscar", es: "Buscar", en: "Search")
        let cart = Phrase(pt: "Carrinho", es: "Carrito", en: "Cart")
        let units = Phrase(pt: "unidades", es: "unidades", en: "items")
        let departments = Phrase(pt: "Departamentos", es: "Departamentos", en: "Departments")
        let languages = Phrase(pt: "Idioma", es: "Idioma", en: "Language")
        let newsletter = Phrase(pt: "Novidades por e-mail", es: "Novedades por e-mail", en: "News by e-mail")
        let newsletterText = Phrase(
            pt: "Ofertas e lançamentos, uma vez por semana.", es: "Ofertas y novedades, una vez por semana.",
            en: "Offers and new arrivals, once a week.")
        let email = Phrase(pt: "Seu e-mail", es: "Su e-mail", en: "Your e-mail")
        let subscribe = Phrase(pt: "Quero receber", es: "Quiero recibir", en: "Subscribe")
        let unsubscribe = Phrase(
            pt: "Não quero mais receber", es: "Ya no quiero recibir", en: "Unsubscribe")
        let admin = Phrase(
            pt: "Ver esta loja pelo lado do lojista", es: "Ver esta tienda del lado del comerciante",
            en: "See this store from the merchant's side")
    }

    struct Link: Sendable {
        let text: String
        let href: String
        let isHere: Bool
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
    let search: String
    let departments: [Link]
    let languages: [LanguageLink]
    let notice: String?
    let isProblem: Bool
    let units: Int
    let hasUnits: Bool

    init(visit: ShopVisit, title: String, body: String) {
        tag = visit.language.tag
        self.title = title
        self.body = body
        account = visit.shop.account
        let isGet = visit.call.method == .get
        search = isGet ? Typed.line(visit.call.field("q")) : ""
        let here = visit.call.field("c")
        departments = visit.shop.catalogue.categories.filter { $0.parent == nil }.map { department in
            Link(
                text: department.name, href: "\(visit.base)?c=\(department.id)",
                isHere: isGet && here == String(department.id))
        }
        languages = Self.languages(visit)
        let notice = isGet ? visit.call.field("done").flatMap(ShopNotice.init(rawValue:)) : nil
        self.notice = notice?.text[visit.language]
        isProblem = notice?.isProblem ?? false
        units = visit.cart?.units ?? 0
        hasUnits = units > 0
    }

    /// The same page in each language. A form that could not be taken has no address to come back to.
    private static func languages(_ visit: ShopVisit) -> [LanguageLink] {
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
