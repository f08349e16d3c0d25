import Commerce
import Testing

struct TaxNumberTests {
    @Test(
        arguments: [
            ("529.982.247-25", TaxNumber.Kind.cpf, "52998224725"), ("11144477735", .cpf, "11144477735"),
            ("11.222.333/0001-81", .cnpj, "11222333000181"),
            // The example of the tax office's own guide to CNPJs with letters.
            ("12.abc.345/01de-35", .cnpj, "12ABC34501DE35"),
        ])
    func `a number with right check digits is told, however it is written`(
        _ typed: String, _ kind: TaxNumber.Kind, _ text: String
    ) {
        let number = TaxNumber(typed)

        #expect(number?.kind == kind)
        #expect(number?.text == text)
    }

    @Test(
        arguments: [
            "", "529.982.247-24", "111.111.111-11", "00000000000000", "5299822472", "11.222.333/0001-80",
            "12ABC34501DE3A", "529.982.247-2x", "１１１４４４７７７３５",
        ])
    func `everything else is none`(_ typed: String) {
        #expect(TaxNumber(typed) == nil)
    }
}
