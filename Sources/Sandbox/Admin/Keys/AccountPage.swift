import Basics

/// The old way to keys, which articles of before 2024 describe: Accounts, the store, Security.
struct AccountPage: AdminPage {
    struct Words: Sendable {
        let intro = Phrase(
            pt:
                "Até 2021 as chaves moravam aqui, em Contas → Segurança. Artigos antigos ainda mandam vir por este caminho; hoje a tela é Chaves de API.",
            es:
                "Hasta 2021 las claves vivían aquí, en Cuentas → Seguridad. Artículos viejos aún mandan por este camino; hoy la pantalla es Claves de API.",
            en:
                "Until 2021 keys lived here, under Accounts → Security. Old articles still send one this way; today the screen is API keys."
        )
        let store = Phrase(pt: "Loja", es: "Tienda", en: "Store")
        let account = Phrase(pt: "Nome da conta", es: "Nombre de la cuenta", en: "Account name")
        let address = Phrase(pt: "Endereço para o Ponte", es: "Dirección para Ponte", en: "Address for Ponte")
        let security = Phrase(pt: "Segurança", es: "Seguridad", en: "Security")
        let generate = Phrase(
            pt: "Gerar access key e secret", es: "Generar access key y secret", en: "Generate access key and secret")
        let alsoCalled = Phrase(
            pt: "Em alguns artigos: “Gerar appKey e appToken”.",
            es: "En algunos artículos: “Generar appKey y appToken”.",
            en: "In some articles: “Generate appKey and appToken”.")
        let appKey = Phrase(pt: "Chave de aplicação", es: "Clave de aplicación", en: "Application key")
    }

    static let template = "account"
    let words = Words()
    let heading = Phrase(pt: "Contas", es: "Cuentas", en: "Accounts")
    let account: String
    let address: String
    let rows: [KeyRow]

    init(_ visit: Visit) {
        account = visit.shop.account
        address = "\(visit.origin)/vtex/\(visit.shop.account)"
        rows = KeyRow.all(visit)
    }
}
