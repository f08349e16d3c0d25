import Basics
import Foundation
import Storage

/// What a demo leaves behind, and how to go on.
struct DemoFarewell: Sendable {
    let place: DemoPlace
    /// Where the orders are.
    let database: DatabaseURL
    let screen: Screen
    let language: Language

    func say() throws {
        try screen.say(
            "\n"
                + Phrase(
                    pt: "Tudo parado. O que a demonstração guardou está em \(Self.short(place.folder)).",
                    es: "Todo detenido. Lo que la demostración guardó está en \(Self.short(place.folder)).",
                    en: "All stopped. What the demo keeps is in \(Self.short(place.folder)).")[language])
        let program = Self.short(CommandLine.arguments.first ?? "ponte")
        try offer(
            Phrase(pt: "Para continuar:", es: "Para continuar:", en: "To carry on:"),
            [program + " demo" + (place.isUsual ? "" : " --folder " + Self.short(place.folder))])
        try offer(
            Phrase(pt: "Para começar do zero:", es: "Para empezar de cero:", en: "To start afresh:"),
            ["rm -r " + Self.short(place.folder)])
        try offer(
            Phrase(
                pt: "Para ver o que ficou guardado:", es: "Para ver lo que quedó guardado:",
                en: "To see what was stored:"),
            (database.engine == .sqlite ? ["export PONTE_DATABASE_URL=sqlite://" + place.database] : [])
                + [
                    program + " connection totals lojademo", program + " export orders --format csv",
                    program + " audit verify",
                ])
    }

    private func offer(_ what: Phrase, _ commands: [String]) throws {
        try screen.say(what[language])
        for command in commands { try screen.say("  " + screen.output.paint.strong(command)) }
    }

    /// A path as seen from the working folder, when it is within.
    private static func short(_ path: String) -> String {
        let here = FileManager.default.currentDirectoryPath + "/"
        return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
    }
}
