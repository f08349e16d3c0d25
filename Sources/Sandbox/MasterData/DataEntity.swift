import Basics

/// A data entity: its fields, and the documents that the seed makes.
struct DataEntity: Sendable {
    let acronym: String
    let name: String
    let fields: [DataField]
    /// How many documents the seed makes.
    let count: Int
    /// One of them, without id and account.
    let members: @Sendable (Int) -> [JSON.Member]
    /// Mixed into ids, so that entities share none.
    let salt: UInt64

    private static let numberBits: UInt64 = 0x0000_FFFF_FFFF_FFFF

    /// The id of a document that the seed makes: its number stands in the first twelve digits.
    func id(of number: Int) -> String {
        Hexadecimal.uuid(((UInt64(number) ^ salt) & Self.numberBits) << 16 | salt & 0xFFF, salt)
    }

    /// The id of one of the generator's people; nil for anybody else.
    func id(ofPerson number: Int64?, among customers: Int) -> String? {
        guard let number, number >= 0, number < Int64(customers) else { return nil }
        return id(of: count - customers + Int(number))
    }

    /// Nil for an id that the seed does not make.
    func number(of id: String) -> Int? {
        let digits = id.lowercased().filter { $0 != "-" }
        guard digits.count == 32, let high = UInt64(digits.prefix(12), radix: 16) else { return nil }
        let number = (high ^ salt) & Self.numberBits
        guard number < UInt64(count), self.id(of: Int(number)) == id.lowercased() else { return nil }
        return Int(number)
    }

    /// By name, in any case.
    func field(_ name: String) -> DataField? {
        let wanted = name.lowercased()
        return fields.first { $0.name.lowercased() == wanted }
    }

    var summary: [JSON.Member] {
        [
            .init(name: "acronym", value: .string(acronym)), .init(name: "name", value: .string(name)),
            .init(name: "primaryKeyType", value: "GUID"), .init(name: "allowGetAll", value: false),
        ]
    }
}

/// A field of a data entity. Source: VTEX's Master Data OpenAPI file, Getdataentitystructure.
struct DataField: Sendable {
    let name: String
    /// As VTEX names it: `Varchar 100`, `Date and Time`, `Boolean` …
    let type: String
    var isNullable = true
    /// Whether `_where` and pairs may ask for it; 400 otherwise.
    var isFilter = true
    var isInternal = false

    var isText: Bool { type.hasPrefix("Varchar") || type == "Text" || type == "Email" }

    var json: JSON {
        [
            "name": .string(name), "type": .string(type), "displayName": .string(name),
            "isNullable": .bool(isNullable), "isSearchable": .bool(isText), "isFilter": .bool(isFilter),
            "isInternal": .bool(isInternal),
        ]
    }
}
