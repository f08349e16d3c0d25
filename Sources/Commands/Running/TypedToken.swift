/// Finds a token that a person typed as an argument. It is refused before the parser sees it, because the parser's own
/// message would repeat it.
enum TypedToken {
    private static let names = ["--app-token", "--token", "--apptoken", "--vtex-token", "--secret", "--password"]

    static func isIn(_ arguments: [String]) -> Bool {
        arguments.prefix { $0 != "--" }.contains { argument in
            let name = argument.prefix { $0 != "=" }
            return names.contains(name.lowercased())
        }
    }
}
