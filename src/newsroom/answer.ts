import { securityHeaders } from '#platform/http/security-headers.ts'

/** What every answer of the newsroom carries: nobody keeps it. */
export const answerHeaders: Readonly<Record<string, string>> = { ...securityHeaders, 'cache-control': 'no-store' }

/** Facts for a script of ours. */
export function factsAnswer(
  facts: unknown,
  { cookie, status = 200 }: { cookie?: string; status?: number } = {},
): Response {
  const headers = new Headers({ ...answerHeaders, 'content-type': 'application/json' })
  if (cookie !== undefined) headers.append('set-cookie', cookie)
  return new Response(JSON.stringify(facts), { status, headers })
}

/** A text that a browser puts beside other files. @param name without signs that a header could trip over */
export const fileAnswer = (name: string, text: string): Response =>
  new Response(text, {
    headers: {
      ...answerHeaders,
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
    },
  })

/** Sends somebody to another house. */
export const awayTo = (address: string, cookie: string): Response =>
  new Response(null, { status: 303, headers: { ...answerHeaders, location: address, 'set-cookie': cookie } })
