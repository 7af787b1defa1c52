/**
 * The same text as a string of its own. A string cut from another keeps the whole of that alive (V8 only points into
 * it), so what is remembered from each item would keep the file in memory.
 */
export const detached = (text: string): string => Buffer.from(text).toString()
