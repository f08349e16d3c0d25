/// What a search or scroll asks for. Source: facts on VTEX §5.2.
struct DocumentQuery: Sendable {
    let fields: FieldChoice
    private let condition: Condition
    private let keyword: String?
    private let sorting: [(name: String, isDescending: Bool)]

    /// - Throws: `Refusal` 400.
    init(_ call: Call, for entity: DataEntity) throws {
        fields = FieldChoice(call.field("_fields"))
        var conditions: [Condition] = []
        if let text = call.field("_where"), !text.isEmpty {
            var parser = ConditionParser(text, for: entity)
            conditions.append(try parser.whole())
        }
        // Fields as parameters of their own; what the entity does not have is none of them.
        for (name, value) in call.query where !name.hasPrefix("_") && entity.field(name) != nil {
            conditions.append(.compare(path: try ConditionParser.path(name, of: entity), .equal, value))
        }
        condition = .all(conditions)
        keyword = call.field("_keyword").flatMap { $0.isEmpty ? nil : $0.lowercased() }
        sorting = try (call.field("_sort") ?? "").split(separator: ",").map { part in
            let words = part.split(separator: " ")
            guard let name = words.first, words.count <= 2 else {
                throw ConditionParser.refusal("_sort should look like field ASC")
            }
            _ = try ConditionParser.path(String(name), of: entity)
            return (String(name), words.count > 1 && words[1].uppercased() == "DESC")
        }
    }

    var hasWildcard: Bool { condition.hasWildcard || keyword?.contains("*") == true }

    private var takesAll: Bool {
        if case .all(let parts) = condition { return parts.isEmpty && keyword == nil }
        return false
    }

    func rows(of entity: DataEntity, in rows: [IndexedDocument]) -> [IndexedDocument] {
        if takesAll, sorting.isEmpty { return rows }
        var found: [(row: IndexedDocument, document: JSON)] = []
        for row in rows {
            let document = row.fields(in: entity).replacing([
                .init(name: "id", value: .string(row.id(in: entity)))
            ])
            if condition.fits(document), fitsKeyword(document, entity) { found.append((row, document)) }
        }
        guard !sorting.isEmpty else { return found.map(\.row) }
        return found.sorted { isBefore($0.document, $1.document) }.map(\.row)
    }

    private func fitsKeyword(_ document: JSON, _ entity: DataEntity) -> Bool {
        guard let keyword else { return true }
        let wanted = keyword.replacing("*", with: "")
        return entity.fields.contains { field in
            field.isText && document[member: field.name]?.plainText.lowercased().contains(wanted) == true
        }
    }

    /// Nothing stands before something.
    private func isBefore(_ left: JSON, _ right: JSON) -> Bool {
        for (name, isDescending) in sorting {
            let order = Self.order(left[member: name]?.plainText, right[member: name]?.plainText)
            if order != 0 { return isDescending ? order > 0 : order < 0 }
        }
        return false
    }

    private static func order(_ left: String?, _ right: String?) -> Int {
        guard let left, let right else { return left == nil ? (right == nil ? 0 : -1) : 1 }
        if let first = Double(left), let second = Double(right) { return first < second ? -1 : first > second ? 1 : 0 }
        return left < right ? -1 : left > right ? 1 : 0
    }
}
