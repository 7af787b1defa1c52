import { browserName, type Passkey, passkeysOf } from '#people'
import { timeView } from '#look/time.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import { field } from '../forms/fields-view.ts'
import { passkeyForm } from '../doors/passkey-form.ts'
import type { Visit } from '../route.ts'

const here = '/newsroom/me/'

/** Somebody's passkeys, and one more where the browser can make one. */
export async function passkeysSection(visit: Visit): Promise<Html> {
  const { say, gawai, actor, request } = visit
  const passkeys = await passkeysOf(gawai, actor.account)
  return html`<section>
    <h2>${say('factors.passkeys')}</h2>
    <p>${say(passkeys.length === 1 ? 'factors.oneMore' : 'factors.passkeysWords')}</p>
    ${
      passkeys.length === 0
        ? nothing
        : html`<ul class="rows">
            ${passkeys.map((one) => passkeyRow(visit, one))}
          </ul>`
    }
    ${passkeyForm(visit, {
      action: `${here}passkeys/`,
      challenge: `${here}passkeys/challenge/`,
      ceremony: 'make',
      words: say('factors.passkeyAdd'),
      fields: field(visit, {
        name: 'passkeyName',
        value: browserName(request.headers.get('user-agent') ?? ''),
        most: 60,
        autocomplete: 'off',
        hint: say('factors.passkeyNameHint'),
      }),
    })}
  </section> `
}

const passkeyRow = ({ say, time }: Visit, { id, name, madeAt, usedAt }: Passkey): Html =>
  html`<li>
    <p><strong>${name}</strong></p>
    <p class="quiet">
      ${say('factors.made')} ${timeView(madeAt, time)}
      ${usedAt === undefined ? nothing : html`· ${say('me.seen')} ${timeView(usedAt, time)}`}
    </p>
    <details>
      <summary>${say('factors.passkeyChange', { name })}</summary>
      <form method="post" action="${here}passkeys/${id}/name/" class="column">
        <p class="field">
          <label for="name-${id}">${say('fields.passkeyName')}</label>
          <input id="name-${id}" name="passkeyName" value="${name}" maxlength="60" required />
        </p>
        <p><button>${say('form.save')}</button></p>
      </form>
      <form method="post" action="${here}passkeys/${id}/removal/">
        <button>${say('factors.passkeyRemove')}</button>
      </form>
    </details>
  </li> `
