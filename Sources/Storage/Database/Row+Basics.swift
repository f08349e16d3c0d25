import Basics

extension Row {
    package func instant(_ column: Int) throws -> Instant { Instant(microseconds: try integer(column)) }

    package func optionalInstant(_ column: Int) throws -> Instant? {
        try optionalInteger(column).map(Instant.init(microseconds:))
    }

    package func id<Kind>(_ column: Int, _ kind: Kind.Type = Kind.self) throws -> ID<Kind> {
        ID(stored: try text(column))
    }
}
