import HTTPTypes
import NIOCore

/// The program's own files, at paths that change with their content: kept by browsers for good.
enum AssetHandlers {
    static func register(in routes: inout OpenRoutes) {
        routes.get("/assets/{file}", .assets, face: .console) { request in
            guard let asset = request.parameters["file"].flatMap(Asset.named) else { throw Problem.notFound }
            var answer = Answer(
                .ok,
                headers: [
                    .contentType: asset.contentType, .eTag: asset.etag,
                    .cacheControl: "public, max-age=31536000, immutable",
                ])
            if request.headers[.ifNoneMatch] == asset.etag {
                answer.status = .notModified
            } else {
                answer.body = ByteBuffer(bytes: asset.bytes)
            }
            return answer
        }
    }
}
