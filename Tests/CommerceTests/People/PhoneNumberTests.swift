import Commerce
import Testing

struct PhoneNumberTests {
    @Test(
        arguments: [
            ("+5511987654321", "5511987654321"), ("(11) 98765-4321", "5511987654321"),
            ("011 3456-7890", "551134567890"), (" +54 9 11 2345-6789", "5491123456789"),
            ("5511987654321", "5511987654321"),
        ])
    func `a number is digits with its country's`(_ typed: String, _ text: String) {
        #expect(PhoneNumber(typed)?.text == text)
    }

    @Test(arguments: ["", "98765-4321", "+55 11 99999-9999", "(11) 90000-0000", "+1234567890123456", "ramal"])
    func `what nobody can be called by is none`(_ typed: String) {
        #expect(PhoneNumber(typed) == nil)
    }
}
