/// The foot of a list in pages. Partial `pager`.
struct Pager: Sendable {
    /// As in `50 de 1.240 pedidos`.
    let shown: String
    /// Nil on the first page.
    let firstPath: String?
    /// Nil on the last page.
    let nextPath: String?
}
