import ConcordServer

@main
struct Serve {
    static func main() async {
        await SwaggerPetstoreAPI.main()
    }
}
