import Basics
import ConnectorKit

/// Asks VTEX one harmless question per right and lays the answers out as a matrix.
///
/// VTEX publishes no way to ask what a key may do that works for every key, so that each right is tried. A key that is
/// refused twice is not asked again: VTEX counts refusals against the account.
struct VTEXKeyCheck: CredentialProbe {
    /// Questions under way at a time: a check runs beside the shop's other integrations.
    private static let concurrency = 4

    let client: VTEXClient

    var recipes: [Recipe] { VTEXRecipes.all }

    static let plan = KeyCheckPlan(
        recipes: VTEXRecipes.all,
        entries: VTEXRight.all.map { right in
            KeyCheckPlan.Entry(
                capability: right.capability, title: right.title, ticks: right.ticks, isAsked: right.probe != nil,
                isOpenToAll: right.probe?.isOpenToAll ?? false)
        })

    func check(
        _ recipe: Recipe, told: @escaping @Sendable (Capability, KeyMatrix.Answer) async throws -> Void
    ) async throws -> KeyMatrix {
        let first = try await firstAnswer()
        var answers: [Capability: VTEXAnswer] = [VTEXRight.listOrders.capability: first.answer]
        if case .refused = first.answer {
            let second = await ask(.readSKUs, firstOrder: nil)
            answers[VTEXRight.readSKUs.capability] = second
            if case .refused = second { return refused(recipe, answers: answers) }
        }
        for (capability, answer) in answers { try await told(capability, answer.said) }
        let rest = VTEXRight.all.filter { $0.probe != nil && answers[$0.capability] == nil }
        try await askAll(rest, firstOrder: first.order) { capability, answer in
            answers[capability] = answer
            try await told(capability, answer.said)
        }
        try throwIfNobodyAnswered(answers)
        return Self.plan.matrix(recipe, standing: .accepted, answers: answers.mapValues(\.said))
    }

    /// The list of orders is asked first: it tells whether the account is there at all.
    private func firstAnswer() async throws -> (answer: VTEXAnswer, order: String?) {
        guard let probe = VTEXRight.listOrders.probe else { return (.unknown("-"), nil) }
        do {
            let response = try await send(probe, path: probe.path)
            // Every account has this list: "no such thing" is said by a host that is not this account.
            let isElsewhere = response.status == 404 || (300...399).contains(response.status)
            if isElsewhere || response.isWebPage && (200...299).contains(response.status) {
                throw PlatformError.wrongVTEXAccount(client, status: response.status)
            }
            return (VTEXAnswer(response, to: probe), firstListedOrder(response))
        } catch let error as PlatformError where error.kind == .timedOut {
            return (.failed(error), nil)
        }
    }

    /// Nil when the list is empty or unreadable: a made-up order is asked for then.
    private func firstListedOrder(_ response: TransportResponse) -> String? {
        guard response.status == 200, let document = try? JSONDocument(parsing: response.body) else { return nil }
        var found: String?
        try? document.root.forEach("list") { entry in
            if found == nil { found = try entry.optionalText("orderId") }
        }
        return found
    }

    /// - Parameter answered: called with one answer after the other; throwing from it asks nothing more.
    private func askAll(
        _ rights: [VTEXRight], firstOrder: String?, answered: (Capability, VTEXAnswer) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: (Capability, VTEXAnswer).self) { group in
            var waiting = rights[...]
            for _ in 0..<min(VTEXKeyCheck.concurrency, waiting.count) {
                let right = waiting.removeFirst()
                group.addTask { (right.capability, await ask(right, firstOrder: firstOrder)) }
            }
            while let (capability, answer) = try await group.next() {
                try await answered(capability, answer)
                if let right = waiting.popFirst() {
                    group.addTask { (right.capability, await ask(right, firstOrder: firstOrder)) }
                }
            }
        }
    }

    private func ask(_ right: VTEXRight, firstOrder: String?) async -> VTEXAnswer {
        guard let probe = right.probe else { return .unknown("-") }
        let listed = right.capability == VTEXRight.readOrder.capability ? firstOrder : nil
        let path = listed.map { "/api/oms/pvt/orders/" + PercentEncoding.segment($0) } ?? probe.path
        do {
            return VTEXAnswer(try await send(probe, path: path), to: probe)
        } catch let error as PlatformError {
            // Only an allowed question has a long answer.
            return error.kind == .tooLarge && error.status == 200 ? .granted("200") : .failed(error)
        } catch {
            return .unknown(String(describing: type(of: error)))
        }
    }

    private func send(_ probe: VTEXProbe, path: String) async throws -> TransportResponse {
        let range = probe.restRange.map { [(name: "rest-range", value: $0)] } ?? []
        return try await client.get(path, on: probe.host, headers: range, quotaGroup: "key-check")
    }

    /// - Throws: the first failure, when no question at all was answered.
    private func throwIfNobodyAnswered(_ answers: [Capability: VTEXAnswer]) throws {
        var failures: [PlatformError] = []
        for right in VTEXRight.all {
            switch answers[right.capability] {
            case .failed(let error): failures.append(error)
            case .busy(let response):
                failures.append(.busy(response, client: client))
            case nil: continue
            case .granted, .missing, .refused, .unknown: return
            }
        }
        if let first = failures.first { throw first }
    }

    private func refused(_ recipe: Recipe, answers: [Capability: VTEXAnswer]) -> KeyMatrix {
        Self.plan.matrix(
            recipe,
            standing: .refused(VTEXKeyRefusal.explanation(client.credential.account), remedy: VTEXKeyRefusal.remedy),
            answers: answers.mapValues { _ in KeyMatrix.Answer(.unknown, evidence: "401") })
    }
}

extension PlatformError {
    fileprivate static func busy(_ response: TransportResponse, client: VTEXClient) -> PlatformError {
        let now = client.clock.now()
        return response.status == 429
            ? .throttled(host: client.hostName, response: response, now: now)
            : .failing(host: client.hostName, response: response, now: now)
    }
}
