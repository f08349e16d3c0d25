import Basics
import ConnectorKit

/// A key's matrix for programs: names and keys stay as they are, sentences are in the reader's language.
package enum MatrixJSON {
    /// The same for scripts and for the API. Holds no token.
    package static func bytes(
        _ matrix: KeyMatrix, of credential: StoreCredential, platform: String, language: Language
    ) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("platform", platform)
            writer.member("account", credential.account)
            writer.member("appKey", credential.key)
            writer.member("recipe", matrix.recipe.name)
            switch matrix.standing {
            case .accepted: writer.member("accepted", true)
            case .refused(let reason, let remedy):
                writer.member("accepted", false)
                writer.member("refusal", reason[language])
                writer.member("remedy", remedy[language])
            }
            writer.member("sufficient", matrix.isSufficient)
            writer.array("capabilities") { writer in
                for line in matrix.lines {
                    writer.elementObject { write(line, language, to: &$0) }
                }
            }
            writer.array("missing") { writer in matrix.missing.forEach { writer.element($0.capability.name) } }
            writer.array("excess") { writer in matrix.excess.forEach { writer.element($0.capability.name) } }
            resources("unknowable", matrix.unknowable, language, to: &writer)
            resources("articleResources", matrix.recipe.articleResources, language, to: &writer)
            writer.array("notes") { writer in matrix.recipe.notes.forEach { writer.element($0[language]) } }
            writer.array("warnings") { writer in credential.warnings.forEach { writer.element($0[language]) } }
        }
        return writer.bytes
    }

    private static func write(_ line: KeyMatrix.Line, _ language: Language, to writer: inout JSONWriter) {
        writer.member("capability", line.capability.name)
        writer.member("title", line.title[language])
        writer.member("verdict", line.verdict.rawValue)
        writer.member("needed", line.isNeeded)
        writer.member("evidence", line.evidence)
        resources("ticks", line.ticks, language, to: &writer)
    }

    private static func resources(
        _ key: StaticString, _ resources: [PlatformResource], _ language: Language, to writer: inout JSONWriter
    ) {
        writer.array(key) { writer in
            for resource in resources {
                writer.elementObject { writer in
                    writer.member("product", resource.product[language])
                    writer.member("category", resource.category[language])
                    writer.member("resource", resource.resource[language])
                    writer.member("key", resource.key)
                }
            }
        }
    }
}
