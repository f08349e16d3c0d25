import Basics
import Commerce
import Records

/// A platform's answer about one order, made from the few words that a test cares about.
struct Answer: Sendable {
    var id = "1001-01"
    var status = OrderStatus.paid
    /// Seconds after noon.
    var changed: Int64 = 0
    /// Seconds after noon.
    var fetched: Int64 = 0
    /// What the content hash is made of besides the status; also the payload.
    var content = "a"
    var digest: String?
    var mapper = 1
    var invoiced: Int64?
    var delivered: Int64?
    var email: String?
    /// Seconds after noon.
    var placed: Int64 = 0
    /// Whose it is.
    var profile: String?

    var order: Order {
        var order = Order(
            externalID: id, status: status, platformStatus: status.rawValue, placedAt: Shop.noon + .seconds(placed),
            changedAt: Shop.noon + .seconds(changed), total: Money(amount: 12_990, currency: "BRL", scale: 2))
        order.invoicedAt = invoiced.map { Shop.noon + .seconds($0) }
        order.deliveredAt = delivered.map { Shop.noon + .seconds($0) }
        order.customer.profileID = profile
        if let email {
            var person = OrderPerson()
            person.email = email
            order.person = person
        }
        return order
    }

    var payload: [UInt8] { Array("\(id) \(status.rawValue) \(content)".utf8) }

    /// Stands in for a digest: as many bytes, different for different payloads.
    var hash: [UInt8] { Array((payload + [UInt8](repeating: 0, count: 64)).prefix(64)) }

    var incoming: IncomingOrder {
        IncomingOrder(
            order: order, payload: payload, contentHash: hash, fetchedAt: Shop.noon + .seconds(fetched),
            listDigest: digest, mapperVersion: mapper)
    }
}
