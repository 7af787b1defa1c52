/** Deeper than this no person writes; a program that tries is refused before it costs anything. */
export const deepest = 24
export const mostNodes = 50_000

/** Levels of headings inside an article, whose title is the first. */
export const headingLevels = [2, 3, 4] as const

/** In characters. */
export const longest = {
  /** What stands below a picture or instead of it. */
  words: 2000,
  embedTitle: 500,
  tableCaption: 500,
  /** More than any article needs; sanitising this much takes a tenth of a second. */
  rawHtml: 200_000,
} as const

export const mostPixels = 100_000
export const mostStart = 100_000
export const mostSpan = 200
export const mostColumns = 9

export const colourForm = /^#[0-9a-f]{6}$/
export const languageForm = /^[\w+#-]{1,30}$/
