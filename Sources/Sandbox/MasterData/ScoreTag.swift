import Basics

/// A field of points by key, of which the highest shows. Source: facts on VTEX §5.5.
enum ScoreTag {
    /// Points count for so long unless told otherwise.
    private static let life = Duration.seconds(30 * 86_400)

    static func json(_ points: [(key: String, point: Int)], at date: Instant) -> JSON {
        points.reduce(nil) { adding($1.point, to: $1.key, until: date + life, at: date, in: $0) }
    }

    /// The field with `point` more for `key`.
    static func adding(_ point: Int, to key: String, until: Instant, at now: Instant, in field: JSON) -> JSON {
        var scores: [JSON.Member] = []
        if case .object(let members) = field["Scores"] ?? nil { scores = members }
        let score: JSON = [
            "Point": .number(point), "Date": .string(VTEXDate.zulu(now)), "Until": .string(VTEXDate.zulu(until)),
        ]
        if let position = scores.firstIndex(where: { $0.name == key }) {
            scores[position] = .init(name: key, value: .array(scores[position].value.elements + [score]))
        } else {
            scores.append(.init(name: key, value: [score]))
        }
        let best = scores.max { total($0.value) < total($1.value) }
        return ["DisplayValue": .text(best?.name), "Scores": .object(scores)]
    }

    private static func total(_ scores: JSON) -> Int64 {
        scores.elements.reduce(0) { sum, score in
            if case .integer(let point) = score["Point"] ?? nil { return sum + point }
            return sum
        }
    }

    /// `10m`, `3h`, `1d`: from now on; nil for anything else.
    static func span(_ text: String) -> Duration? {
        guard let unit = text.last, let count = Int64(text.dropLast()), (0...100_000).contains(count) else {
            return nil
        }
        switch unit {
        case "m": return .seconds(count * 60)
        case "h": return .seconds(count * 3600)
        case "d": return .seconds(count * 86_400)
        default: return nil
        }
    }
}
