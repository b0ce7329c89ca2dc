import ConcordServer

await WeatherAPI.main()
