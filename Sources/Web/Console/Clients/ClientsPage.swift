import Basics

/// The clients that a member looks after: where he chooses one, or makes the first.
package struct ClientsPage: ConsolePage {
    package struct Entry: Sendable {
        package let client: FrameClient
        package let connections: Int
        package let needAttention: Int

        package init(client: FrameClient, connections: Int, needAttention: Int) {
            self.client = client
            self.connections = connections
            self.needAttention = needAttention
        }
    }

    package var clients: [Entry]
    /// A name that was refused, with the reason.
    package var refused: (name: String, error: Phrase)?

    package init(clients: [Entry], refused: (name: String, error: Phrase)? = nil) {
        self.clients = clients
        self.refused = refused
    }

    package static let template = Template.clients
    package static let words = WordList(ClientsWords())

    package func title(for reader: Reader) -> String { ClientsWords.heading[reader.language] }

    package func content(in frame: Frame) -> any Sendable {
        let reader = frame.reader
        var name = Field("name", reader.say(ClientsWords.name), value: refused?.name)
        name.hint = reader.say(ClientsWords.nameHint)
        name.error = (refused?.error).map(reader.say)
        name.autocomplete = "off"
        return Content(
            heading: title(for: reader), isEmpty: clients.isEmpty, action: ConsolePath.clients, name: name,
            clients: clients.map { Row($0, for: reader) })
    }

    private struct Row: Sendable {
        let path: String
        let name: String
        let connections: String
        let attention: Badge?

        init(_ entry: Entry, for reader: Reader) {
            path = ConsolePath.client(entry.client.id)
            name = entry.client.name
            connections = reader.say(ClientsWords.connections(entry.connections))
            attention =
                entry.needAttention > 0
                ? Badge(.bad, reader.say(ClientsWords.attention(entry.needAttention))) : nil
        }
    }

    private struct Content: Sendable {
        let heading: String
        let isEmpty: Bool
        let action: String
        let name: Field
        let clients: [Row]
    }
}

struct ClientsWords: PageWords {
    let newClient = Phrase(pt: "Novo cliente", es: "Nuevo cliente", en: "New client")
    let make = Phrase(pt: "Criar cliente", es: "Crear cliente", en: "Create client")
    let emptyTitle = Phrase(pt: "Nenhum cliente ainda", es: "Aún no hay clientes", en: "No client yet")
    let emptyText = Phrase(
        pt: "Um cliente é o dono das lojas: tudo o que se conecta fica dentro dele, separado dos demais.",
        es: "Un cliente es el dueño de las tiendas: todo lo que se conecta queda dentro de él, separado de los demás.",
        en: "A client owns stores: everything that is connected stays within it, apart from the others.")

    static let heading = Phrase(pt: "Clientes", es: "Clientes", en: "Clients")
    static let name = Phrase(pt: "Nome do cliente", es: "Nombre del cliente", en: "Client's name")
    static let nameHint = Phrase(
        pt: "O nome da empresa ou da loja.", es: "El nombre de la empresa o de la tienda.",
        en: "The name of the company or the store.")

    static func connections(_ count: Int) -> Phrase {
        switch count {
        case 0: Phrase(pt: "nenhuma conexão", es: "ninguna conexión", en: "no connection")
        case 1: Phrase(pt: "1 conexão", es: "una conexión", en: "1 connection")
        default: Phrase(pt: "\(count) conexões", es: "\(count) conexiones", en: "\(count) connections")
        }
    }

    static func attention(_ count: Int) -> Phrase {
        count == 1
            ? Phrase(pt: "1 precisa de atenção", es: "una requiere atención", en: "1 needs attention")
            : Phrase(
                pt: "\(count) precisam de atenção", es: "\(count) requieren atención", en: "\(count) need attention")
    }
}
