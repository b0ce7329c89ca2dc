import ConcordServer

@main
struct Serve {
    static func main() async {
        await WeatherAPI.main()
    }
}
