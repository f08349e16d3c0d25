import CPostgres

/// The types that cross the wire, by PostgreSQL's fixed numbers.
///
/// Source: PostgreSQL 15, src/include/catalog/pg_type.dat.
enum PostgresType {
    /// Left to the server to infer: what a NULL says of itself.
    static let unknown: Oid = 0
    static let bool: Oid = 16
    static let bytes: Oid = 17
    static let name: Oid = 19
    static let integer: Oid = 20
    static let smallInteger: Oid = 21
    static let mediumInteger: Oid = 23
    static let text: Oid = 25
    static let unknownText: Oid = 705
    static let paddedText: Oid = 1042
    static let limitedText: Oid = 1043
    static let numeric: Oid = 1700
    static let bytesArray: Oid = 1001
    static let textArray: Oid = 1009
    static let integerArray: Oid = 1016
}
