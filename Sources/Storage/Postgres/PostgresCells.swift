import CPostgres

/// The columns of one row of a result in PostgreSQL's binary form.
struct PostgresCells: RowCells {
    let result: OpaquePointer
    let row: Int32

    func isNull(_ column: Int) -> Bool { PQgetisnull(result, row, Int32(column)) == 1 }

    func integer(_ column: Int) throws -> Int64 {
        let bytes = try cell(column)
        switch PQftype(result, Int32(column)) {
        case PostgresType.integer: return Int64(bigEndian: bytes.loadUnaligned(as: Int64.self))
        case PostgresType.mediumInteger: return Int64(Int32(bigEndian: bytes.loadUnaligned(as: Int32.self)))
        case PostgresType.smallInteger: return Int64(Int16(bigEndian: bytes.loadUnaligned(as: Int16.self)))
        case PostgresType.bool: return bytes.first == 1 ? 1 : 0
        case PostgresType.numeric:
            // What sum() makes of 64-bit integers.
            guard let number = PostgresNumeric.integer(bytes) else { throw unexpected(column, "integer") }
            return number
        default: throw unexpected(column, "integer")
        }
    }

    func text(_ column: Int) throws -> String {
        let bytes = try cell(column)
        switch PQftype(result, Int32(column)) {
        case PostgresType.text, PostgresType.limitedText, PostgresType.paddedText, PostgresType.name,
            PostgresType.unknownText:
            return String(decoding: bytes, as: UTF8.self)
        default: throw unexpected(column, "text")
        }
    }

    func bytes(_ column: Int) throws -> [UInt8] {
        Array(try lying(column))
    }

    func lying(_ column: Int) throws -> UnsafeRawBufferPointer {
        let bytes = try cell(column)
        guard PQftype(result, Int32(column)) == PostgresType.bytes else { throw unexpected(column, "bytes") }
        return bytes
    }

    private func cell(_ column: Int) throws -> UnsafeRawBufferPointer {
        guard column < PQnfields(result), !isNull(column) else { throw unexpected(column, "a value") }
        return UnsafeRawBufferPointer(
            start: PQgetvalue(result, row, Int32(column)), count: Int(PQgetlength(result, row, Int32(column))))
    }

    private func unexpected(_ column: Int, _ asked: String) -> StorageError {
        let name = PQfname(result, Int32(column)).map { String(cString: $0) } ?? ""
        let held = isNull(column) ? "null" : "type \(PQftype(result, Int32(column)))"
        return StorageError(.unexpectedColumn, "\(column) \(name)", detail: "\(asked) asked, \(held) held")
    }
}

/// PostgreSQL's decimal numbers, as far as they are whole and fit 64 bits.
///
/// Source: PostgreSQL 15, src/backend/utils/adt/numeric.c, numeric_send.
enum PostgresNumeric {
    static func integer(_ bytes: UnsafeRawBufferPointer) -> Int64? {
        func field(_ position: Int) -> Int16 {
            Int16(bigEndian: bytes.loadUnaligned(fromByteOffset: position * 2, as: Int16.self))
        }
        guard bytes.count >= 8 else { return nil }
        let count = Int(field(0))
        let weight = Int(field(1))
        let sign = UInt16(bitPattern: field(2))
        guard sign == 0 || sign == 0x4000, bytes.count == 8 + count * 2, weight < 5 else { return nil }
        guard count <= weight + 1 else { return nil }
        // Towards the sign, so that the smallest 64-bit number fits.
        var value: Int64 = 0
        for position in 0..<max(0, weight + 1) {
            let digit = position < count ? Int64(field(4 + position)) : 0
            let (shifted, overflow) = value.multipliedReportingOverflow(by: 10_000)
            let (sum, overflowAgain) = shifted.addingReportingOverflow(sign == 0 ? digit : -digit)
            guard !overflow, !overflowAgain else { return nil }
            value = sum
        }
        return value
    }
}
