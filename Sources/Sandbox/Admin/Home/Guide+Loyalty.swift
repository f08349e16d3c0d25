import Basics

extension Guide {
    /// Article 004: a loyalty programme; the article names no boxes.
    static let loyalty = Guide(
        number: "004",
        name: Phrase(
            pt: "+fidelidade: programa de pontos", es: "+fidelidade: programa de puntos",
            en: "+fidelidade: points programme"),
        steps: [
            Step(
                text: Phrase(
                    pt:
                        "Contas → Segurança → “Gerar appKey e appToken”: insira um nome e clique em Gerar novos tokens.",
                    es:
                        "Cuentas → Seguridad → “Generar appKey y appToken”: escriba un nombre y haga clic en Generar nuevos tokens.",
                    en:
                        "Accounts → Security → “Generate appKey and appToken”: type a name and click Generate new tokens."
                ),
                link: Phrase(pt: "Contas", es: "Cuentas", en: "Accounts"), path: { _ in "/account" },
                isDone: { $0.hasKey }),
            Step(
                text: Phrase(
                    pt: "Abra o link e copie o token: por segurança, ele é exibido apenas uma vez.",
                    es: "Abra el enlace y copie el token: por seguridad, se muestra solo una vez.",
                    en: "Open the link and copy the token: for safety it is shown only once."),
                link: Phrase(pt: "A chave mais nova", es: "La clave más nueva", en: "The newest key"),
                path: { progress in newestKey(progress) }, isDone: { $0.hasOpenedLink }),
            Step(
                text: Phrase(
                    pt:
                        "Dê permissão para gestão de clientes, pedidos, promoções e cupons: crie um perfil com List Orders e View order (OMS), Full access to all documents (Dynamic Storage) e Manage benefits and rates (Rates and Benefits).",
                    es:
                        "Dé permiso para gestión de clientes, pedidos, promociones y cupones: cree un rol con List Orders y View order (OMS), Full access to all documents (Dynamic Storage) y Manage benefits and rates (Rates and Benefits).",
                    en:
                        "Give permission for customers, orders, promotions and coupons: make a role with List Orders and View order (OMS), Full access to all documents (Dynamic Storage) and Manage benefits and rates (Rates and Benefits)."
                ),
                link: Phrase(pt: "Novo perfil", es: "Nuevo rol", en: "New role"),
                path: { _ in "/roles/new?name=" + Typed.encoded("+fidelidade") },
                isDone: { $0.hasRole(with: loyaltyBoxes) }),
            Step(
                text: Phrase(
                    pt: "Abra a chave e adicione o perfil a ela.", es: "Abra la clave y añádale el rol.",
                    en: "Open the key and add the role to it."),
                link: Phrase(pt: "A chave mais nova", es: "La clave más nueva", en: "The newest key"),
                path: { progress in newestKey(progress) }, isDone: { $0.hasKey(with: loyaltyBoxes) }),
            Step(
                text: Phrase(
                    pt: "Em Contas → Segurança, copie a appKey da coluna “Chave de aplicação”.",
                    es: "En Cuentas → Seguridad, copie la appKey de la columna “Clave de aplicación”.",
                    en: "Under Accounts → Security, copy the appKey from the column “Application key”."),
                link: Phrase(pt: "Contas", es: "Cuentas", en: "Accounts"), path: { _ in "/account" }),
        ],
        missing: Phrase(
            pt:
                "O artigo não nomeia caixas. Marcar o OMS inteiro, como se costuma fazer, deixa também cancelar e faturar pedidos; as quatro acima bastam.",
            es:
                "El artículo no nombra casillas. Tildar todo OMS, como se suele hacer, permite también cancelar y facturar pedidos; las cuatro de arriba bastan.",
            en:
                "The article names no boxes. Ticking the whole of OMS, as people do, also lets the key cancel and invoice orders; the four above are enough."
        ))

    private static let loyaltyBoxes = [
        Resource.listOrders, .viewOrder, Resource("POWER_USER_DS"), .promotions,
    ]
}
