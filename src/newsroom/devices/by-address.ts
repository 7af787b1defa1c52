import { devicesBySlug } from '#devices'
import { Invalid } from '#platform/refusals.ts'
import type { Visit } from '../route.ts'

/**
 * The device that somebody means by its slug, or by the address of its page.
 *
 * @param name the field that holds it
 * @returns null when it is empty
 * @throws Invalid at the field when there is none
 */
export async function deviceByAddress({ gawai, say }: Visit, name: string, text: string): Promise<number | null> {
  const slug = text.split(/[?#]/)[0]?.split('/').filter(Boolean).at(-1)
  if (slug === undefined) return null
  const [found] = await devicesBySlug(gawai, [slug])
  if (found) return found.id
  throw new Invalid(
    `There is no device "${text}"`,
    { key: 'devicesDesk.noDevice', values: { words: text } },
    { [name]: say('devicesDesk.noDevice', { words: text }) },
  )
}
