import ConcordServer

await NotesAPI.main()
