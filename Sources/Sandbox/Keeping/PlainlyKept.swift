import Basics
import Foundation

/// Something that a state file keeps field by field, as its names in Swift are.
protocol PlainlyKept: Keepable, Codable {}

extension PlainlyKept {
    var kept: JSON {
        // What cannot be encoded is not kept: none of these types has such a value.
        guard let data = try? JSONEncoder().encode(self), let document = try? JSONDocument(parsing: Array(data)),
            let json = try? JSON(document.root)
        else { return .null }
        return json
    }

    init(kept: JSONView) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(JSON(kept).bytes))
    }
}

/// As microseconds since 1970.
extension Instant: Codable {
    package init(from decoder: any Decoder) throws {
        self.init(microseconds: try decoder.singleValueContainer().decode(Int64.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(microseconds)
    }
}
