import ArgumentParser
import Basics
import ConnectorKit
import Hub
import Operations

/// `ponte check`: what a key may do, beside what a job needs.
struct CheckCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "check",
            Phrase(
                pt: "Verifica o que uma chave pode fazer e diz o que marcar ou desmarcar.",
                es: "Verifica qué puede hacer una clave y dice qué marcar o desmarcar.",
                en: "Check what a key may do, and say which box to tick or untick."),
            details: Phrase(
                pt:
                    "O token vem de PONTE_APP_TOKEN ou de --app-token-file, nunca da linha de comando. Nada é gravado.\n"
                    + "Termina com 0 se a chave faz o que a receita precisa, 1 se não faz, 2 se não foi possível perguntar.",
                es:
                    "El token viene de PONTE_APP_TOKEN o de --app-token-file, nunca de la línea de comandos. No se graba "
                    + "nada.\nTermina con 0 si la clave hace lo que la receta necesita, 1 si no, 2 si no se pudo preguntar.",
                en: "The token comes from PONTE_APP_TOKEN or --app-token-file, never from the command line. Nothing is "
                    + "stored.\nExits 0 if the key does what the recipe needs, 1 if it does not, 2 if it could not be asked."
            ),
            examples: [
                "PONTE_APP_TOKEN=… ponte check --platform vtex --account \(ExampleWords.store) --app-key \(ExampleWords.key)",
                "ponte check --account \(ExampleWords.store) --app-key … --app-token-file token.txt "
                    + "--recipe article-000-ra-trustvox",
            ])
    }

    @OptionGroup var store: StoreOptions

    @Option(
        help: .said(
            pt: "Receita: o trabalho que a chave deve fazer. Sem ela, tudo o que o Ponte usa dos pedidos.",
            es: "Receta: el trabajo que la clave debe hacer. Sin ella, todo lo que Ponte usa de los pedidos.",
            en: "Recipe: the job that the key should do. Without it, all that Ponte uses of orders.", value: "name"))
    var recipe: String?

    @OptionGroup var answer: AnswerOptions
    @OptionGroup var common: LanguageOptions

    func run() async throws {
        let surroundings = Surroundings.current
        let pasted = try store.pasted()
        let platform = store.platform
        let recipe = recipe
        let checked = try await Services.withPlatforms { platforms in
            try await platforms.check(pasted, platform: platform, recipe: recipe)
        }
        if answer.json {
            try surroundings.screen.emit(
                MatrixJSON.bytes(
                    checked.matrix, of: checked.credential, platform: store.platform, language: surroundings.language)
                    + [UInt8(ascii: "\n")])
        } else {
            try CheckReport.show(checked, platform: store.platform)
        }
        guard checked.matrix.isSufficient else { throw Ending.answeredNo.exitCode }
    }
}
