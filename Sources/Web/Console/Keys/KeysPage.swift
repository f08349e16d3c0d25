import Basics

/// A client's app keys: by which programs use Ponte's API.
package struct KeysPage: ConsolePage {
    package struct Entry: Sendable {
        package let id: String
        package let label: String
        /// As in `orders.read`.
        package let permissions: [String]
        package let isActive: Bool
        package let isExpired: Bool
        package let createdAt: Instant
        package let expiresAt: Instant?
        package let lastUsedAt: Instant?

        package init(
            id: String, label: String, permissions: [String], isActive: Bool, isExpired: Bool, createdAt: Instant,
            expiresAt: Instant?, lastUsedAt: Instant?
        ) {
            self.id = id
            self.label = label
            self.permissions = permissions
            self.isActive = isActive
            self.isExpired = isExpired
            self.createdAt = createdAt
            self.expiresAt = expiresAt
            self.lastUsedAt = lastUsedAt
        }
    }

    package var keys: [Entry]
    /// What a key can be given, as in `orders.read`.
    package var permissions: [String]
    /// What was typed for a new key, after a refusal.
    package var typedLabel: String
    package var chosen: Set<String>
    /// By field: `label`, `permissions`.
    package var errors: [String: Phrase]
    /// Whole address of the link under which a new key's token opens once; shown right after it was made.
    package var link: String?

    package init(
        keys: [Entry], permissions: [String], typedLabel: String = "",
        chosen: Set<String> = ["connections.read", "orders.read", "changes.read"], errors: [String: Phrase] = [:],
        link: String? = nil
    ) {
        self.keys = keys
        self.permissions = permissions
        self.typedLabel = typedLabel
        self.chosen = chosen
        self.errors = errors
        self.link = link
    }

    /// Id of the newest key, empty before the first: a form that is sent again is told by it.
    var lastKey: String { keys.max { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }?.id ?? "" }

    package static let template = Template.keys
    package static let words = WordList(KeysWords())

    package func title(for reader: Reader) -> String { KeysWords.heading[reader.language] }

    package func content(in frame: Frame) -> any Sendable {
        let reader = frame.reader
        let client = frame.client?.id ?? ""
        var label = Field("label", reader.say(KeysWords.label), value: typedLabel.isEmpty ? nil : typedLabel)
        label.hint = reader.say(KeysWords.labelHint)
        label.error = errors["label"].map(reader.say)
        label.autocomplete = "off"
        var days = Field("days", reader.say(KeysWords.expiry))
        days.options = [
            ("", KeysWords.never), ("30", KeysWords.days(30)), ("90", KeysWords.days(90)), ("365", KeysWords.days(365)),
        ]
        .map { Field.Option(value: $0.0, title: reader.say($0.1), isChosen: $0.0 == "365") }
        days.error = errors["days"].map(reader.say)
        return Content(
            hasCrumbs: true, crumbs: [Crumb(reader.say(SettingsWords.heading), ConsolePath.settings)],
            heading: title(for: reader), link: link, action: ConsolePath.keys(client), after: lastKey,
            fields: [label, days],
            permissions: permissions.map { name in
                Choice(
                    name: name, title: KeysWords.permission(name).map(reader.say) ?? name,
                    isChosen: chosen.contains(name))
            },
            permissionsError: errors["permissions"].map(reader.say), isEmpty: keys.isEmpty,
            keys: keys.map { Row($0, client: client, for: reader) })
    }

    private struct Choice: Sendable {
        let name: String
        let title: String
        let isChosen: Bool
    }

    private struct Row: Sendable {
        let id: String
        let label: String
        let state: Badge
        let permissions: [String]
        let created: String
        let used: String
        let expiry: String?
        let isActive: Bool
        let path: String

        init(_ entry: Entry, client: String, for reader: Reader) {
            id = entry.id
            label = entry.label
            state =
                entry.isExpired
                ? Badge(.warn, reader.say(KeysWords.expired))
                : entry.isActive
                    ? Badge(.good, reader.say(KeysWords.active)) : Badge(.quiet, reader.say(KeysWords.inactive))
            permissions = entry.permissions
            created = reader.moment(entry.createdAt)
            used = entry.lastUsedAt.map(reader.ago) ?? reader.say(KeysWords.unused)
            expiry = entry.expiresAt.map(reader.moment)
            isActive = entry.isActive
            path = ConsolePath.key(client, entry.id)
        }
    }

    private struct Content: Sendable {
        let hasCrumbs: Bool
        let crumbs: [Crumb]
        let heading: String
        let link: String?
        let action: String
        let after: String
        let fields: [Field]
        let permissions: [Choice]
        let permissionsError: String?
        let isEmpty: Bool
        let keys: [Row]
    }
}

