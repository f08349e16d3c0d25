/// The current row of a running query. It is valid inside the closure that receives it only.
///
/// Columns are counted from 0 in the order of the SELECT list. Reading a NULL or another type than the column holds
/// throws `StorageError` with code `storage.unexpected_column`: a defect of the program, not of the data's owner.
package struct Row {
    let cells: any RowCells

    package func isNull(_ column: Int) -> Bool { cells.isNull(column) }
    package func integer(_ column: Int) throws -> Int64 { try cells.integer(column) }
    package func text(_ column: Int) throws -> String { try cells.text(column) }
    package func bytes(_ column: Int) throws -> [UInt8] { try cells.bytes(column) }

    /// Hands a column's bytes to `body` where they lie, without a copy; they are gone when it returns.
    package func withBytes<Result>(
        _ column: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
    ) throws -> Result {
        try body(try cells.lying(column))
    }

    package func int(_ column: Int) throws -> Int { Int(try cells.integer(column)) }
    package func bool(_ column: Int) throws -> Bool { try cells.integer(column) != 0 }
    package func optionalInteger(_ column: Int) throws -> Int64? { isNull(column) ? nil : try integer(column) }
    package func optionalText(_ column: Int) throws -> String? { isNull(column) ? nil : try text(column) }
    package func optionalBytes(_ column: Int) throws -> [UInt8]? { isNull(column) ? nil : try bytes(column) }
}

/// A driver's access to the columns of the current row.
protocol RowCells {
    func isNull(_ column: Int) -> Bool
    func integer(_ column: Int) throws -> Int64
    func text(_ column: Int) throws -> String
    func bytes(_ column: Int) throws -> [UInt8]
    /// Valid while the row is the current one.
    func lying(_ column: Int) throws -> UnsafeRawBufferPointer
}
