import { proveAudit } from '#people'
import { html, nothing } from '#platform/html.ts'
import type { Page, Visit } from '../route.ts'

const room = '/newsroom/audit/'

/** Reads the chain from its beginning: nothing was changed, left out or cut off, or where it was. */
export async function chainPage({ say, gawai }: Visit): Promise<Page> {
  const { entries, broken } = await proveAudit(gawai)
  return {
    title: say('audit.prove'),
    room,
    body: html`<p>
        ${broken === undefined ? say('audit.sound', { count: entries }) : say('audit.broken', { position: broken })}
      </p>
      ${broken === undefined ? nothing : html`<p class="on"><a href="${room}?before=${broken + 1}">${say('audit.atBroken')}</a></p>`}
      <p class="on"><a href="${room}">${say('audit.title')}</a></p>`,
  }
}
