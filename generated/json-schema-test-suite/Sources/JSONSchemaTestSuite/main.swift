import ConcordServer

await JSONSchemaTestSuiteAPI.main()
