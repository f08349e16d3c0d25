import Basics
import ConnectorKit

/// The first step of connecting a store: on which platform it is.
package struct PlatformsPage: ConsolePage {
    package var platforms: [PlatformProfile]
    /// Shown, and not to be chosen yet.
    package var coming: [PlatformProfile]

    package init(platforms: [PlatformProfile], coming: [PlatformProfile]) {
        self.platforms = platforms
        self.coming = coming
    }

    package static let template = Template.platforms
    package static let words = WordList(PlatformsWords())

    package func title(for reader: Reader) -> String { reader.say(ConnectWords.heading) }

    package func content(in frame: Frame) -> any Sendable {
        let reader = frame.reader
        let client = frame.client?.id ?? ""
        return Content(
            hasCrumbs: true,
            crumbs: [Crumb(reader.say(ConnectionsWords.heading), ConsolePath.connections(client))],
            heading: title(for: reader), wizard: WizardSteps(.platform, for: reader),
            platforms: platforms.map {
                Card(
                    title: $0.title, summary: reader.say($0.summary),
                    path: ConsolePath.newConnection(client, $0.name))
            },
            coming: coming.map { Card(title: $0.title, summary: reader.say($0.summary), path: "") })
    }

    private struct Card: Sendable {
        let title: String
        let summary: String
        let path: String
    }

    private struct Content: Sendable {
        let hasCrumbs: Bool
        let crumbs: [Crumb]
        let heading: String
        let wizard: WizardSteps
        let platforms: [Card]
        let coming: [Card]
    }
}

struct PlatformsWords: PageWords {
    let choose = Phrase(
        pt: "Em qual plataforma está a loja?", es: "¿En qué plataforma está la tienda?",
        en: "Which platform is the store on?")
    let choice = Phrase(pt: "Conectar", es: "Conectar", en: "Connect")
    let coming = Phrase(pt: "Em breve", es: "Próximamente", en: "Coming")
    let comingText = Phrase(
        pt: "Ainda não dá para conectar lojas destas plataformas.",
        es: "Aún no se pueden conectar tiendas de estas plataformas.",
        en: "Stores on these platforms cannot be connected yet.")
}
