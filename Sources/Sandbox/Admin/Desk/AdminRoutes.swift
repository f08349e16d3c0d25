import HTTPTypes

/// The screens' addresses, below `/admin/{account}`.
enum AdminRoutes {
    static let all: [Route<Visit>] =
        [Route(.get, "/", "admin") { _, visit in visit.page(HomePage(visit)) }]
        + RoleScreens.all + KeyScreens.all + UserScreens.all + OrderScreens.all + FaultScreens.all
}
