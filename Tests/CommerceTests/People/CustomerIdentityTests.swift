import Commerce
import Testing

struct CustomerIdentityTests {
    @Test func `a customer is recognised by profile, CPF, e-mail and own telephones, and told apart by name and birth`()
    {
        var customer = Customer(externalID: "1")
        customer.profileID = "0B7A-FF"
        customer.person.firstName = "José Carlos"
        customer.person.documentKind = "cpf"
        customer.person.document = "529.982.247-25"
        customer.person.email = " Jose@Example.com "
        customer.person.phone = "+5511987654321"
        customer.person.homePhone = "(11) 98765-4321"
        customer.person.businessPhone = "+551133334455"
        customer.person.birthDate = "1992-11-17"

        #expect(
            customer.identityKeys == [
                IdentityKey(.profile, "0b7a-ff"), IdentityKey(.document, "cpf52998224725"),
                IdentityKey(.email, "jose@example.com"), IdentityKey(.phone, "5511987654321"),
                IdentityKey(.birth, "1992-11-17"), IdentityKey(.name, "jose"),
            ])
    }

    @Test func `an alias, fillers and wrong documents are nothing to recognise somebody by`() {
        var customer = Customer(externalID: "1")
        customer.person.firstName = "--"
        customer.person.document = "111.111.111-11"
        customer.person.email = "a1b2c3@ct.example.com.br"
        customer.person.emailIsMasked = true
        customer.person.phone = "+55 11 99999-9999"

        #expect(customer.identityKeys.isEmpty)
    }

    @Test func `who buys for a company is recognised by the own CPF, a company that names nobody by its CNPJ`() throws {
        var buyer = Customer(externalID: "1")
        buyer.person.document = "52998224725"
        buyer.person.company = OrderPerson.Company()
        buyer.person.company?.document = "11.222.333/0001-81"
        var company = buyer
        company.person.document = nil

        #expect(buyer.identityKeys == [IdentityKey(.document, "cpf52998224725")])
        #expect(company.identityKeys == [IdentityKey(.document, "cnpj11222333000181")])
    }
}
