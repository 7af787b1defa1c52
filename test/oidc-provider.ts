import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { TestContext } from 'node:test'

/** Another house, in this process: who stands at its door is let in without a question. */
export interface OidcProvider {
  issuer: string
  client: string
  secret: string
  /** What it says of whoever comes next; anything else is what it would say in good faith. */
  says: Record<string, unknown>
  /** Signs with a key that it does not publish. */
  isForged: boolean
  /** Where it sends a browser back to. @param address that the browser was sent to */
  visit(address: string): Promise<string>
}

const base64url = (data: string | Uint8Array) => Buffer.from(data).toString('base64url')

export async function openOidcProvider(test: TestContext): Promise<OidcProvider> {
  const [key, otherKey] = [1, 2].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 }))
  const asked = new Map<string, URLSearchParams>()
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  test.after(() => new Promise((resolve) => server.close(resolve)))
  const address = server.address()
  const issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  const provider: OidcProvider = {
    issuer,
    client: 'gawai',
    secret: 'rahasia rumah lain',
    says: {},
    isForged: false,
    async visit(to) {
      const response = await fetch(to, { redirect: 'manual' })
      return response.headers.get('location') ?? ''
    },
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', issuer)
    const send = (facts: object, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(facts))
    if (url.pathname === '/.well-known/openid-configuration') return void send(metadata(issuer))
    if (url.pathname === '/jwks') {
      const jwk = key?.publicKey.export({ format: 'jwk' })
      return void send({ keys: [{ ...jwk, kid: 'one', alg: 'RS256', use: 'sig' }] })
    }
    if (url.pathname === '/authorize') {
      const code = randomBytes(16).toString('hex')
      asked.set(code, url.searchParams)
      const back = new URL(url.searchParams.get('redirect_uri') ?? '')
      back.searchParams.set('code', code)
      back.searchParams.set('state', url.searchParams.get('state') ?? '')
      return void response.writeHead(303, { location: back.href }).end()
    }
    const form = new URLSearchParams(await textOf(request))
    const wanted = asked.get(form.get('code') ?? '')
    asked.delete(form.get('code') ?? '')
    const challenge = base64url(
      createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest(),
    )
    const isSound =
      wanted?.get('code_challenge') === challenge &&
      form.get('client_secret') === provider.secret &&
      form.get('redirect_uri') === wanted.get('redirect_uri')
    if (!isSound) return void send({ error: 'invalid_grant' }, 400)
    send({ access_token: 'x', token_type: 'bearer', expires_in: 60, id_token: idToken(wanted) })
  }

  function idToken(wanted: URLSearchParams): string {
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      iss: issuer,
      aud: provider.client,
      sub: 'sari-1',
      iat: now,
      exp: now + 60,
      auth_time: now,
      nonce: wanted.get('nonce'),
      email: 'sari.wening@gawai.example',
      email_verified: true,
      ...provider.says,
    }
    const body = [{ alg: 'RS256', kid: 'one', typ: 'JWT' }, claims]
      .map((part) => base64url(JSON.stringify(part)))
      .join('.')
    const signing = (provider.isForged ? otherKey : key)?.privateKey
    return `${body}.${signing ? createSign('sha256').update(body).sign(signing, 'base64url') : ''}`
  }

  return provider
}

const metadata = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  code_challenge_methods_supported: ['S256'],
})

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}
