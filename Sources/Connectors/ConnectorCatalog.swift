import Basics
import ConnectorKit

/// The platforms that Ponte connects to.
package enum ConnectorCatalog {
    package static let all: [any Connector] = [VTEXConnector()]

    /// Platforms that are on their way: shown, and not to be chosen yet.
    package static let coming: [PlatformProfile] = [
        PlatformProfile(
            name: "nuvemshop", title: "Nuvemshop / Tiendanube",
            summary: Phrase(
                pt: "Lojas na Nuvemshop, conectadas pelo aplicativo da loja.",
                es: "Tiendas en Tiendanube, conectadas por la aplicación de la tienda.",
                en: "Stores on Nuvemshop, connected by the store's app.")),
        PlatformProfile(
            name: "plug4market", title: "Plug4Market",
            summary: Phrase(
                pt: "Um hub de marketplaces: uma conexão traz vários canais.",
                es: "Un hub de marketplaces: una conexión trae varios canales.",
                en: "A hub of marketplaces: one connection brings several channels.")),
        PlatformProfile(
            name: "showkase", title: "ShowKase",
            summary: Phrase(
                pt: "Catálogos B2B e B2C da ShowKase.", es: "Catálogos B2B y B2C de ShowKase.",
                en: "B2B and B2C catalogue stores on ShowKase.")),
        PlatformProfile(
            name: "meucarrinho", title: "Meu Carrinho",
            summary: Phrase(
                pt: "Catálogo e pedidos do Meu Carrinho.", es: "Catálogo y pedidos de Meu Carrinho.",
                en: "Catalogue and orders of Meu Carrinho.")),
        PlatformProfile(
            name: "via", title: "Via (Casas Bahia)",
            summary: Phrase(
                pt: "O marketplace da Via: Casas Bahia, Ponto e Extra.",
                es: "El marketplace de Via: Casas Bahia, Ponto y Extra.",
                en: "Via's marketplace: Casas Bahia, Ponto and Extra.")),
    ]

    /// The connector of a platform by its name, as in `vtex`; letter case and blanks around it do not matter.
    /// - Throws: `UnknownPlatform`, which lists the names there are.
    package static func connector(named name: String) throws(UnknownPlatform) -> any Connector {
        let wanted = name.lowercased().filter { !$0.isWhitespace }
        guard let found = all.first(where: { $0.platform == wanted }) else {
            throw UnknownPlatform(known: all.map(\.platform))
        }
        return found
    }
}

/// A platform's name that no connector has.
package struct UnknownPlatform: ExplainedError, Hashable {
    package let known: [String]

    package var code: String { "connectors.unknown_platform" }

    package var explanation: Phrase {
        Phrase(
            pt: "O Ponte não conhece essa plataforma.", es: "Ponte no conoce esa plataforma.",
            en: "Ponte does not know that platform.")
    }

    package var remedy: Phrase? {
        let names = known.joined(separator: ", ")
        return Phrase(
            pt: "Plataformas conhecidas: \(names).", es: "Plataformas conocidas: \(names).",
            en: "Known platforms: \(names).")
    }
}
