import Basics
import HTTPTypes

/// Faults on request.
enum FaultScreens {
    static let all: [Route<Visit>] = [
        Route(.get, "/faults", "admin") { _, visit in visit.page(FaultsPage(visit, draft: FaultDraft())) },
        Route(.post, "/faults", "admin") { call, visit in
            let draft = FaultDraft(call)
            guard draft.order(at: visit.now, in: visit.world.faults) else {
                return visit.page(FaultsPage(visit, draft: draft, isSent: true), status: .unprocessableContent)
            }
            return visit.goTo("/faults", done: .faultOn)
        },
        Route(.post, "/faults/reset", "admin") { _, visit in
            visit.world.faults.reset()
            return visit.goTo("/faults", done: .faultsReset)
        },
        Route(.post, "/faults/{id}/remove", "admin") { call, visit in
            visit.world.faults.remove(id: Int(call.parameter("id")) ?? 0)
            return visit.goTo("/faults", done: .faultOff)
        },
    ]
}
