import Basics
import HTTPTypes
import Synchronization

/// VTEX ID: user tokens and the renewal of key tokens. Source: its OpenAPI file; facts on VTEX §1.3, §1.5.
enum VTEXIDRoutes {
    static let all: [Route<Shop>] = [
        Route(.post, "/api/vtexid/apptoken/login", "AppTokenLogin", module: .vtexID, handler: login),
        Route(.post, "/api/vtexid/credential/validate", "ValidateCredential", module: .vtexID, handler: validate),
        Route(
            .get, "/api/vtexid/pvt/user/info", "GetUserInfo", module: .vtexID, access: .anyOf([.viewUser]),
            handler: userInfo),
        Route(
            .patch, "/api/vtexid/apikey/{apiKey}/apitoken/renew", "RenewToken", module: .vtexID,
            access: .anyOf([.renewAPIToken]), handler: renew),
        Route(
            .patch, "/api/vtexid/apikey/{apiKey}/apitoken/finish-renewal", "FinishRenewal", module: .vtexID,
            access: .anyOf([.renewAPIToken]), handler: finishRenewal),
    ]

    private static func login(_ call: Call, _ shop: Shop) throws -> Reply {
        let document = try call.json()
        let name = try document.root.string("appkey")
        let token = Secret(try document.root.string("apptoken"))
        guard let caller = shop.access.read({ $0.caller(keyName: name, token: token) }) else {
            return Module.vtexID.unauthorized
        }
        let made = try shop.signer.token(
            keyName: caller.keyName, userID: caller.keyID, account: shop.account, at: shop.time.now())
        return Reply(json: ["authStatus": "Success", "token": .string(made.text), "expires": .integer(made.expires)])
    }

    private static func validate(_ call: Call, _ shop: Shop) throws -> Reply {
        let token = try call.json().root.string("token")
        guard let claims = shop.signer.claims(of: token, at: shop.time.now()), claims.account == shop.account,
            shop.access.read({ $0.caller(keyName: claims.sub) }) != nil
        else { return Module.vtexID.unauthorized }
        return Reply(json: [
            "authStatus": "Success", "id": .string(claims.userId), "user": .string(claims.sub),
            "account": .string(shop.account), "audience": .string(claims.audience), "tokenType": "appkey",
        ])
    }

    private static func userInfo(_ call: Call, _ shop: Shop) throws -> Reply {
        let wanted = call.field("user") ?? ""
        let (user, key) = shop.access.read { access in
            (access.users.first { $0.email.lowercased() == wanted.lowercased() }, access.key(named: wanted))
        }
        guard let id = user?.id ?? key?.id else { throw Refusal(.notFound, ["error": "User not found"]) }
        return Reply(json: [
            "userId": .string(id), "user": .string(wanted), "name": .string(user?.name ?? key?.label ?? ""),
            "accountId": .string(Hexadecimal.text(shop.seed, 0xACC0)), "accountName": .string(shop.account),
        ])
    }

    /// Both tokens are valid until the renewal is finished; a second one is refused before.
    private static func renew(_ call: Call, _ shop: Shop) throws -> Reply {
        guard call.caller?.keyName.lowercased() != call.parameter("apiKey").lowercased() else {
            throw Refusal(.forbidden, ["error": "A key cannot renew its own token"])
        }
        let now = shop.time.now()
        let changed = try shop.access.change { access in
            try access.change(key: call.parameter("apiKey")) { key -> AppKey in
                guard key.renewToken(at: now) != nil else {
                    throw Refusal(.conflict, ["error": "Already has a renewed token pending"])
                }
                return key
            }
        }
        guard let key = changed, let token = key.nextToken else { throw notOurs }
        return Reply(json: [
            "id": .string(key.id), "keyName": .string(key.name), "creationDateToken": .string(key.tokenCreated.iso8601),
            "creationDateNewToken": .string(now.iso8601), "expirationPeriod": 30,
            "newToken": token.reveal { .string($0) },
        ])
    }

    private static func finishRenewal(_ call: Call, _ shop: Shop) throws -> Reply {
        let changed = try shop.access.change { access in
            try access.change(key: call.parameter("apiKey")) { key -> AppKey in
                guard key.finishRenewal() else {
                    throw Refusal(.notFound, ["error": "No renewed API token was found"])
                }
                return key
            }
        }
        guard let key = changed else { throw notOurs }
        return Reply(json: [
            "id": .string(key.id), "creationDateToken": .string(key.tokenCreated.iso8601),
            "creationDateNewToken": nil,
        ])
    }

    private static let notOurs = Refusal(.badRequest, ["error": "Invalid API key or API key not owned by tenant"])
}
