import Basics

extension Guide {
    /// Article 002: a marketing service, six products.
    static let marketing = Guide(
        number: "002",
        name: Phrase(
            pt: "Growlat: sincronizar a loja com o marketing", es: "Growlat: sincronizar la tienda con el marketing",
            en: "Growlat: sync the store with marketing"),
        steps: [
            Step(
                text: Phrase(
                    pt:
                        "Gerenciamento de conta → Perfis de acesso → Novo perfil “Growlat Integration”, com seis produtos:",
                    es:
                        "Configuración de la cuenta → Roles de usuario → Nuevo rol “Growlat Integration”, con seis productos:",
                    en: "Account settings → User roles → new role “Growlat Integration”, with six products:"),
                note: Phrase(
                    pt:
                        "Master Data: CRM administrator · Catalog: Category, Categories Management, Similar Category, Similar Categories Management, SKUs · OMS: View order, Order feed subscription, Feed v3 and Hook Admin, Feed v3 and Hook view only, List Orders · Rates and Benefits: adicionar todos os recursos · Pricing: Read prices · Dynamic Storage: adicionar todos os recursos",
                    es:
                        "Master Data: CRM administrator · Catalog: Category, Categories Management, Similar Category, Similar Categories Management, SKUs · OMS: View order, Order feed subscription, Feed v3 and Hook Admin, Feed v3 and Hook view only, List Orders · Rates and Benefits: añadir todos los recursos · Pricing: Read prices · Dynamic Storage: añadir todos los recursos",
                    en:
                        "Master Data: CRM administrator · Catalog: Category, Categories Management, Similar Category, Similar Categories Management, SKUs · OMS: View order, Order feed subscription, Feed v3 and Hook Admin, Feed v3 and Hook view only, List Orders · Rates and Benefits: add all resources · Pricing: Read prices · Dynamic Storage: add all resources"
                ),
                link: Phrase(pt: "Novo perfil", es: "Nuevo rol", en: "New role"),
                path: { _ in "/roles/new?name=" + Typed.encoded("Growlat Integration") },
                isDone: { $0.hasRole(with: marketingBoxes) }),
            Step(
                text: Phrase(
                    pt: "Chaves de API → Geradas → Gerar chave: dê um nome, escolha o perfil e clique em Gerar.",
                    es:
                        "Claves de API → Generadas → Generar clave: escriba un nombre, elija el rol y haga clic en Generar.",
                    en: "API keys → Generated → Generate key: type a name, choose the role and click Generate."),
                link: Phrase(pt: "Gerar chave", es: "Generar clave", en: "Generate key"),
                path: { _ in "/keys/new?label=growlat" }, isDone: { $0.hasKey }),
            Step(
                text: Phrase(
                    pt: "Abra o link: copie a Key (chave de acesso) e o New token (chave secreta).",
                    es: "Abra el link: copie el Key (clave de acceso) y el New token (clave secreta).",
                    en: "Open the link: copy the Key (access key) and the New token (secret key)."),
                link: Phrase(pt: "A chave mais nova", es: "La clave más nueva", en: "The newest key"),
                path: { progress in newestKey(progress) }, isDone: { $0.hasOpenedLink }),
            Step(
                text: Phrase(
                    pt: "Se a chave ficou inativa, ative-a.", es: "Si la clave quedó como inactiva, actívela.",
                    en: "If the key is inactive, activate it."),
                link: Phrase(pt: "Chaves de API", es: "Claves de API", en: "API keys"), path: { _ in "/keys" },
                isDone: { $0.hasKey(with: marketingBoxes) }),
        ],
        missing: Phrase(
            pt:
                "CRM administrator guarda formulários, não os dados dos clientes; quem os abre é Dynamic Storage, e ali Read only documents bastaria. Rates and Benefits inteiro deixa criar cupons e promoções.",
            es:
                "CRM administrator guarda formularios, no los datos de clientes; quien los abre es Dynamic Storage, y allí Read only documents bastaría. Rates and Benefits entero permite crear cupones y promociones.",
            en:
                "CRM administrator guards forms, not customers' data; Dynamic Storage opens those, and Read only documents would do there. The whole of Rates and Benefits lets one make coupons and promotions."
        ))

    private static let marketingBoxes = ArticleRole.all.first { $0.label == "article-002-growlat" }?.resources ?? []
}
