/** One value of a specification, as it is kept. */
export interface Value {
  /** Whole, in the unit and scale of the registry. Of a flag 1 or 0, of a resolution the width. */
  number?: number
  /** Of a resolution the height. */
  number2?: number
  /** A choice, words, or the members of a set with blanks between them. */
  words?: string
  /** Which of several: the main camera, the inner display. */
  label?: string
  /** As it was said. */
  raw: string
}

export const isSameValue = (one: Value, other: Value): boolean =>
  one.number === other.number &&
  one.number2 === other.number2 &&
  one.words === other.words &&
  one.label === other.label &&
  one.raw === other.raw
