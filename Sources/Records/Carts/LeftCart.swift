import Basics
import Commerce

/// Whose a cart is, and since when it is left.
struct LeftCart: Hashable, Sendable {
    /// As `Customer.profileID`: what orders name the customer by.
    let profileID: String
    let leftAt: Instant

    /// Nil for a record that is no cart, or one whose owner or moment the platform does not tell.
    init?(_ document: RecordDocument) {
        guard document.kind == .cart, let cart = try? AbandonedCart(core: document.core, person: nil),
            let profileID = cart.profileID, let leftAt = cart.leftAt
        else { return nil }
        self.profileID = profileID
        self.leftAt = leftAt
    }
}
