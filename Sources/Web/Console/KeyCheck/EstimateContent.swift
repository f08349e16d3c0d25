import Basics
import Commerce
import Operations

/// What will be read of a store, how much of it, and about how long that takes.
struct EstimateContent: Sendable {
    let amount: String
    let since: String?
    let duration: String
    let reckoning: String?

    init(_ estimate: ImportEstimate?, for reader: Reader) {
        guard let estimate else {
            amount = reader.say(Words.unknownAmount)
            since = nil
            duration = reader.say(Words.unknownTime)
            reckoning = nil
            return
        }
        amount =
            estimate.orders == 0 ? reader.say(Words.none) : reader.say(Words.orders(reader.number(estimate.orders)))
        since = estimate.oldestAt.map(reader.moment)
        guard let time = estimate.duration, let pace = estimate.requestsPerMinute else {
            duration = reader.say(Words.unknownTime)
            reckoning = nil
            return
        }
        duration = reader.say(Words.about(Self.rounded(time)))
        reckoning = reader.say(Words.reckoning(reader.number(pace)))
    }

    /// Nobody can tell to the second: minutes beyond one, tens of minutes beyond an hour.
    private static func rounded(_ duration: Duration) -> String {
        let minutes = Int((duration.seconds / 60).rounded(.up))
        if minutes <= 1 { return "1 min" }
        if minutes < 60 { return "\(minutes) min" }
        let tens = (minutes + 9) / 10 * 10
        return NumberText.duration(.seconds(tens * 60))
    }

    private enum Words {
        static let unknownAmount = Phrase(
            pt: "a plataforma não disse agora; a importação conta sozinha",
            es: "la plataforma no lo dijo ahora; la importación cuenta sola",
            en: "the platform did not say just now; the import counts by itself")
        static let unknownTime = Phrase(
            pt: "a página da conexão mostra assim que começar",
            es: "la página de la conexión lo muestra apenas comience",
            en: "the connection's page shows it once it has begun")
        static let none = Phrase(
            pt: "nenhum ainda; os novos chegam em um minuto", es: "ninguno aún; los nuevos llegan en un minuto",
            en: "none yet; new ones arrive within a minute")

        static func orders(_ count: String) -> Phrase {
            Phrase(pt: "\(count) pedidos", es: "\(count) pedidos (órdenes)", en: "\(count) orders")
        }

        static func about(_ time: String) -> Phrase {
            Phrase(pt: "cerca de \(time)", es: "alrededor de \(time)", en: "about \(time)")
        }

        static func reckoning(_ pace: String) -> Phrase {
            Phrase(
                pt:
                    "Uma pergunta por pedido, a \(pace) por minuto: a metade da cota da plataforma. A outra metade fica para os pedidos novos e para os outros sistemas da loja.",
                es:
                    "Una pregunta por pedido, a \(pace) por minuto: la mitad de la cuota de la plataforma. La otra mitad queda para los pedidos nuevos y para los otros sistemas de la tienda.",
                en:
                    "One question for each order, at \(pace) a minute: half of the platform's quota. The other half is left to new orders and to the store's other systems."
            )
        }
    }
}
