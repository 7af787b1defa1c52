/** Where the button leads that takes back what a page of the newsroom says was done. */
export function undoPathIn(page: string): string {
  const [path] = /\/newsroom\/notices\/\d+\/undoing\//.exec(page) ?? []
  if (path === undefined) throw new Error('The page offers no way back')
  return path
}
