/** What it costs to start Node and strip the types of one file. */
export {}
