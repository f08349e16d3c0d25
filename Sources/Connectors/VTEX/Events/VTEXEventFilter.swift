import Basics

/// The filter of feed and hook: every state of the workflow.
enum VTEXEventFilter {
    static func write(to writer: inout JSONWriter) {
        writer.object("filter") { writer in
            writer.member("type", VTEXEventStates.kind)
            writer.array("status") { writer in
                for state in VTEXEventStates.all { writer.element(state) }
            }
        }
    }

    /// Whether a set-up lets all through that `write` asks for. No list of states at all means every state.
    static func isEverything(_ root: JSONView) throws -> Bool {
        var kind = VTEXEventStates.kind
        var states: Set<String> = []
        try root.with("filter") { filter in
            kind = try filter.optionalString("type") ?? kind
            try filter.forEach("status") { states.insert(try $0.stringValue()) }
        }
        return kind == VTEXEventStates.kind && (states.isEmpty || states.isSuperset(of: VTEXEventStates.all))
    }
}
