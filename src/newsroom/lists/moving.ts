import { z } from 'zod'
import { type Html, html, nothing, raw } from '#platform/html.ts'
import type { Visit } from '../route.ts'

/** What a button says that moves a thing in its list by one: which way, and which thing. */
export const moveField = z
  .string()
  .regex(/^(up|down):[1-9]\d{0,15}$/)
  .transform((words) => {
    const [way, id] = words.split(':')
    return { by: way === 'up' ? -1 : 1, id: Number(id) }
  })
export type Move = z.output<typeof moveField>

/**
 * Such a button.
 *
 * @param isEnd it stands there already
 * @param form the id of the form that it sends, when it stands in another
 */
export const moveButton = (
  { say }: Pick<Visit, 'say'>,
  way: 'up' | 'down',
  { id, name, isEnd, form }: { id: number; name: string; isEnd: boolean; form?: string },
): Html =>
  html`<button
    ${form === undefined ? nothing : html`form="${form}"`}
    name="move"
    value="${way}:${id}"
    aria-label="${say(way === 'up' ? 'menus.up' : 'menus.down', { name })}"
    ${isEnd ? raw('disabled') : nothing}
  >
    ${way === 'up' ? '↑' : '↓'}
  </button> `

/**
 * The same order with one thing a step further up or down; as it was for one that is not there or at the end.
 *
 * @param beside those among which it moves
 */
export function moved(all: readonly number[], { id, by }: Move, beside = all): number[] {
  const from = beside.indexOf(id)
  const other = from < 0 ? undefined : beside[from + by]
  if (other === undefined) return [...all]
  return all.map((one) => (one === id ? other : one === other ? id : one))
}
