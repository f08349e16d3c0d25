import Basics
import Commerce

/// The cart in a document of CL: `rclastcart` and its neighbours. Source: docs/platforms/vtex.md, Carts.
struct VTEXCart {
    private let root: JSONView
    private let currency: String

    init(_ root: JSONView, currency: String) {
        self.root = root
        self.currency = currency
    }

    /// Nil when there is none.
    func cart(of customer: Customer) throws -> AbandonedCart? {
        guard let content = try root.words("rclastcart") else { return nil }
        var cart = AbandonedCart(externalID: customer.externalID)
        cart.customerID = customer.externalID
        cart.profileID = customer.profileID
        cart.changedAt = customer.changedAt
        cart.leftAt = try root.moment("rclastsessiondate")
        cart.sessionID = try root.words("rclastsession")
        // Some shops write other things there; what is no amount tells nothing.
        cart.value = try root.words("rclastcartvalue").flatMap { Money(decimal: $0, currency: currency) }
        let query = content.firstIndex(of: "?").map { String(content[content.index(after: $0)...]) } ?? content
        cart.lines = Self.lines(query)
        if !cart.lines.isEmpty { cart.restoreQuery = query }
        cart.platformStep = try step()
        cart.step = cart.platformStep.map(Self.step)
        return cart
    }

    /// `sku=1&qty=1&seller=1&sc=1&sku=2&…`: each `sku` begins a line. Empty for anything else.
    private static func lines(_ query: String) -> [AbandonedCart.Line] {
        var lines: [AbandonedCart.Line] = []
        for part in query.split(separator: "&") {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2, part.utf8.allSatisfy({ isPlain($0) || $0 == UInt8(ascii: "=") }) else { return [] }
            let value = String(pair[1])
            switch pair[0].lowercased() {
            case "sku":
                guard !value.isEmpty else { return [] }
                lines.append(AbandonedCart.Line(skuID: value, quantity: 1))
            case "qty":
                guard let quantity = Int64(value), quantity > 0, !lines.isEmpty else { return [] }
                lines[lines.count - 1].quantity = quantity
            case "seller" where !lines.isEmpty && !value.isEmpty: lines[lines.count - 1].sellerID = value
            case "sc" where !lines.isEmpty && !value.isEmpty: lines[lines.count - 1].salesChannel = value
            default: continue
            }
        }
        return lines
    }

    /// What ids are made of, so that nothing else gets into an address.
    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
    }

    /// A score's `DisplayValue`, or a text.
    private func step() throws -> String? {
        guard let tag = root["checkouttag"] else { return nil }
        return tag.kind == .object
            ? try tag.words("DisplayValue") : tag.kind == .string ? try root.words("checkouttag") : nil
    }

    private static func step(_ word: String) -> AbandonedCart.Step {
        switch word.lowercased() {
        case "carrinho": .cart
        case "dadospessoais": .profile
        case "endereco": .address
        case "formapagamento": .payment
        case "finalizado": .finished
        default: .other
        }
    }
}
