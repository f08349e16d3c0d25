import Basics
import ConnectorKit
import Records
import Sync
import Web

/// Statements in the states that they can be in.
enum SampleStatements {
    private static let until = CivilDate(year: 2026, month: 11, day: 22)

    static func pages(_ reader: Reader) -> [SamplePages.Sample] {
        let connection = SampleStores.calm.connection
        func page(_ change: (inout StatementPage) -> Void) -> StatementPage {
            var page = StatementPage(
                connection: connection, from: until.advanced(by: -30), until: until,
                lastRun: run(.done, .differs))
            change(&page)
            return page
        }
        let full = page {
            $0.lines = lines
            $0.differences = differences
        }
        let samples: [(String, StatementPage)] = [
            ("statement", full),
            (
                "statement-agrees",
                page {
                    $0.lines = lines.filter { $0.verdict == .equal }
                    $0.lastRun = run(.done, .agrees)
                }
            ),
            ("statement-never", page { $0.lastRun = nil }), ("statement-untouched", page { _ in }),
            ("statement-running", page { $0.lastRun = run(.running, nil) }),
            (
                "statement-failed",
                page {
                    $0.lines = lines
                    $0.lastRun = run(.failed, nil)
                }
            ),
        ]
        return samples.map { name, page in
            SamplePages.Sample(name: name, page: page, frame: SamplePages.frame(reader, .connections))
        } + [
            SamplePages.Sample(
                name: "statement-reader", page: full,
                frame: SamplePages.frame(reader, .connections, abilities: [.seeActivity]))
        ]
    }

    private static let trouble = Trouble(
        code: "reconciliation.list_dropped",
        explanation: Phrase(
            pt: "A plataforma lista 0 pedidos onde já mostrou 391: a lista não merece confiança agora.",
            es: "La plataforma lista 0 pedidos donde ya mostró 391: la lista no es confiable ahora.",
            en: "The platform lists 0 orders where it showed 391 before: its list cannot be trusted now."))

    private static func run(
        _ state: Reconciliation.State, _ verdict: Reconciliation.Verdict?
    ) -> Reconciliation {
        Reconciliation(
            id: ReconciliationID(stored: "rec_01jd0000000000000000000001"),
            connectionID: SampleStores.calm.connection.id, cause: .schedule, state: state,
            span: .init(from: CivilDate(year: 2024, month: 11, day: 22), until: until),
            timeZone: "America/Sao_Paulo", requestedAt: SamplePages.now - .seconds(900),
            finishedAt: state.isOpen ? nil : SamplePages.now - .seconds(600),
            comparedUntil: SamplePages.now - .seconds(1_800), reachesFrom: SampleOrders.moment("2024-11-22T15:04:00Z"),
            beyond: 20_412, daysTotal: 731, daysDone: state.isOpen ? 120 : 731, requests: 1_612, sampled: 542,
            verdict: verdict, trouble: state == .failed ? trouble : nil)
    }

    private static let lines: [StatementLine] = (0..<31).map { number in
        var line = StatementLine(
            stream: .orders, day: until.advanced(by: -number), there: 418 - number * 3, here: 418 - number * 3)
        switch number {
        case 2:
            line.here -= 2
            line.differences = 2
            line.repaired = 2
        case 5:
            line.differences = 1
        case 9:
            line.there = nil
            line.trouble = trouble
        case 29:
            line.here += 40
            line.beyond = 40
        case 30:
            line.there = nil
            line.beyond = line.here
        default: break
        }
        return line
    }

    private static let differences: [NamedDifference] = [
        NamedDifference(
            stream: .orders, externalID: "1391830751234-01", day: until.advanced(by: -2), kind: .missingHere,
            outcome: .repaired, there: side("invoiced", 12_990, 2), here: nil, currency: "BRL", scale: 2),
        NamedDifference(
            stream: .orders, externalID: "1391830751999-01", day: until.advanced(by: -2), kind: .status,
            outcome: .repaired, there: side("canceled", 1_259_900, 1), here: side("ready-for-handling", 1_259_900, 1),
            currency: "BRL", scale: 2),
        NamedDifference(
            stream: .orders, externalID: "1391830750007-01", day: until.advanced(by: -5), kind: .missingThere,
            outcome: .kept, there: nil, here: side("invoiced", 8_990, 3), currency: "BRL", scale: 2),
        NamedDifference(
            stream: .orders, externalID: "1391830750042-01", day: until.advanced(by: -5), kind: .value,
            outcome: .failed, there: side("invoiced", 9_990, 3), here: side("invoiced", 8_990, 3), currency: "BRL",
            scale: 2, trouble: trouble),
    ]

    private static func side(_ status: String, _ amount: Int64, _ units: Int64) -> NamedDifference.Side {
        NamedDifference.Side(
            day: until.advanced(by: -2),
            outline: OrderOutline(platformStatus: status, amount: amount, units: units))
    }
}
