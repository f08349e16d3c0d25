/// The shop window's addresses, below `/shop/{account}`.
enum ShopRoutes {
    static let all: [Route<ShopVisit>] = BrowseScreens.all + BasketScreens.all + CheckoutScreens.all
}
