import Basics
import ConnectorKit

/// The platforms that Ponte connects to.
package enum ConnectorCatalog {
    package static let all: [any Connector] = [VTEXConnector()]

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
