/// What a sandbox serves and where.
package struct SandboxConfiguration: Sendable {
    /// Address to listen on; loopback unless somebody asks for more.
    package var host: String
    /// 0 takes a free port.
    package var port: Int
    /// The same seed gives the same store.
    package var seed: UInt64
    /// How many orders the generator makes; not used with `ordersFrom`.
    package var orders: Int
    /// A folder in the layout of the public Olist data set; nil generates orders.
    package var ordersFrom: String?
    /// VTEX account name: lower-case letters, digits, hyphens.
    package var account: String
    /// Whether the documented request limits hold from the start.
    package var limits: Bool
    /// Where the credentials are written, mode 0600, once the port is open.
    package var credentialsFile: String?
    /// Where the store is kept between two runs, mode 0600. What an earlier run wrote there goes before `seed`, `orders`,
    /// `ordersFrom` and `account`. Nil forgets everything at the end.
    package var stateFile: String?
    /// Orders that appear or take a step, per minute; 0 is a store that stands still.
    package var pace: Double
    /// How long a new order or status stays out of the order list; about four minutes at VTEX.
    package var indexDelay: Duration

    package init(
        host: String = "127.0.0.1", port: Int = 0, seed: UInt64 = 1, orders: Int = 2000, ordersFrom: String? = nil,
        account: String = "lojademo", limits: Bool = true, credentialsFile: String? = nil, stateFile: String? = nil,
        pace: Double = 0, indexDelay: Duration = .zero
    ) {
        self.host = host
        self.port = port
        self.seed = seed
        self.orders = orders
        self.ordersFrom = ordersFrom
        self.account = account
        self.limits = limits
        self.credentialsFile = credentialsFile
        self.stateFile = stateFile
        self.pace = pace
        self.indexDelay = indexDelay
    }
}
