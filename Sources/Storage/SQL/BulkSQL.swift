/// The texts of bulk writes. Table and column names come from the program, so they are pasted as they are.
enum BulkSQL {
    static func insert(_ rows: BulkRows, into table: String, onConflict rule: ConflictRule, on engine: Engine) -> String
    {
        let names = rows.columns.map(\.name)
        var text = "INSERT INTO \(table) (\(names.joined(separator: ", "))) "
        switch engine {
        case .sqlite: text += "VALUES (\((1...names.count).map { "?\($0)" }.joined(separator: ", ")))"
        case .postgres: text += "SELECT * FROM unnest(\(arrays(of: rows.columns)))"
        }
        switch rule {
        case .fail: break
        case .ignore: text += " ON CONFLICT DO NOTHING"
        case .update(let key):
            let others = names.filter { !key.contains($0) }
            let assignments = others.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
            text += " ON CONFLICT (\(key.joined(separator: ", "))) DO "
            text += others.isEmpty ? "NOTHING" : "UPDATE SET \(assignments)"
        }
        return text
    }

    static func update(_ table: String, with rows: BulkRows, keyCount: Int, on engine: Engine) -> String {
        let names = rows.columns.map(\.name)
        let keys = names.indices.prefix(keyCount)
        let others = names.indices.dropFirst(keyCount)
        switch engine {
        case .sqlite:
            let assignments = others.map { "\(names[$0]) = ?\($0 + 1)" }.joined(separator: ", ")
            let conditions = keys.map { "\(names[$0]) = ?\($0 + 1)" }.joined(separator: " AND ")
            return "UPDATE \(table) SET \(assignments) WHERE \(conditions)"
        case .postgres:
            let assignments = others.map { "\(names[$0]) = new_rows.\(names[$0])" }.joined(separator: ", ")
            let conditions = keys.map { "\(table).\(names[$0]) = new_rows.\(names[$0])" }.joined(separator: " AND ")
            return "UPDATE \(table) SET \(assignments) FROM unnest(\(arrays(of: rows.columns))) "
                + "AS new_rows (\(names.joined(separator: ", "))) WHERE \(conditions)"
        }
    }

    private static func arrays(of columns: [BulkColumn]) -> String {
        columns.enumerated().map { position, column in
            switch column.type {
            case .key, .text: "$\(position + 1)::text[]"
            case .integer: "$\(position + 1)::int8[]"
            case .bytes: "$\(position + 1)::bytea[]"
            }
        }.joined(separator: ", ")
    }
}
