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

    func check(_ recipe: Recipe) async throws -> KeyMatrix {
        let first = try await firstAnswer()
        var answers: [Capability: VTEXAnswer] = [VTEXRight.listOrders.capability: first.answer]
        if case .refused = first.answer {
            let second = await ask(.readSKUs, firstOrder: nil)
            answers[VTEXRight.readSKUs.capability] = second
            if case .refused = second { return refused(recipe, answers: answers) }
        }
        let rest = VTEXRight.all.filter { $0.probe != nil && answers[$0.capability] == nil }
        for (capability, answer) in await askAll(rest, firstOrder: first.order) { answers[capability] = answer }
        try throwIfNobodyAnswered(answers)
        return KeyMatrix(
            recipe: recipe, standing: .accepted,
            lines: VTEXRight.all.map { line($0, recipe: recipe, answer: answers[$0.capability]) })
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

    private func askAll(_ rights: [VTEXRight], firstOrder: String?) async -> [Capability: VTEXAnswer] {
        await withTaskGroup(of: (Capability, VTEXAnswer).self) { group in
            var waiting = rights[...]
            var answers: [Capability: VTEXAnswer] = [:]
            for _ in 0..<min(VTEXKeyCheck.concurrency, waiting.count) {
                let right = waiting.removeFirst()
                group.addTask { (right.capability, await ask(right, firstOrder: firstOrder)) }
            }
            while let (capability, answer) = await group.next() {
                answers[capability] = answer
                if let right = waiting.popFirst() {
                    group.addTask { (right.capability, await ask(right, firstOrder: firstOrder)) }
                }
            }
            return answers
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
        KeyMatrix(
            recipe: recipe,
            standing: .refused(VTEXKeyRefusal.explanation(client.credential.account), remedy: VTEXKeyRefusal.remedy),
            lines: VTEXRight.all.map { right in
                let wasAsked = answers[right.capability] != nil
                return line(right, recipe: recipe, verdict: .unknown, evidence: wasAsked ? "401" : nil)
            })
    }

    private func line(_ right: VTEXRight, recipe: Recipe, answer: VTEXAnswer?) -> KeyMatrix.Line {
        switch answer {
        case nil: line(right, recipe: recipe, verdict: .unknown, evidence: nil)
        case .granted(let evidence): line(right, recipe: recipe, verdict: .granted, evidence: evidence)
        case .missing(let evidence): line(right, recipe: recipe, verdict: .missing, evidence: evidence)
        // Another question was answered with the same key, so the key itself is good.
        case .refused: line(right, recipe: recipe, verdict: .missing, evidence: "401")
        case .busy(let response):
            line(right, recipe: recipe, verdict: .unknown, evidence: String(response.status))
        case .failed(let error): line(right, recipe: recipe, verdict: .unknown, evidence: error.code)
        case .unknown(let evidence): line(right, recipe: recipe, verdict: .unknown, evidence: evidence)
        }
    }

    private func line(
        _ right: VTEXRight, recipe: Recipe, verdict: KeyMatrix.Verdict, evidence: String?
    ) -> KeyMatrix.Line {
        KeyMatrix.Line(
            capability: right.capability, title: right.title, verdict: verdict,
            isNeeded: recipe.needs.contains(right.capability), ticks: right.ticks, evidence: evidence,
            isOpenToAll: right.probe?.isOpenToAll ?? false)
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
