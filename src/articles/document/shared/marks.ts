/** The marks without attributes and their elements, from the outermost to the innermost. */
export const simpleMarks = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  highlight: 'mark',
  subscript: 'sub',
  superscript: 'sup',
  code: 'code',
} as const
export type SimpleMark = keyof typeof simpleMarks

export const isSimple = (type: string): type is SimpleMark => Object.hasOwn(simpleMarks, type)

/** In which order marks are kept: a link is around everything. */
export const markOrder: readonly string[] = ['link', ...Object.keys(simpleMarks)]
