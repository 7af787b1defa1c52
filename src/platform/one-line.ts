/**
 * Words that somebody wrote, as one line: each run of blanks and control characters is one space. So they can stand in
 * the header of a letter, and be kept by PostgreSQL, which has no NUL.
 */
export const oneLine = (words: string): string => words.replace(/[\s\p{Cc}]+/gu, ' ').trim()
