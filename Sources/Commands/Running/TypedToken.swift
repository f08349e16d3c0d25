/// Finds a secret that a person typed as an argument. It is refused before the parser sees it, because the parser's own
/// message would repeat it.
enum TypedToken {
    private static let tokens = ["--app-token", "--token", "--apptoken", "--vtex-token", "--secret"]
    private static let passwords = ["--password", "--member-password", "--senha"]
    /// As long as no key of Ponte's is, and no other word that begins like one.
    private static let keyLengthMin = 40

    /// Why the arguments are refused; nil when they hold no secret.
    static func refusal(of arguments: [String]) -> CommandError? {
        if arguments.contains(where: { $0.hasPrefix("ponte_") && $0.utf8.count >= keyLengthMin }) { return .keyTyped }
        for argument in arguments.prefix(while: { $0 != "--" }) {
            let name = argument.prefix { $0 != "=" }.lowercased()
            if tokens.contains(name) { return .tokenTyped }
            if passwords.contains(name) { return .passwordTyped }
        }
        return nil
    }
}