struct KeysWords: PageWords {
    let intro = Phrase(
        pt:
            "Com uma chave, um programa lê os dados deste cliente pela API. Dê a cada sistema a sua, com o menor acesso que baste.",
        es:
            "Con una clave, un programa lee los datos de este cliente por la API. Dé a cada sistema la suya, con el menor acceso que alcance.",
        en:
            "With a key, a program reads this client's data by the API. Give each system its own, with the least access that will do."
    )
    let made = Phrase(pt: "Chave criada", es: "Clave creada", en: "Key created")
    let linkText = Phrase(
        pt:
            "Este endereço mostra o token uma única vez e vale por 24 horas. Abra você mesmo ou envie a quem vai usá-lo.",
        es:
            "Esta dirección muestra el token una sola vez y vale por 24 horas. Ábrala usted o envíela a quien lo va a usar.",
        en:
            "This address shows the token only once and lasts for 24 hours. Open it yourself or send it to whoever will use it."
    )
    let open = Phrase(pt: "Abrir agora", es: "Abrir ahora", en: "Open now")
    let copy = Phrase(pt: "Copiar endereço", es: "Copiar dirección", en: "Copy address")
    let copied = Phrase(pt: "Copiado", es: "Copiada", en: "Copied")
    let newKey = Phrase(pt: "Nova chave", es: "Nueva clave", en: "New key")
    let permissions = Phrase(pt: "O que a chave pode", es: "Qué puede la clave", en: "What the key can do")
    let make = Phrase(pt: "Criar chave", es: "Crear clave", en: "Create key")
    let empty = Phrase(pt: "Nenhuma chave ainda", es: "Aún no hay claves", en: "No key yet")
    let created = Phrase(pt: "criada em", es: "creada el", en: "created")
    let used = Phrase(pt: "último uso:", es: "último uso (aprox.):", en: "last used:")
    let until = Phrase(pt: "vale até", es: "vale hasta", en: "valid until")
    let disable = Phrase(pt: "Desativar", es: "Desactivar", en: "Deactivate")
    let enable = Phrase(pt: "Reativar", es: "Reactivar", en: "Activate")

    static let heading = Phrase(pt: "Chaves da API", es: "Claves de la API", en: "API keys")
    static let label = Phrase(pt: "Para que sistema é", es: "Para qué sistema es", en: "Which system it is for")
    static let labelHint = Phrase(
        pt: "Como “ERP da matriz”: você a reconhecerá por este nome.",
        es: "Como “ERP de la central”: la reconocerá por este nombre.",
        en: "As “Head office ERP”: you will know it by this name.")
    static let expiry = Phrase(pt: "Validade", es: "Validez", en: "Lasts for")
    static let never = Phrase(pt: "sem prazo", es: "sin plazo", en: "no end")
    static let active = Phrase(pt: "Ativa", es: "Activa", en: "Active")
    static let inactive = Phrase(pt: "Inativa", es: "Inactiva", en: "Inactive")
    static let expired = Phrase(pt: "Vencida", es: "Expirada", en: "Expired")
    static let unused = Phrase(pt: "nunca usada", es: "sin uso", en: "never used")

    static func days(_ count: Int) -> Phrase {
        Phrase(pt: "\(count) dias", es: "\(count) días", en: "\(count) days")
    }

    /// Nil for one without words of its own.
    static func permission(_ name: String) -> Phrase? {
        switch name {
        case "organizations.read":
            Phrase(pt: "Ver o nome do cliente", es: "Ver el nombre del cliente", en: "See the client's name")
        case "connections.read": Phrase(pt: "Ver conexões", es: "Ver conexiones", en: "See connections")
        case "connections.manage":
            Phrase(
                pt: "Conectar, pausar e ler lojas", es: "Conectar, pausar y leer tiendas",
                en: "Connect, pause and read stores")
        case "orders.read":
            Phrase(
                pt: "Ver pedidos, sem as pessoas", es: "Ver pedidos, sin las personas",
                en: "See orders, without the people")
        case "records.read":
            Phrase(
                pt: "Ver clientes, carrinhos, catálogo, preços e estoque, sem as pessoas",
                es: "Ver clientes, carritos, catálogo, precios e inventario, sin las personas",
                en: "See customers, carts, catalogue, prices and stock, without the people")
        case "people.read":
            Phrase(
                pt: "Ver as pessoas dos pedidos e registros", es: "Ver las personas de los pedidos y registros",
                en: "See the people in orders and records")
        case "people.manage":
            Phrase(
                pt: "Dizer que clientes são a mesma pessoa", es: "Decir qué clientes son la misma persona",
                en: "Say which customers are one person")
        case "changes.read": Phrase(pt: "Seguir as mudanças", es: "Seguir los cambios", en: "Follow changes")
        case "totals.read": Phrase(pt: "Ver totais por dia", es: "Ver totales por día", en: "See daily totals")
        case "audit.read": Phrase(pt: "Ver a atividade", es: "Ver la actividad", en: "See the activity")
        default: nil
        }
    }
}
