import Basics

/// Where a person finds a sandbox's screens.
enum SandboxPages {
    /// - Parameter server: its address, without a path.
    static func text(of server: String, in language: Language) -> String {
        let admin = Phrase(
            pt: "Painel da loja, com chaves e perfis de acesso:",
            es: "Panel de la tienda, con claves y perfiles de acceso:",
            en: "The store's admin, with its keys and roles:")
        let shop = Phrase(pt: "Vitrine, para comprar:", es: "Vitrina, para comprar:", en: "Its shop window, to buy at:")
        return "  \(admin[language]) \(server)/admin\n  \(shop[language]) \(server)/shop"
    }
}
