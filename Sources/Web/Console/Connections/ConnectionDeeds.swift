import Basics
import Records

/// The pages that ask once more before something is done to a connection.
package enum ConnectionDeeds {
    package static func pause(_ connection: Connection, client: String, for reader: Reader) -> ConfirmPage {
        ConfirmPage(
            heading: Phrase(
                pt: "Pausar \(connection.name)?", es: "¿Pausar \(connection.name)?", en: "Pause \(connection.name)?"),
            explanation: Phrase(
                pt: "O Ponte deixa de ler esta loja até você retomar. O que já está guardado fica.",
                es: "Ponte deja de leer esta tienda hasta que usted reanude. Lo que ya está guardado permanece.",
                en: "Ponte stops reading this store until you resume. What is stored stays."),
            button: Phrase(pt: "Pausar a conexão", es: "Pausar la conexión", en: "Pause the connection"),
            action: ConsolePath.connection(client, connection.id.text, "pause"),
            back: ConsolePath.connection(client, connection.id.text),
            crumbs: crumbs(connection, client: client, for: reader))
    }

    package static func rerun(_ connection: Connection, client: String, for reader: Reader) -> ConfirmPage {
        ConfirmPage(
            heading: Phrase(
                pt: "Ler \(connection.name) de novo?", es: "¿Leer \(connection.name) de nuevo?",
                en: "Read \(connection.name) again?"),
            explanation: Phrase(
                pt:
                    "Cada pedido é lido outra vez e comparado com o que está guardado. Só o que mudou é gravado; nada se repete.",
                es:
                    "Cada pedido se lee otra vez y se compara con lo guardado. Solo se graba lo que cambió; nada se repite.",
                en:
                    "Every order is read again and compared with what is stored. Only what changed is written; nothing is repeated."
            ),
            points: [
                Phrase(
                    pt:
                        "Usa a cota da plataforma na parte reservada ao passado: os pedidos novos continuam a chegar primeiro.",
                    es:
                        "Usa la cuota de la plataforma en la parte reservada al pasado: los pedidos nuevos siguen llegando primero.",
                    en:
                        "It takes the share of the platform's quota that is kept for the past: new orders still come first."
                )
            ],
            button: Phrase(pt: "Ler tudo de novo", es: "Leer todo de nuevo", en: "Read all again"),
            action: ConsolePath.connection(client, connection.id.text, "rerun"),
            back: ConsolePath.connection(client, connection.id.text),
            crumbs: crumbs(connection, client: client, for: reader))
    }

    package static func discard(_ connection: Connection, client: String, for reader: Reader) -> ConfirmPage {
        ConfirmPage(
            heading: Phrase(
                pt: "Descartar \(connection.name)?", es: "¿Descartar \(connection.name)?",
                en: "Discard \(connection.name)?"),
            explanation: Phrase(
                pt:
                    "O que você digitou e a chave guardada são apagados daqui. Nada foi lido desta loja, e na plataforma nada muda.",
                es:
                    "Lo que usted escribió y la clave guardada se borran de aquí. No se leyó nada de esta tienda, y en la plataforma nada cambia.",
                en:
                    "What you typed and the key that is stored are erased here. Nothing was read of this store, and nothing changes at the platform."
            ),
            button: Phrase(pt: "Descartar", es: "Descartar", en: "Discard"),
            action: ConsolePath.connection(client, connection.id.text, "discard"),
            back: ConsolePath.connection(client, connection.id.text), isDangerous: true,
            crumbs: [Crumb(reader.say(ConnectionsWords.heading), ConsolePath.connections(client))])
    }

    static func crumbs(_ connection: Connection, client: String, for reader: Reader) -> [Crumb] {
        [
            Crumb(reader.say(ConnectionsWords.heading), ConsolePath.connections(client)),
            Crumb(connection.name, ConsolePath.connection(client, connection.id.text)),
        ]
    }
}
