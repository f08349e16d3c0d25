import Basics
import HTTPTypes

/// What a product search asks for. Source: facts on VTEX §6.
struct ProductQuery: Sendable {
    /// One filter of `fq`; several of one kind are alternatives.
    enum Filter: Sendable {
        case category([Int])
        case brand(Int)
        case product(Int)
        case sku(Int)
        case reference(String)
        case ean(String)
        /// Cents.
        case price(ClosedRange<Int64>)
        case available
        case seller(String)
        /// Nothing has it.
        case none
    }

    var from = 0
    var to = 9
    var text: String?
    var filters: [Filter] = []
    var order = ""
    var salesChannel = "1"

    private static let largestSpan = 50
    private static let furthest = 2500

    /// Everything, for the shop window.
    init(text: String? = nil) {
        self.text = text
        to = .max
    }

    init(_ call: Call) throws {
        from = try Self.number(call, "_from") ?? 0
        to = try Self.number(call, "_to") ?? from + 9
        guard from <= Self.furthest else {
            throw Self.refused("Parameter _from can't be greater than \(Self.furthest).")
        }
        guard from >= 0, to >= from, to - from < Self.largestSpan else {
            throw Self.refused("The maximum number of items allowed to be returned at once is \(Self.largestSpan).")
        }
        let term = call.parameter("search")
        text = term.isEmpty ? call.field("ft") : term
        filters = call.fields("fq").flatMap { $0.split(separator: ",") }.map { Self.filter(String($0)) }
        order = call.field("O") ?? ""
        salesChannel = call.field("sc") ?? "1"
    }

    private static func number(_ call: Call, _ name: String) throws -> Int? {
        guard let text = call.field(name), !text.isEmpty else { return nil }
        guard let value = Int(text) else { throw refused("Parameter \(name) is not a number.") }
        return value
    }

    private static func refused(_ message: String) -> Refusal { Refusal(.badRequest, .string(message)) }

    private static func filter(_ text: String) -> Filter {
        guard let colon = text.firstIndex(of: ":") else { return .none }
        let name = text[..<colon].lowercased()
        let value = String(text[text.index(after: colon)...])
        switch name {
        case "c": return .category(value.split(separator: "/").compactMap { Int($0) })
        case "b": return Int(value).map { .brand($0) } ?? .none
        case "p": return range(value).map { .price($0) } ?? .none
        case "productid": return Int(value).map { .product($0) } ?? .none
        case "skuid": return Int(value).map { .sku($0) } ?? .none
        case "alternateids_refid": return .reference(value.lowercased())
        case "alternateids_ean": return .ean(value)
        case "sellerid": return .seller(value)
        case let name where name.hasPrefix("isavailablepersaleschannel_"): return value == "1" ? .available : .none
        default: return .none
        }
    }

    /// `[10 TO 99.9]`, in the currency.
    private static func range(_ text: String) -> ClosedRange<Int64>? {
        let ends = text.filter { $0 != "[" && $0 != "]" }.split(separator: " ")
        guard ends.count == 3, ends[1] == "TO", let low = Double(ends[0]), let high = Double(ends[2]), low <= high,
            high < 1e12
        else { return nil }
        return Int64(low * 100)...Int64(high * 100)
    }
}
