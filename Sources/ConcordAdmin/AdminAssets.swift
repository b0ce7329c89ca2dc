import Concord
import ConcordHashes

/// The stylesheet and the script of the pages.
enum AdminAssets {
    /// A part of the URLs that changes with the files, so that browsers can cache them.
    static let version = String(
        SHA256.hash(PackageResources.admin_css + PackageResources.admin_js).hexadecimal.prefix(12))

    static func response(to request: APIRequest) throws -> APIResponse {
        let (type, bytes): (MediaType, [UInt8])
        switch request.pathParameter("name") {
        case "admin.css": (type, bytes) = ("text/css; charset=utf-8", PackageResources.admin_css)
        case "admin.js": (type, bytes) = ("text/javascript; charset=utf-8", PackageResources.admin_js)
        default: throw Problem(404, "No such file.")
        }
        return APIResponse(
            200, type, .bytes(bytes),
            headers: HTTPFields([
                "Cache-Control": "public, max-age=31536000, immutable", "X-Content-Type-Options": "nosniff",
            ]))
    }
}
