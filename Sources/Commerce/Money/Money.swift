/// An amount of money: an integer in units of 10^-scale of the currency. `12990 BRL, scale 2` is R$ 129,90.
///
/// The scale is the platform's, not the currency's: VTEX's "cents" are two implied decimals whatever the currency, and
/// unit prices can have more.
package struct Money: Hashable, Sendable {
    package var amount: Int64
    /// ISO 4217, upper case.
    package var currency: String
    package var scale: Int

    package init(amount: Int64, currency: String, scale: Int) {
        self.amount = amount
        self.currency = currency
        self.scale = scale
    }
}
