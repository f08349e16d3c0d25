import Basics

extension Shop {
    /// The document of the client with that e-mail, whatever the index says; nil when there is none.
    func client(email: String) -> (id: String, fields: JSON)? {
        guard let entity = masterData.entity("CL") else { return nil }
        let wanted = email.lowercased()
        for row in masterData.indexed(entity, at: time.now(), delay: .zero) {
            let fields = row.fields(in: entity)
            if fields["email"]?.text?.lowercased() == wanted { return (row.id(in: entity), fields) }
        }
        return nil
    }

    /// Somebody whom the shop window has not seen before; a client of Master Data's keeps their user id.
    func newShopper(email: String) -> Shopper {
        let known = client(email: email)?.fields["userId"]?.text
        return Shopper(email: email, userID: known ?? Tokens.uuid(), at: time.now())
    }

    /// Writes what the shop window knows of somebody to their documents in CL and AD.
    ///
    /// - Parameter newsletter: What they said of it just now; nil leaves it.
    /// - Throws: `SandboxError.stateNotWritten`.
    func file(_ shopper: Shopper, newsletter: Bool?) throws {
        guard let clients = masterData.entity("CL"), let addresses = masterData.entity("AD") else { return }
        let id = client(email: shopper.email)?.id ?? Hexadecimal.uuid(OlistOrders.hash(shopper.email), seed)
        var members = contact(shopper) + cart(shopper)
        if let newsletter { members.append(.init(name: "isNewsletterOptIn", value: .bool(newsletter))) }
        try write(members, to: id, of: clients)
        guard let address = shopper.address else { return }
        let home = Hexadecimal.uuid(OlistOrders.hash(shopper.email), ~seed)
        try write(residence(address, shopper, userID: id), to: home, of: addresses)
    }

    private func write(_ members: [JSON.Member], to id: String, of entity: DataEntity) throws {
        let now = time.now()
        try masterData.change(id, in: entity, at: now, indexDelay: indexDelay) { before in
            let after = (before ?? .object([])).replacing(members)
            return after == before
                ? before : DocumentBody.stamped(after, isNew: before == nil, by: nil, at: now)
        }
    }

    private func contact(_ shopper: Shopper) -> [JSON.Member] {
        var members: [JSON.Member] = [
            .init(name: "email", value: .string(shopper.email)),
            .init(name: "userId", value: .string(shopper.userID)),
        ]
        if let profile = shopper.profile {
            members += [
                .init(name: "firstName", value: .string(profile.firstName)),
                .init(name: "lastName", value: .string(profile.lastName)),
                .init(name: "documentType", value: "cpf"), .init(name: "document", value: .string(profile.document)),
                .init(name: "phone", value: .string(profile.phone)),
                .init(name: "homePhone", value: .string(profile.phone)), .init(name: "isCorporate", value: false),
            ]
        }
        return members
    }

    private func cart(_ shopper: Shopper) -> [JSON.Member] {
        guard let cart = shopper.lastCart else { return [.init(name: "rclastcart", value: "")] }
        let step = CartTraces.steps.first { $0.name == cart.step.rawValue } ?? CartTraces.finished
        return CartTraces.members(
            lines: cart.lines.map { ($0.sku, Int64($0.quantity)) },
            value: .string(CartTraces.text(cents: cart.value)), session: cart.session, step: step,
            at: cart.sessionDate)
    }

    private func residence(_ address: PostalAddress, _ shopper: Shopper, userID: String) -> [JSON.Member] {
        let name = "\(shopper.profile?.firstName ?? "") \(shopper.profile?.lastName ?? "")"
        return [
            .init(name: "addressName", value: "casa"), .init(name: "addressType", value: "residential"),
            .init(name: "receiverName", value: .string(name)), .init(name: "city", value: .string(address.city)),
            .init(name: "state", value: .string(address.state)), .init(name: "country", value: "BRA"),
            .init(name: "postalCode", value: .string(address.postalCode)),
            .init(name: "street", value: .string(address.street)),
            .init(name: "number", value: .string(address.number)),
            .init(name: "neighborhood", value: .string(address.neighborhood)),
            .init(name: "complement", value: .text(address.complement)),
            .init(name: "userId", value: .string(userID)),
        ]
    }
}
