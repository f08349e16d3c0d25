import Basics

/// A role as the form has it at the moment: what was stored, or what somebody has typed and ticked.
struct RoleDraft: Sendable {
    var name: String
    var resources: [Resource]
    /// Of the boxes.
    let search: String
    /// The role that the boxes were taken from last; nil for Custom.
    let model: Int?

    enum Problem { case nameMissing, nothingTicked }

    /// Nil when it can be stored.
    var problem: Problem? {
        if name.isEmpty { return .nameMissing }
        return resources.isEmpty ? .nothingTicked : nil
    }

    /// The form sends `r` for each ticked box; `all` and `none` name a product whose boxes change together, `model` a
    /// role to start from, with `use`.
    init(_ call: Call, _ visit: Visit, role: Role?) {
        search = Typed.line(call.field("q"))
        let wanted = call.field("use") == nil ? nil : call.field("model").flatMap { Int($0) }
        let model = wanted.flatMap { id in visit.shop.access.read { $0.role(id) } }
        self.model = model?.id
        guard call.field("sent") != nil else {
            name = role?.name ?? Typed.line(call.field("name"))
            resources = model?.resources ?? role?.resources ?? []
            return
        }
        name = Typed.line(call.field("name"))
        var ticked = Set(call.fields("r").map(Resource.init))
        if let product = call.field("all") { ticked.formUnion(ResourceCatalogue.all(of: product)) }
        if let product = call.field("none") { ticked.subtract(ResourceCatalogue.all(of: product)) }
        if let model { ticked = Set(model.resources) }
        // In the catalogue's order, and nothing that it does not have.
        resources = ResourceCatalogue.entries.map(\.resource).filter(ticked.contains)
    }
}
