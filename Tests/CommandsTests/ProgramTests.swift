import Basics
import Commands
import Testing

struct ProgramTests {
    @Test func `a token typed as an argument is refused without being repeated`() async {
        let run = await RunningProgram.run(
            "check", "--account", "loja", "--app-key", "k", "--app-token", "planted-token-123")

        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("Error: Tokens are not taken on the command line"))
        #expect(run.errors.contains("PONTE_APP_TOKEN"))
        #expect(!run.errors.contains("planted"))
    }

    @Test func `a token typed with an equals sign is refused in the reader's language`() async {
        let run = await RunningProgram.run("sync", "--app-token=planted-token-123", "--language", "pt")

        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("Erro: O token não é aceito na linha de comando"))
        #expect(!run.errors.contains("planted"))
    }

    @Test func `a missing token says where to put it`() async {
        let run = await RunningProgram.run(
            "check", "--account", "loja", "--app-key", "k", environment: ["LANG": "es_AR.UTF-8"])

        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("Error: Falta el token de la clave."))
        #expect(run.errors.hasSuffix("(command.token_missing)\n"))
    }

    @Test(arguments: [
        ("en", "Error: Unknown option '--nope'", "See 'ponte check --help' for more information."),
        ("pt", "Erro: a opção '--nope' não existe", "Veja 'ponte check --help' para saber mais."),
        ("es", "Error: la opción '--nope' no existe", "Vea 'ponte check --help' para saber más."),
    ])
    func `an unknown option is a usage error in each language`(
        _ language: String, _ sentence: String, _ hint: String
    ) async {
        let run = await RunningProgram.run(
            "check", "--account", "a", "--app-key", "k", "--nope", "--language", language)

        #expect(run.status == 2)
        #expect(run.errors.hasPrefix(sentence))
        #expect(run.errors.contains(hint))
    }

    @Test(arguments: [["nosuch"], ["key", "nosuch"]])
    func `an unknown command is refused, also where help is asked for`(_ words: [String]) async {
        let plain = await RunningProgram.run(arguments: words)
        let helped = await RunningProgram.run(arguments: words + ["--help"])

        #expect(plain.status == 2)
        #expect(plain.errors.contains("'nosuch'"))
        #expect(helped.status == plain.status)
        #expect(helped.errors == plain.errors)
        #expect(helped.output.isEmpty)
    }

    @Test func `a long example can be pasted, and is in the reader's language`() async {
        let run = await RunningProgram.run("check", "--help", "--language", "en")

        #expect(run.output.contains(" \\\n      --"))
        #expect(run.output.contains("mystore"))
        #expect(!run.output.contains("minhaloja"))
    }

    @Test func `a language that Ponte does not speak is a usage error`() async {
        let run = await RunningProgram.run("check", "--account", "a", "--app-key", "k", "--language", "xx")

        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("Error: The value of --language will not do: use pt, es or en."))
    }

    @Test(arguments: Language.allCases)
    func `every command has help with an example, and none of its headings is left in English`(
        _ language: Language
    ) async {
        let heading = Phrase(pt: "Exemplo:", es: "Ejemplo:", en: "Example:")[language]

        for path in CommandTree.paths {
            let run = await RunningProgram.run(arguments: path + ["--help", "--language", language.rawValue])

            #expect(run.status == 0, "\(path)")
            #expect(run.output.contains(heading), "\(path)")
            if language != .english {
                for word in ["OVERVIEW:", "USAGE:", "OPTIONS:", "SUBCOMMANDS:", "Show help"] {
                    #expect(!run.output.contains(word), "\(path) says \(word)")
                }
            }
        }
    }
}
