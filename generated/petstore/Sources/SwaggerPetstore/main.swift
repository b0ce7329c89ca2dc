import ConcordServer

await SwaggerPetstoreAPI.main()
