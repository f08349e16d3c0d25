/// The console's templates: files of `Console/Files`, part of the program. A test compares this list with the folder.
package enum Template: String, CaseIterable, Sendable {
    case activity
    case badge
    case check
    case checkLive = "check_live"
    case checkMatrix = "check_matrix"
    case clients
    case confirm
    case connect
    case connection
    case connectionDays = "connection_days"
    case connectionLive = "connection_live"
    case connectionRow = "connection_row"
    case connectionStreams = "connection_streams"
    case connections
    case connectionsEmpty = "connections_empty"
    case connectionsList = "connections_list"
    case credential
    case dayPlot = "day_plot"
    case field
    case guide
    case handIn = "hand_in"
    case handInLink = "hand_in_link"
    case handInLive = "hand_in_live"
    case home
    case homeLive = "home_live"
    case keyLink = "key_link"
    case keys
    case layout
    case members
    case notice
    case order
    case orders
    case ordersTable = "orders_table"
    case pageHead = "page_head"
    case pager
    case plain
    case platforms
    case problem
    case progress
    case record
    case records
    case roleGuide = "role_guide"
    case setUp = "set_up"
    case settings
    case signIn = "sign_in"
    case statement
    case statementLive = "statement_live"
    case steps

    package var bytes: [UInt8] {
        switch self {
        case .activity: PackageResources.activity_mustache
        case .badge: PackageResources.badge_mustache
        case .check: PackageResources.check_mustache
        case .checkLive: PackageResources.check_live_mustache
        case .checkMatrix: PackageResources.check_matrix_mustache
        case .clients: PackageResources.clients_mustache
        case .confirm: PackageResources.confirm_mustache
        case .connect: PackageResources.connect_mustache
        case .connection: PackageResources.connection_mustache
        case .connectionDays: PackageResources.connection_days_mustache
        case .connectionLive: PackageResources.connection_live_mustache
        case .connectionRow: PackageResources.connection_row_mustache
        case .connectionStreams: PackageResources.connection_streams_mustache
        case .connections: PackageResources.connections_mustache
        case .connectionsEmpty: PackageResources.connections_empty_mustache
        case .connectionsList: PackageResources.connections_list_mustache
        case .credential: PackageResources.credential_mustache
        case .dayPlot: PackageResources.day_plot_mustache
        case .field: PackageResources.field_mustache
        case .guide: PackageResources.guide_mustache
        case .handIn: PackageResources.hand_in_mustache
        case .handInLink: PackageResources.hand_in_link_mustache
        case .handInLive: PackageResources.hand_in_live_mustache
        case .home: PackageResources.home_mustache
        case .homeLive: PackageResources.home_live_mustache
        case .keyLink: PackageResources.key_link_mustache
        case .keys: PackageResources.keys_mustache
        case .layout: PackageResources.layout_mustache
        case .members: PackageResources.members_mustache
        case .notice: PackageResources.notice_mustache
        case .order: PackageResources.order_mustache
        case .orders: PackageResources.orders_mustache
        case .ordersTable: PackageResources.orders_table_mustache
        case .pageHead: PackageResources.page_head_mustache
        case .pager: PackageResources.pager_mustache
        case .plain: PackageResources.plain_mustache
        case .platforms: PackageResources.platforms_mustache
        case .problem: PackageResources.problem_mustache
        case .progress: PackageResources.progress_mustache
        case .record: PackageResources.record_mustache
        case .records: PackageResources.records_mustache
        case .roleGuide: PackageResources.role_guide_mustache
        case .setUp: PackageResources.set_up_mustache
        case .settings: PackageResources.settings_mustache
        case .signIn: PackageResources.sign_in_mustache
        case .statement: PackageResources.statement_mustache
        case .statementLive: PackageResources.statement_live_mustache
        case .steps: PackageResources.steps_mustache
        }
    }

    /// As partials name it, and as its file is called.
    package var name: String { rawValue }
}
