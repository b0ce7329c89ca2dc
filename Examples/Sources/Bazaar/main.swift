import ConcordServer

await BazaarAPI.main()
