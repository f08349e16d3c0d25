import Basics

/// Where one is on the way to a connected store. Partial `steps`.
struct WizardSteps: Sendable {
    enum Step: Int, Sendable, CaseIterable { case platform, key, check, start }

    struct Entry: Sendable {
        let title: String
        let mark: String
        let isHere: Bool
    }

    let label: String
    let steps: [Entry]

    init(_ here: Step, for reader: Reader) {
        label = reader.say(Words.label)
        steps = Step.allCases.map { step in
            Entry(
                title: reader.say(Words.title(step)),
                mark: step.rawValue < here.rawValue ? "done" : step == here ? "now" : "later", isHere: step == here)
        }
    }

    private enum Words {
        static let label = Phrase(pt: "Etapas", es: "Etapas", en: "Steps")

        static func title(_ step: Step) -> Phrase {
            switch step {
            case .platform: Phrase(pt: "Plataforma", es: "Plataforma", en: "Platform")
            case .key: Phrase(pt: "Conta e chave", es: "Cuenta y clave", en: "Account and key")
            case .check: Phrase(pt: "Verificação", es: "Verificación", en: "Check")
            case .start: Phrase(pt: "Começo da leitura", es: "Inicio de la lectura", en: "Start")
            }
        }
    }
}
