/**
 * A request holds more than what it asks for takes (413). No `Refusal`: it is not read to its end, so there is no form to
 * show again.
 */
export class TooLarge extends Error {}

/** @throws TooLarge for one that says so itself: nothing of it is read */
export function refuseLarge({ headers }: Request, most: number): void {
  if (Number(headers.get('content-length') ?? 0) > most) throw new TooLarge()
}

/**
 * What a form holds, in its order. A request need not say how long it is, so one that does not is counted as it comes,
 * and only once somebody may send it: whoever may not makes the program hold nothing.
 *
 * @throws TooLarge
 */
export async function formWithin(request: Request, most: number): Promise<Iterable<[string, string | File]>> {
  const { headers } = request
  const type = headers.get('content-type') ?? ''
  const isShort = headers.has('content-length') && type.startsWith('application/x-www-form-urlencoded')
  // No longer than it said, which was looked at: half of what the doors cost while many stand there is streams.
  return isShort ? new URLSearchParams(await request.text()) : counted(request, most)
}

function counted({ body, headers }: Request, most: number): Promise<FormData> {
  let length = 0
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, onward) {
      length += piece.length
      if (length > most) throw new TooLarge()
      onward.enqueue(piece)
    },
  })
  const type = headers.get('content-type') ?? ''
  return new Response(body?.pipeThrough(counting) ?? null, { headers: { 'content-type': type } }).formData()
}
