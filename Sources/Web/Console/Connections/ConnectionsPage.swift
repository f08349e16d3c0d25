import Basics

/// All connections of a client.
package struct ConnectionsPage: ConsolePage {
    package var connections: [ConnectionOverview]

    package init(connections: [ConnectionOverview]) { self.connections = connections }

    package static let template = Template.connections
    package static let words = WordList(ConnectionsWords())

    package func title(for reader: Reader) -> String { ConnectionsWords.heading[reader.language] }

    package func content(in frame: Frame) -> any Sendable {
        let client = frame.client?.id ?? ""
        return Content(
            heading: title(for: frame.reader), isEmpty: connections.isEmpty,
            noConnections: connections.isEmpty ? Self.words.spoken(in: frame.reader.language) : nil,
            livePath: ConsolePath.connections(client) + "/live",
            connections: connections.map { ConnectionRow($0, client: client, for: frame.reader) })
    }

    private struct Content: Sendable {
        let heading: String
        let isEmpty: Bool
        let noConnections: SpokenWords?
        let livePath: String
        let connections: [ConnectionRow]
    }
}

struct ConnectionsWords: PageWords {
    let add = Phrase(pt: "Conectar loja", es: "Conectar tienda", en: "Connect a store")
    let emptyTitle = Phrase(
        pt: "Nenhuma loja conectada", es: "Ninguna tienda conectada", en: "No store connected yet")
    let emptyText = Phrase(
        pt:
            "Conecte a primeira com uma chave que tem só os direitos que o trabalho pede. O Ponte verifica a chave antes de ler qualquer coisa e diz qual caixa marcar.",
        es:
            "Conecte la primera con una clave que tiene solo los permisos que el trabajo pide. Ponte verifica la clave antes de leer nada y dice qué casilla marcar.",
        en:
            "Connect the first one with a key that has no more rights than the job takes. Ponte checks the key before it reads anything, and says which box to tick."
    )
    let emptyReader = Phrase(
        pt: "Peça a um proprietário desta instalação que conecte uma.",
        es: "Pida a un propietario de esta instalación que conecte una.",
        en: "Ask an owner of this installation to connect one.")

    static let heading = Phrase(pt: "Conexões", es: "Conexiones", en: "Connections")
}
