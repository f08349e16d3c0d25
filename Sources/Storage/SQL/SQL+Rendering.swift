/// A statement as an engine takes it: text with numbered placeholders, and the values in their order.
struct RenderedSQL {
    var text = ""
    var parameters: [SQLParameter] = []
}

enum SQLParameter: Sendable {
    case value(SQLValue)
    /// Any number of texts as one value: `text[]` on PostgreSQL, a JSON array on SQLite.
    case texts([String])
}

extension SQL {
    func rendered(for engine: Engine) -> RenderedSQL {
        var rendered = RenderedSQL()
        let placeholder = engine == .sqlite ? "?" : "$"
        for piece in pieces {
            switch piece {
            case .literal(let text):
                rendered.text += text
            case .value(let value):
                rendered.parameters.append(.value(value))
                rendered.text += placeholder + String(rendered.parameters.count)
            case .anyOf(let texts):
                rendered.parameters.append(.texts(texts))
                let number = rendered.parameters.count
                rendered.text +=
                    engine == .sqlite ? "IN (SELECT value FROM json_each(?\(number)))" : "= ANY($\(number)::text[])"
            case .clustered:
                if engine == .sqlite { rendered.text += " WITHOUT ROWID" }
            case .indexedBy(let index):
                if engine == .sqlite { rendered.text += " INDEXED BY " + index }
            case .type(let type):
                rendered.text += type.name(on: engine)
            }
        }
        return rendered
    }
}

extension SQLType {
    func name(on engine: Engine) -> String {
        switch (self, engine) {
        case (.key, .postgres): "TEXT COLLATE \"C\""
        case (.key, .sqlite), (.text, _): "TEXT"
        case (.integer, .postgres): "BIGINT"
        case (.integer, .sqlite): "INTEGER"
        case (.bytes, .postgres): "BYTEA"
        case (.bytes, .sqlite): "BLOB"
        }
    }
}
