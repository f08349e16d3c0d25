/// The console's templates: files of `Console/Files`, part of the program.
enum Template: String, CaseIterable, Sendable {
    // What surrounds a page, and the pieces that pages share.
    case layout, plain, pageHead = "page_head", notice, field, pager, badge, progress, confirm
    // Pages.
    case signIn = "sign_in"

    var bytes: [UInt8] {
        switch self {
        case .layout: PackageResources.layout_mustache
        case .plain: PackageResources.plain_mustache
        case .pageHead: PackageResources.page_head_mustache
        case .notice: PackageResources.notice_mustache
        case .field: PackageResources.field_mustache
        case .pager: PackageResources.pager_mustache
        case .badge: PackageResources.badge_mustache
        case .progress: PackageResources.progress_mustache
        case .confirm: PackageResources.confirm_mustache
        case .signIn: PackageResources.sign_in_mustache
        }
    }

    /// As partials name it, and as its file is called.
    var name: String { rawValue }
}
