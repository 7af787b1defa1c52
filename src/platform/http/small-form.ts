import { Invalid } from '../refusals.ts'

const mostBytes = 16 * 1024

/**
 * What a reader's form holds. Nobody has signed in, so it is read only as far as an honest one reaches; a form with
 * files has nothing to say here.
 *
 * @throws Invalid when it is longer
 */
export async function readSmallForm({ body, headers }: Request): Promise<URLSearchParams> {
  const isForm = (headers.get('content-type') ?? '').startsWith('application/x-www-form-urlencoded')
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of body ?? []) {
    length += piece.length
    if (length > mostBytes)
      throw new Invalid('This form is longer than any that this site has: write less', { key: 'refused.longForm' })
    pieces.push(piece)
  }
  return new URLSearchParams(isForm ? Buffer.concat(pieces).toString('utf8') : '')
}
