import Basics
import HTTPTypes

/// Master Data's documents of clients (CL) and addresses (AD), for reading. Source: facts on VTEX §5.
enum CustomerRoutes {
    static let all: [Route<Shop>] = [
        Route(
            .get, "/api/dataentities/{entity}/search", "Searchdocuments", module: .masterData,
            access: .anyOf(Resource.readDocuments), limit: .masterData, handler: search)
    ]

    /// Without a range the service answers the first rows and says nothing.
    private static let defaultRows = 15
    private static let largestSpan = 100
    private static let reachable = 10_000

    private static func search(_ call: Call, _ shop: Shop) throws -> Reply {
        let entity = call.parameter("entity").uppercased()
        guard entity == "CL" || entity == "AD" else {
            throw Refusal(.notFound, ["Message": "Data entity not found"])
        }
        let (from, to) = try range(call.headers[.restRange])
        let total = shop.content.generator.customers
        var rows: [Int]
        var found = total
        if let email = filter(call, "email") ?? filter(call, "userId") {
            let matches = (0..<total).filter { number in
                let person = PersonGenerator.person(seed: shop.seed, number: Int64(number))
                return person.email == email.lowercased() || person.profileID == email.lowercased()
            }
            found = matches.count
            rows = Array(matches.dropFirst(from).prefix(to - from))
        } else {
            rows = Array((from < total ? from..<min(to, total) : 0..<0))
        }
        if call.wantsEmptyPage { rows = [] }
        let fields = (call.field("_fields") ?? "").split(separator: ",").map { String($0) }
        let documents = rows.map { document($0, entity, fields, shop) }
        let shown = rows.isEmpty ? "resources 0-0/\(found)" : "resources \(from)-\(from + rows.count)/\(found)"
        return Reply(json: .array(documents)).with(.restContentRange, found == 0 ? "resources 0-0/0" : shown)
    }

    /// `resources=0-10`, of which the end does not count.
    private static func range(_ header: String?) throws -> (Int, Int) {
        guard let header else { return (0, defaultRows) }
        let ends = header.drop { $0 != "=" }.dropFirst().split(separator: "-").compactMap { Int($0) }
        guard header.hasPrefix("resources="), ends.count == 2, ends[0] >= 0, ends[1] >= ends[0] else {
            throw Refusal(.badRequest, ["Message": "REST-Range should look like resources=0-10"])
        }
        guard ends[1] - ends[0] <= largestSpan, ends[1] <= reachable else {
            throw Refusal(.badRequest, ["Message": "The range is larger than 100 documents or ends past 10000"])
        }
        return (ends[0], ends[1])
    }

    /// `_where=field=value`, or the field as a parameter of its own.
    private static func filter(_ call: Call, _ field: String) -> String? {
        if let value = call.field(field) { return value }
        guard let condition = call.field("_where"), condition.hasPrefix(field + "=") else { return nil }
        return String(condition.dropFirst(field.count + 1))
    }

    private static func document(_ number: Int, _ entity: String, _ fields: [String], _ shop: Shop) -> JSON {
        let id = Hexadecimal.uuid(shop.seed &+ UInt64(number) &* 0x9E37_79B9, entity == "CL" ? 1 : 2)
        let whole = entity == "CL" ? client(number, shop) : address(number, shop)
        let always: [JSON.Member] = [
            .init(name: "id", value: .string(id)),
            .init(name: "accountId", value: .string(Hexadecimal.text(shop.seed, 0xACC0))),
            .init(name: "accountName", value: .string(shop.account)),
            .init(name: "dataEntityId", value: .string(entity)),
        ]
        if fields.contains("_all") { return .object(always + whole) }
        return .object(
            (always + whole).filter { member in fields.isEmpty ? always.contains(member) : fields.contains(member.name)
            })
    }

    private static func client(_ number: Int, _ shop: Shop) -> [JSON.Member] {
        let person = PersonGenerator.person(seed: shop.seed, number: Int64(number))
        let created = shop.opened - .seconds(Int64(number % 600) * 86_400)
        return [
            .init(name: "email", value: .string(person.email)),
            .init(name: "firstName", value: .string(person.firstName)),
            .init(name: "lastName", value: .string(person.lastName)),
            .init(name: "documentType", value: "cpf"),
            .init(name: "document", value: .string(person.cpf)),
            .init(name: "homePhone", value: .string(person.phone)),
            .init(name: "userId", value: .string(person.profileID)),
            .init(name: "isNewsletterOptIn", value: .bool(person.wantsNewsletter)),
            .init(name: "isCorporate", value: .bool(person.corporateName != nil)),
            .init(name: "corporateName", value: .text(person.corporateName)),
            .init(name: "createdIn", value: .string(created.iso8601)),
            .init(name: "updatedIn", value: .string(created.iso8601)),
        ]
    }

    private static func address(_ number: Int, _ shop: Shop) -> [JSON.Member] {
        let address = PersonGenerator.address(seed: shop.seed, number: Int64(number))
        let client = Hexadecimal.uuid(shop.seed &+ UInt64(number) &* 0x9E37_79B9, 1)
        return [
            .init(name: "addressName", value: "casa"), .init(name: "addressType", value: "residential"),
            .init(name: "city", value: .string(address.city)), .init(name: "state", value: .string(address.state)),
            .init(name: "country", value: "BRA"), .init(name: "postalCode", value: .string(address.postalCode)),
            .init(name: "street", value: .string(address.street)),
            .init(name: "number", value: .string(address.number)),
            .init(name: "neighborhood", value: .string(address.neighborhood)),
            .init(name: "userId", value: .string(client)),
        ]
    }
}
