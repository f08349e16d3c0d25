import Basics
import Testing

struct JSONErrorTests {
    @Test func `a path grows from the inside out`() {
        let error = JSONError(.missing, path: "")

        #expect(error.under("price").path == "price")
        #expect(error.under("price").under("[2]").path == "[2].price")
        #expect(error.under("price").under("[2]").under("items").path == "items[2].price")
        #expect(error.under("a").under("b").under("c") == JSONError(.missing, path: "c.b.a"))
    }

    @Test func `each problem has its code and its sentence`() {
        let malformed = JSONError(.malformed, path: "")
        let missing = JSONError(.missing, path: "items[2].price")
        let mismatched = JSONError(.mismatched(expected: "integer", found: "string"), path: "value")

        #expect(malformed.code == "json.malformed")
        let large = JSONError(.badNumber, path: "")
        #expect(large.code == "json.bad_number")
        #expect(
            large.text(in: .portuguese)
                == "O JSON recebido tem um número grande demais (mais de 64 bits) ou mal escrito.")
        #expect(missing.code == "json.missing")
        #expect(mismatched.code == "json.mismatched")
        #expect(malformed.text(in: .english) == "The text received is not valid JSON.")
        #expect(missing.text(in: .portuguese) == "Falta um valor no JSON recebido em `items[2].price`.")
        #expect(
            mismatched.text(in: .spanish)
                == "El JSON recibido tiene un valor inesperado en `value`: se esperaba integer, vino string.")
        #expect(!malformed.isRetryable && malformed.remedy == nil)
    }
}
