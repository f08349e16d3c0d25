import Commands

/// One run of the program with its outputs kept.
struct RunningProgram {
    let status: Int32
    let output: String
    let errors: String

    static func run(_ arguments: String..., environment: [String: String] = [:]) async -> RunningProgram {
        await run(arguments: arguments, environment: environment)
    }

    static func run(arguments: [String], environment: [String: String] = [:]) async -> RunningProgram {
        let output = MemorySink()
        let errors = MemorySink()
        let status = await Program(
            arguments: arguments, environment: environment, screen: .recording(output: output, errors: errors)
        ).run()
        return RunningProgram(status: status, output: output.text, errors: errors.text)
    }
}
