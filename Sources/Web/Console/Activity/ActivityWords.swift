import Basics

struct ActivityWords: PageWords {
    let intro = Phrase(
        pt:
            "Cada mudança de acesso, chave ou conexão, com quem a fez. As entradas são encadeadas: alterar ou apagar uma aparece aqui.",
        es:
            "Cada cambio de acceso, clave o conexión, con quién lo hizo. Las entradas están encadenadas: alterar o borrar una se nota aquí.",
        en:
            "Every change to access, keys or connections, with who made it. Entries are chained: one that is altered or erased shows here."
    )
    let when = Phrase(pt: "Quando", es: "Cuándo", en: "When")
    let who = Phrase(pt: "Quem", es: "Quién", en: "Who")
    let what = Phrase(pt: "O quê", es: "Qué", en: "What")
    let change = Phrase(pt: "Antes → depois", es: "Antes → después", en: "Before → after")
    let filter = Phrase(pt: "Filtrar", es: "Filtrar", en: "Filter")
    let clear = Phrase(pt: "Limpar", es: "Limpiar", en: "Clear")
    let empty = Phrase(pt: "Nada aconteceu ainda", es: "Aún no pasó nada", en: "Nothing has happened yet")
    let noResult = Phrase(
        pt: "Nenhuma entrada corresponde ao filtro", es: "Ninguna entrada coincide con el filtro",
        en: "No entry matches the filter")

    let check = Phrase(pt: "Conferir agora", es: "Verificar ahora", en: "Verify now")

    static let unchecked = Phrase(
        pt: "Cadeia ainda não conferida", es: "Cadena aún no verificada", en: "Chain not verified yet")
    static let heading = Phrase(pt: "Atividade", es: "Actividad", en: "Activity")
    static let all = Phrase(pt: "Tudo", es: "Todo", en: "All")
    static let object = Phrase(pt: "Sobre", es: "Sobre qué", en: "About")
    static let actor = Phrase(pt: "Feito por", es: "Hecho por", en: "Done by")
    static let broken = Phrase(pt: "Cadeia quebrada", es: "Cadena rota", en: "Chain broken")
    static let brokenRemedy = Phrase(
        pt:
            "Alguém mexeu no banco de dados por fora do Ponte. Compare com um backup e verifique quem tem acesso ao servidor.",
        es:
            "Alguien tocó la base de datos por fuera de Ponte. Compare con una copia de seguridad y revise quién accede al servidor.",
        en:
            "Somebody touched the database from outside of Ponte. Compare it with a backup and see who has access to the server."
    )

    static func checked(_ ago: String) -> Phrase {
        Phrase(pt: "conferida \(ago)", es: "verificada \(ago)", en: "verified \(ago)")
    }

    static func checked(_ ago: String, new: String) -> Phrase {
        Phrase(
            pt: "conferida \(ago), entradas novas: \(new)", es: "verificada \(ago), entradas nuevas: \(new)",
            en: "verified \(ago), new entries: \(new)")
    }

    static func whole(_ count: String) -> Phrase {
        if count == "1" {
            return Phrase(
                pt: "Cadeia íntegra · uma entrada", es: "Cadena íntegra · una entrada", en: "Chain whole · 1 entry")
        }
        return Phrase(
            pt: "Cadeia íntegra · \(count) entradas", es: "Cadena íntegra · \(count) entradas",
            en: "Chain whole · \(count) entries")
    }

    static let objects: [(key: String, title: Phrase)] = [
        ("connection", Phrase(pt: "Conexões", es: "Conexiones", en: "Connections")),
        ("stream", Phrase(pt: "Leituras", es: "Lecturas", en: "Readings")),
        ("customer", Phrase(pt: "Clientes", es: "Clientes de la tienda", en: "Customers")),
        ("key", Phrase(pt: "Chaves", es: "Claves", en: "Keys")),
        ("member", Phrase(pt: "Usuários", es: "Usuarios", en: "Members")),
        ("organization", Phrase(pt: "Cliente", es: "Cliente", en: "Client")),
    ]

