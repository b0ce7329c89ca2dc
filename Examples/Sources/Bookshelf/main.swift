import ConcordServer

await BookshelfAPI<Books>.main()
