import Basics
import Synchronization

/// What this is, where Ponte finds it, and the articles' steps with what is done of them.
struct HomePage: AdminPage {
    struct Words: Sendable {
        let intro = Phrase(
            pt:
                "Uma loja VTEX de mentira, nesta máquina. As telas imitam as do admin da VTEX, para você fazer os cliques dos artigos de ajuda sem arriscar uma loja de verdade.",
            es:
                "Una tienda VTEX simulada, en esta máquina. Las pantallas imitan las del admin de VTEX, para que haga los clics de los artículos de ayuda sin arriesgar una tienda real.",
            en:
                "A made-up VTEX store on this machine. The screens imitate those of VTEX's admin, so that you can do the clicks of the help articles without risking a real store."
        )
        let store = Phrase(pt: "A loja", es: "La tienda", en: "The store")
        let account = Phrase(pt: "Conta", es: "Cuenta", en: "Account")
        let address = Phrase(pt: "Endereço para o Ponte", es: "Dirección para Ponte", en: "Base address for Ponte")
        let orders = Phrase(pt: "Pedidos", es: "Pedidos", en: "Orders")
        let clock = Phrase(pt: "Relógio da loja", es: "Reloj de la tienda", en: "The store's clock")
        let others = Phrase(pt: "Outras contas", es: "Otras cuentas", en: "Other accounts")
        let check = Phrase(
            pt: "Com a chave na mão, confira-a no terminal:", es: "Con la clave en mano, verifíquela en la terminal:",
            en: "Once you have a key, check it in the terminal:")
        let checkToken = Phrase(
            pt: "O token vai na variável PONTE_APP_TOKEN.", es: "El token va en la variable PONTE_APP_TOKEN.",
            en: "The token goes in the variable PONTE_APP_TOKEN.")
        let articles = Phrase(
            pt: "Faça você mesmo: os artigos", es: "Hágalo usted mismo: los artículos",
            en: "Do it yourself: the articles")
        let articlesHint = Phrase(
            pt: "Cada passo leva à tela e se marca sozinho quando está feito. As chaves prontas do sandbox não contam.",
            es:
                "Cada paso lleva a la pantalla y se marca solo cuando está hecho. Las claves listas del sandbox no cuentan.",
            en:
                "Each step leads to its screen and ticks itself once it is done. The sandbox's ready-made keys do not count."
        )
        let done = Phrase(pt: "feito", es: "hecho", en: "done")
        let doneCount = Phrase(pt: "feitos", es: "hechos", en: "done")
        let open = Phrase(pt: "a fazer", es: "por hacer", en: "to do")
        let thenCheck = Phrase(
            pt: "O que o artigo não diz", es: "Lo que el artículo no dice", en: "What the article does not say")
    }

    struct Other: Sendable {
        let name: String
        let href: String
    }

    static let template = "home"
    let words = Words()
    let heading = Phrase(
        pt: "Loja de mentira, cliques de verdade", es: "Tienda simulada, clics reales", en: "Made-up store, real clicks"
    )
    let account: String
    let address: String
    let command: String
    let orders: String
    let clock: String
    let others: [Other]
    let hasOthers: Bool
    let guides: [ShownGuide]

    init(_ visit: Visit) {
        account = visit.shop.account
        address = "\(visit.origin)/vtex/\(visit.shop.account)"
        let access = visit.shop.access.read { $0 }
        let readyMade = ReadyMade(access)
        let key = access.keys.last { !readyMade.has($0) }?.name ?? "vtexappkey-\(account)-…"
        command = "ponte check --account \(account) --base-url \(address) --app-key \(key)"
        orders = Shown.number(visit.shop.orders.withLock { $0.states.count }, visit.language)
        clock = Shown.moment(visit.now)
        others = visit.world.allShops.filter { $0.account != visit.shop.account }.map(\.account).sorted().map {
            Other(name: $0, href: "/admin/\($0)")
        }
        hasOthers = !others.isEmpty
        let progress = GuideProgress(access, at: visit.now)
        guides = Guide.all.map { ShownGuide($0, progress, visit) }
    }
}

/// A guide in one language, with what is done of it.
struct ShownGuide: Sendable {
    struct Step: Sendable {
        let text: String
        let note: String?
        let href: String?
        let linkText: String?
        let isDone: Bool
        /// Nil where nobody can tell.
        let isKnown: Bool
    }

    let number: String
    let name: String
    let steps: [Step]
    let missing: String
    let score: String
    let isWhole: Bool

    init(_ guide: Guide, _ progress: GuideProgress, _ visit: Visit) {
        let language = visit.language
        number = guide.number
        name = guide.name[language]
        steps = guide.steps.map { step in
            let isDone = step.isDone?(progress)
            return Step(
                text: step.text[language], note: step.note?[language],
                href: step.path.map { visit.base + $0(progress) },
                linkText: step.link?[language], isDone: isDone == true, isKnown: isDone != nil)
        }
        missing = guide.missing[language]
        let known = steps.filter(\.isKnown)
        score = "\(known.count(where: \.isDone)) / \(known.count)"
        isWhole = known.allSatisfy(\.isDone)
    }
}
