import Basics

extension Guide {
    /// Article 000: a reviews service reads orders, with a key that is a user.
    static let reviews = Guide(
        number: "000",
        name: Phrase(
            pt: "RA Trustvox: importar pedidos para avaliações", es: "RA Trustvox: importar pedidos para reseñas",
            en: "RA Trustvox: import orders for reviews"),
        steps: [
            Step(
                text: Phrase(
                    pt:
                        "Gerenciamento de conta → Perfis de acesso → Novo perfil. Nome: “RA Trustvox - Integração”. Em OMS marque View order (visualizar pedidos); em WebService, Webservice access key. Salve.",
                    es:
                        "Configuración de la cuenta → Roles de usuario → Nuevo rol. Nombre: “RA Trustvox - Integração”. En OMS tilde View order (visualizar pedidos); en WebService, Webservice access key. Guarde.",
                    en:
                        "Account settings → User roles → New role. Name: “RA Trustvox - Integração”. In OMS tick View order; in WebService, Webservice access key. Save."
                ),
                link: Phrase(pt: "Novo perfil", es: "Nuevo rol", en: "New role"),
                path: { _ in "/roles/new?name=" + Typed.encoded("RA Trustvox - Integração") },
                isDone: { $0.hasRole(with: reviewsBoxes) }),
            Step(
                text: Phrase(
                    pt:
                        "Contas → sua loja → Segurança → “Gerar access key e secret”. Nome: ratrustvox. Na VTEX de hoje: Chaves de API → Gerar chave.",
                    es:
                        "Cuentas → su tienda → Seguridad → “Generar access key y secret”. Nombre: ratrustvox. En la VTEX de hoy: Claves de API → Generar clave.",
                    en:
                        "Accounts → your store → Security → “Generate access key and secret”. Name: ratrustvox. In today's VTEX: API keys → Generate key."
                ),
                link: Phrase(pt: "Contas", es: "Cuentas", en: "Accounts"), path: { _ in "/account" },
                isDone: { $0.hasKey }),
            Step(
                text: Phrase(
                    pt: "Abra o link de uso único e copie o secret (token): ele aparece uma única vez.",
                    es: "Abra el enlace de un solo uso y copie el secret (token): aparece una sola vez.",
                    en: "Open the one-time link and copy the secret (token): it is shown only once."),
                link: Phrase(pt: "A chave mais nova", es: "La clave más nueva", en: "The newest key"),
                path: { progress in newestKey(progress) }, isDone: { $0.hasOpenedLink }),
            Step(
                text: Phrase(
                    pt:
                        "Usuários → novo usuário: no campo e-mail, a chave (vtexappkey-…); no nome, “RA Trustvox - Integração”. Adicione o perfil do passo 1 e salve.",
                    es:
                        "Usuarios → nuevo usuario: en el campo e-mail, la clave (vtexappkey-…); en el nombre, “RA Trustvox - Integração”. Añada el rol del paso 1 y guarde.",
                    en:
                        "Users → new user: in the e-mail field, the key (vtexappkey-…); as the name, “RA Trustvox - Integração”. Add the role of step 1 and save."
                ),
                link: Phrase(pt: "Novo usuário", es: "Nuevo usuario", en: "New user"),
                path: { progress in
                    "/users/new?name=" + Typed.encoded("RA Trustvox - Integração")
                        + (progress.keys.first.map { "&email=" + Typed.encoded($0.name) } ?? "")
                }, isDone: { $0.hasKeyAsUser(with: reviewsBoxes) }),
        ],
        missing: Phrase(
            pt:
                "Com estas caixas a chave lê um pedido, mas não lista: falta OMS → List Orders (exigido desde março de 2023). E WebService → Webservice access key sobra.",
            es:
                "Con estas casillas la clave lee un pedido, pero no lista: falta OMS → List Orders (exigido desde marzo de 2023). Y WebService → Webservice access key sobra.",
            en:
                "With these boxes the key reads one order but cannot list them: OMS → List Orders is missing (asked for since March 2023). And WebService → Webservice access key is more than needed."
        ))

    private static let reviewsBoxes = [Resource.viewOrder, Resource("orders")]

    static func newestKey(_ progress: GuideProgress) -> String {
        progress.keys.first.map { "/keys/\($0.id)" } ?? "/keys"
    }
}
