import { readFile } from 'node:fs/promises'
import { Invalid } from '#platform/refusals.ts'

/** @throws Invalid naming the file that cannot be read, or that is no text */
export async function readText(file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file))
  } catch (error) {
    if (error instanceof TypeError) throw new Invalid(`${file} is not UTF-8 text: save it as UTF-8 and try again`)
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new Invalid(`${file} cannot be read (${why}): check the name`)
  }
}
