import ConcordServer

await ShapesAPI.main()
