import Basics

/// A customer of the generated orders as Master Data's CL has them. Source: facts on VTEX §5.4, §5.5.
struct ClientDocument: Sendable {
    let generator: OrderGenerator
    let number: Int64
    let opened: Instant

    var members: [JSON.Member] {
        let person = PersonGenerator.person(seed: generator.seed, number: number)
        let traces = CartTraces(generator: generator, number: number, opened: opened)
        let created = opened - .seconds((41 + number % 600) * 86_400)
        let updated = max(created, traces.session ?? created)
        return contact(person) + firm(person) + traces.members + audit(created: created, updated: updated)
    }

    private func contact(_ person: Person) -> [JSON.Member] {
        var dice = Dice(seed: generator.seed, number: PersonGenerator.firstNumber(of: number), purpose: 61)
        let knowsBirth = dice.chance(percent: 60)
        let month = Int(dice.between(1, 12))
        let day = Int(dice.between(1, 28))
        let year = Int(dice.between(1950, 2005))
        let birth = "\(year)-\(PersonGenerator.padded(month, 2))-\(PersonGenerator.padded(day, 2))T00:00:00"
        return [
            .init(name: "email", value: .string(person.email)),
            .init(name: "firstName", value: .string(person.firstName)),
            .init(name: "lastName", value: .string(person.lastName)),
            .init(name: "documentType", value: "cpf"), .init(name: "document", value: .string(person.cpf)),
            .init(name: "phone", value: .string(person.phone)), .init(name: "homePhone", value: .string(person.phone)),
            .init(name: "businessPhone", value: nil), .init(name: "cellPhone", value: nil),
            .init(name: "birthDate", value: knowsBirth ? .string(birth) : nil),
            .init(name: "birthDateMonth", value: knowsBirth ? .number(month) : nil),
            .init(name: "gender", value: dice.chance(percent: 50) ? .string(dice.pick(["male", "female"])) : nil),
            // Nobody asked some of them.
            .init(
                name: "isNewsletterOptIn", value: dice.chance(percent: 10) ? nil : .bool(person.wantsNewsletter)),
            .init(name: "localeDefault", value: "pt-BR"), .init(name: "userId", value: .string(person.profileID)),
        ]
    }

    private func firm(_ person: Person) -> [JSON.Member] {
        [
            .init(name: "isCorporate", value: .bool(person.corporateName != nil)),
            .init(name: "corporateName", value: .text(person.corporateName)),
            .init(name: "tradeName", value: .text(person.corporateName)),
            .init(name: "corporateDocument", value: .text(person.corporateDocument)),
            .init(name: "stateRegistration", value: nil),
            .init(name: "isFreeStateRegistration", value: .bool(person.corporateName != nil)),
            .init(name: "customerClass", value: nil), .init(name: "priceTables", value: nil),
            .init(name: "tradePolicy", value: "1"), .init(name: "restrictions", value: nil),
            .init(name: "approved", value: number.isMultiple(of: 3) ? true : nil),
            .init(name: "profilePicture", value: nil), .init(name: "attach", value: nil),
        ]
    }

    private func audit(created: Instant, updated: Instant) -> [JSON.Member] {
        [
            .init(name: "createdIn", value: .string(VTEXDate.zulu(created))), .init(name: "createdBy", value: nil),
            .init(name: "updatedIn", value: .string(VTEXDate.zulu(updated))), .init(name: "updatedBy", value: nil),
            .init(name: "lastInteractionIn", value: .string(VTEXDate.zulu(updated))),
            .init(name: "lastInteractionBy", value: nil), .init(name: "followers", value: []),
            .init(name: "tags", value: []), .init(name: "auto_filter", value: nil),
        ]
    }
}