    /// Nil for a deed without words of its own.
    static func action(_ action: String) -> Phrase? {
        switch action {
        case "organization.created": Phrase(pt: "Cliente criado", es: "Cliente creado", en: "Client created")
        case "connection.created": Phrase(pt: "Loja conectada", es: "Tienda conectada", en: "Store connected")
        case "connection.renamed": Phrase(pt: "Loja renomeada", es: "Tienda renombrada", en: "Store renamed")
        case "installation.restored":
            Phrase(pt: "Cópia restaurada", es: "Copia restaurada", en: "Backup restored")
        case "vault.secret_abandoned":
            Phrase(pt: "Segredo abandonado", es: "Secreto abandonado", en: "Secret abandoned")
        case "connection.draft_created":
            Phrase(pt: "Configuração começada", es: "Configuración comenzada", en: "Set-up begun")
        case "connection.draft_changed":
            Phrase(pt: "Configuração corrigida", es: "Configuración corregida", en: "Set-up corrected")
        case "connection.draft_discarded":
            Phrase(pt: "Configuração descartada", es: "Configuración descartada", en: "Set-up discarded")
        case "link.created": Phrase(pt: "Link feito", es: "Enlace hecho", en: "Link made")
        case "link.opened": Phrase(pt: "Link aberto", es: "Enlace abierto", en: "Link opened")
        case "connection.live_started":
            Phrase(pt: "Avisos ligados", es: "Avisos activados", en: "Telling of changes turned on")
        case "connection.live_stopped":
            Phrase(pt: "Avisos desligados", es: "Avisos desactivados", en: "Telling of changes turned off")
        case "connection.credential_replaced": Phrase(pt: "Chave trocada", es: "Clave cambiada", en: "Key replaced")
        case "connection.state_changed":
            Phrase(
                pt: "Estado da conexão mudou", es: "Cambió el estado de la conexión", en: "Connection's state changed")
        case "connection.reconciled":
            Phrase(pt: "Conferência pedida", es: "Conciliación pedida", en: "Reconciliation asked for")
        case "stream.rerun": Phrase(pt: "Leitura recomeçada", es: "Lectura reiniciada", en: "Reading begun anew")
        case "customer.separated":
            Phrase(
                pt: "Clientes separados: não são a mesma pessoa", es: "Clientes separados: no son la misma persona",
                en: "Customers told apart: not one person")
        case "customer.united":
            Phrase(pt: "Separação desfeita", es: "Separación deshecha", en: "Telling apart taken back")
        case "key.created": Phrase(pt: "Chave de API criada", es: "Clave de API creada", en: "API key created")
        case "key.disabled", "key.deactivated":
            Phrase(pt: "Chave de API desativada", es: "Clave de API desactivada", en: "API key deactivated")
        case "key.enabled", "key.activated":
            Phrase(pt: "Chave de API ativada", es: "Clave de API activada", en: "API key activated")
        case "member.created": Phrase(pt: "Usuário criado", es: "Usuario creado", en: "Member created")
        case "member.signed_in": Phrase(pt: "Entrou", es: "Ingresó", en: "Signed in")
        default: nil
        }
    }

    static func field(_ field: String) -> Phrase? {
        switch field {
        case "state": Phrase(pt: "estado", es: "estado", en: "state")
        case "platform": Phrase(pt: "plataforma", es: "plataforma", en: "platform")
        case "account": Phrase(pt: "conta", es: "cuenta", en: "account")
        case "key", "appKey": Phrase(pt: "chave", es: "clave", en: "key")
        case "token": Phrase(pt: "token (impressão)", es: "token (huella)", en: "token (fingerprint)")
        case "base_url": Phrase(pt: "endereço", es: "dirección", en: "address")
        case "stream": Phrase(pt: "fluxo", es: "flujo", en: "stream")
        case "code": Phrase(pt: "motivo", es: "motivo", en: "reason")
        case "purpose": Phrase(pt: "para", es: "para", en: "for")
        case "about": Phrase(pt: "sobre", es: "sobre", en: "about")
        case "name": Phrase(pt: "nome", es: "nombre", en: "name")
        case "permissions": Phrase(pt: "permissões", es: "permisos", en: "permissions")
        case "expires_at": Phrase(pt: "validade", es: "vencimiento", en: "expiry")
        case "role": Phrase(pt: "perfil", es: "perfil", en: "role")
        case "label": Phrase(pt: "rótulo", es: "etiqueta", en: "label")
        case "mode": Phrase(pt: "caminho", es: "vía", en: "way")
        case "from": Phrase(pt: "de", es: "desde", en: "from")
        case "until": Phrase(pt: "até", es: "hasta", en: "until")
        case "backup": Phrase(pt: "cópia", es: "copia", en: "backup")
        default: nil
        }
    }

