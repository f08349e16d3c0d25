import Commerce
import ConnectorKit

/// What came of one question for one record.
enum VTEXReading: Sendable {
    case record(FetchedRecord)
    case unreadable(UnreadableRecord)
    /// VTEX knows no such thing.
    case none

    /// - Throws: what is no trouble with the document.
    init(_ kind: RecordKind, _ id: String, _ read: () throws -> FetchedRecord) throws {
        do {
            self = .record(try read())
        } catch {
            self = .unreadable(try VTEXRecord.unreadable(kind, id, error))
        }
    }
}

extension RecordPage {
    mutating func add(_ readings: [VTEXReading]) {
        for reading in readings {
            switch reading {
            case .record(let record): records.append(record)
            case .unreadable(let record): unreadable.append(record)
            case .none: continue
            }
        }
    }
}
