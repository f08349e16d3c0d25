import Basics
import ConnectorKit

/// A platform's steps to a key, in the wordings of its screens. Partial `guide`.
struct GuideContent: Sendable {
    struct Step: Sendable {
        let title: String
        let text: String
        let hasTicks: Bool
        let ticks: [BoxPath]
    }
    struct Wording: Sendable {
        let id: String
        let title: String
        let isOpen: Bool
        let steps: [Step]
    }

    let before: String
    let wordings: [Wording]

    init(_ guide: KeyGuide, for reader: Reader) {
        before = reader.say(guide.before)
        wordings = guide.wordings.enumerated().map { position, wording in
            Wording(
                id: "guide-" + wording.name, title: reader.say(wording.title), isOpen: position == 0,
                steps: wording.steps.map { step in
                    Step(
                        title: reader.say(step.title), text: reader.say(step.text), hasTicks: !step.ticks.isEmpty,
                        ticks: step.ticks.map { BoxPath($0, for: reader) })
                })
        }
    }
}

/// Where a box to tick is: product, category, resource.
struct BoxPath: Sendable {
    struct Part: Sendable { let name: String }
    let path: [Part]

    init(_ resource: PlatformResource, for reader: Reader) {
        path = [resource.product, resource.category, resource.resource].map { Part(name: reader.say($0)) }
    }
}

/// How the role of a key that is there is changed, in the wordings of the platform's screens. Partial `role_guide`.
struct RoleGuideContent: Sendable {
    struct Wording: Sendable {
        let title: String
        let text: String
    }

    let wordings: [Wording]

    init(_ guide: KeyGuide, for reader: Reader) {
        wordings = guide.wordings.map { Wording(title: reader.say($0.title), text: reader.say($0.changingRole)) }
    }
}
