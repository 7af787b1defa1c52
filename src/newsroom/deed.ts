import type { z } from 'zod'
import { Invalid, Refusal, sentenceOf } from '#platform/refusals.ts'
import { enteredIn, proveForm, readForm } from './forms/form.ts'
import type { Answer, Knock, Page } from './route.ts'

/** A form that could not be used: the page that it stood on, with what was typed and why. */
export interface Refused<Asking> {
  again: Page
  refusal: Refusal
  asking: Asking
}

interface Form<Asking> {
  form: z.ZodType
  /** In bytes. */
  most: number
  again?(asking: Asking): Promise<Page>
}

/**
 * Carries out a form. One that cannot be used is shown again, and nothing of it was done.
 *
 * @throws Refusal where there is no page to show it on
 */
export async function carryOut<Asking extends Knock>(
  asking: Asking,
  { form, again, most }: Form<Asking>,
  handle: (form: never) => Promise<Answer>,
): Promise<Answer | Refused<Asking>> {
  const held = await readForm(asking.request, most)
  try {
    return await handle(proveForm(form, held, asking) as never) // oxlint-disable-line typescript/no-unsafe-type-assertion -- a route's own form and handler fit, see `route`
  } catch (error) {
    if (!(error instanceof Refusal) || !again) throw error
    const wrong = error instanceof Invalid ? error.fields : {}
    const shown = { ...asking, entered: enteredIn(held), problem: sentenceOf(error, asking.say), wrong }
    return { again: await again(shown), refusal: error, asking: shown }
  }
}
