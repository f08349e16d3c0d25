import Basics
import Synchronization

extension LicenseManagerRoutes {
    /// The only call that maps a key to its License Manager id.
    static func account(_ call: Call, _ shop: Shop) -> Reply {
        let keys = shop.access.read { $0.keys }
        let name = JSON.string(shop.account)
        let host = JSON.string("www.\(shop.account).com.br")
        let person: JSON = ["name": "Responsável pela Loja", "email": "lojista@example.com", "phone": "+551130000000"]
        return Reply(json: [
            "isActive": true, "id": .string(Hexadecimal.text(shop.seed, 0xACC0)), "name": name, "accountName": name,
            "lv": nil, "isOperating": true, "defaultUrl": nil, "district": "Centro", "country": "Brasil",
            "complement": nil, "companyName": "Loja Demo Comércio Ltda.", "cnpj": "11222333000181",
            "haveParentAccount": false, "parentAccountId": nil, "parentAccountName": nil, "city": "São Paulo",
            "address": "Avenida Paulista", "logo": nil, "hasLogo": false, "number": "1000", "postalCode": "01310-100",
            "state": "SP", "telephone": "+551130000000", "tradingName": "Loja Demo",
            "licenses": [
                [
                    "expiration": nil, "id": 21, "isPurchased": true,
                    "products": [
                        [
                            "id": 19, "name": "OMS", "domains": [],
                            "endpoints": ["webApiUrl": "http://oms.vtexinternal.com.br/api", "consoleUrl": nil],
                        ]
                    ], "name": "Basic",
                ]
            ],
            "sponsor": person, "contact": person, "operationDate": nil, "inactivationDate": nil,
            "creationDate": "2019-03-01T12:00:00", "hosts": [host],
            "sites": [
                [
                    "id": 1, "name": name, "tradingName": "Loja Demo", "LV": nil, "logo": nil, "monetaryUnitId": 1,
                    "domains": [], "hosts": [host], "aliases": [],
                ]
            ],
            "appKey": ["token": nil, "name": nil],
            "appKeys": .array(
                keys.map { key in
                    [
                        "id": .string(key.id), "appKey": .string(key.name), "appToken": nil,
                        "label": .string(key.label), "createdIn": .string(key.created.iso8601),
                        "isActive": .bool(key.isActive), "isBlocked": false,
                    ]
                }),
        ])
    }
}
