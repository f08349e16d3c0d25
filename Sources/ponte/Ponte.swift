import Commands
import Foundation

/// The program: everything it does is in Commands.
@main
struct Ponte {
    static func main() async {
        let status = await Program(
            arguments: Array(CommandLine.arguments.dropFirst()),
            environment: ProcessInfo.processInfo.environment,
            screen: .standard(environment: ProcessInfo.processInfo.environment)
        ).run()
        exit(status)
    }
}
