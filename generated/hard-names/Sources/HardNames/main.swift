import ConcordServer

await HardNamesAPI.main()