    /// Words of the chain that people know by another name; everything else as it stands.
    static func value(_ value: String, _ reader: Reader) -> String {
        let phrase: Phrase? =
            switch value {
            case "draft": Phrase(pt: "em configuração", es: "en configuración", en: "being set up")
            case "credential.hand_in": Phrase(pt: "entregar chave", es: "entregar clave", en: "hand in a key")
            case "app_key.show": Phrase(pt: "mostrar chave de API", es: "mostrar clave de API", en: "show an API key")
            case "active": Phrase(pt: "ativa", es: "activa", en: "active")
            case "paused": Phrase(pt: "pausada", es: "en pausa", en: "paused")
            case "needs_attention": Phrase(pt: "precisa de atenção", es: "requiere atención", en: "needs attention")
            case "orders": Phrase(pt: "pedidos", es: "pedidos", en: "orders")
            case "sweep": Phrase(pt: "varredura", es: "barrido", en: "sweep")
            case "feed": Phrase(pt: "fila da plataforma", es: "cola de la plataforma", en: "the platform's queue")
            case "hook": Phrase(pt: "avisos (hook)", es: "avisos de la plataforma (hook)", en: "hook")
            case "customers": Phrase(pt: "clientes", es: "clientes de la tienda", en: "customers")
            case "addresses": Phrase(pt: "endereços", es: "direcciones", en: "addresses")
            case "catalogue": Phrase(pt: "catálogo", es: "catálogo de productos", en: "catalogue")
            case "prices": Phrase(pt: "preços", es: "precios", en: "prices")
            case "stock": Phrase(pt: "estoque", es: "inventario", en: "stock")
            case "promotions": Phrase(pt: "promoções", es: "promociones", en: "promotions")
            case "owner": Phrase(pt: "proprietário", es: "propietario", en: "owner")
            case "reader": Phrase(pt: "leitor", es: "lector", en: "reader")
            default: nil
            }
        if let phrase { return reader.say(phrase) }
        // Only moments are written with a T between figures, and none is shorter.
        if value.count >= 20, let moment = Instant(iso8601: value) { return reader.moment(moment) }
        return value
    }

    static func actorName(_ actor: String, _ reader: Reader) -> String {
        if actor.hasPrefix("system:") { return "Ponte" }
        if actor.hasPrefix("link:") {
            // Enough to tell one link from another.
            let end = String(actor.suffix(5))
            return reader.say(
                Phrase(
                    pt: "alguém com o link …\(end)", es: "alguien con el enlace …\(end)",
                    en: "somebody with the link …\(end)"))
        }
        if actor.hasPrefix("cli:") {
            let user = String(actor.dropFirst(4))
            guard user != "unknown" else {
                return reader.say(
                    Phrase(
                        pt: "alguém no servidor, por terminal", es: "alguien en el servidor, por terminal",
                        en: "somebody on the server, by command line"))
            }
            return reader.say(
                Phrase(pt: "\(user) (terminal)", es: "\(user) (por terminal)", en: "\(user) (command line)"))
        }
        if actor.hasPrefix("member:") {
            // For a reader who may not see who is who: enough to tell one from another.
            let end = String(actor.suffix(5))
            return reader.say(Phrase(pt: "Usuário …\(end)", es: "Usuario …\(end)", en: "Member …\(end)"))
        }
        return actor
    }
}
