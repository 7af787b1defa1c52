import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
} from '@simplewebauthn/browser'

type Asked = Parameters<typeof startAuthentication>[0]['optionsJSON'] &
  Parameters<typeof startRegistration>[0]['optionsJSON']

/** Shortly before the challenge in hand would be too old. */
const askedAnew = 4 * 60 * 1000

const forms = [...document.querySelectorAll<HTMLFormElement>('form[data-passkey]')].filter(
  ({ dataset }) => browserSupportsWebAuthn() && dataset['host'] === location.hostname,
)
for (const form of forms) {
  form.hidden = false
  form.addEventListener('submit', (event) => {
    if (answerIn(form)?.value !== '') return
    event.preventDefault()
    // Another ceremony may wait in the background; only one can be.
    clearTimeout(renewal)
    WebAuthnAbortService.cancelCeremony()
    void ceremony(form).catch(() => failed(form))
  })
}
let renewal: ReturnType<typeof setTimeout> | undefined
const door = forms.find(({ action }) => action.endsWith('/sign-in/passkey/'))
if (door && document.querySelector('input[autocomplete~=webauthn]')) void offer(door)

const answerIn = (form: HTMLFormElement) => form.querySelector<HTMLInputElement>('input[name=answer]')

function failed(form: HTMLFormElement): void {
  const words = form.querySelector<HTMLElement>('[data-failed]')
  if (words) words.hidden = false
}

async function challengeFor({ dataset }: HTMLFormElement): Promise<Asked | undefined> {
  const response = await fetch(dataset['challenge'] ?? '', { method: 'POST', body: new URLSearchParams() })
  return response.ok ? ((await response.json()) as Asked) : undefined // oxlint-disable-line typescript/no-unsafe-type-assertion -- our own server's answer
}

async function ceremony(form: HTMLFormElement): Promise<void> {
  const optionsJSON = await challengeFor(form)
  // The page behind the form says why there is none: a proof is asked for first, or the session has ended.
  if (!optionsJSON) return form.submit()
  const answer =
    form.dataset['passkey'] === 'make'
      ? await startRegistration({ optionsJSON })
      : await startAuthentication({ optionsJSON })
  send(form, answer)
}

function send(form: HTMLFormElement, answer: object): void {
  const field = answerIn(form)
  if (field) field.value = JSON.stringify(answer)
  form.requestSubmit()
}

/** Passkeys among what the browser suggests for the address, as long as the page is open. */
async function offer(form: HTMLFormElement): Promise<void> {
  if (!(await browserSupportsWebAuthnAutofill())) return
  const optionsJSON = await challengeFor(form)
  if (!optionsJSON) return
  renewal = setTimeout(() => void offer(form), askedAnew)
  const answer = await startAuthentication({ optionsJSON, useBrowserAutofill: true }).catch(() => undefined)
  // Nobody chose one, or the button took its turn.
  if (!answer) return
  clearTimeout(renewal)
  send(form, answer)
}
