import type { Category } from '../../tables.ts'

const categories: [RegExp, Category][] = [
  [/fold/i, 'foldable'],
  [/phone/i, 'phone'],
  [/tablet/i, 'tablet'],
  [/set[\s-]*top|media player|streaming|tv box|dongle/i, 'stb'],
  [/\btv\b|television/i, 'tv'],
  [/watch/i, 'watch'],
  [/console/i, 'console'],
  [/laptop|chromebook|netbook|notebook/i, 'laptop'],
  [/speaker/i, 'speaker'],
  [/camera/i, 'camera'],
  [/\bcar\b|automotive|vehicle|head unit/i, 'car'],
  [/router/i, 'router'],
]

/** The kind of thing that free words name; boards for makers and whatever else is none of the others are `other`. */
export const categoryIn = (words: string): Category =>
  categories.find(([pattern]) => pattern.test(words))?.[1] ?? 'other'
