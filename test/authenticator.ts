import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'

/** What an authenticator and its browser do, with everything that an attacker could do otherwise. */
export interface Ceremony {
  challenge: string
  origin?: string
  host?: string
  /** Whether it has seen the finger or PIN. */
  isVerified?: boolean
  counter?: number
}

const bytes = (text: string) => Buffer.from(text, 'base64url')
const base64url = (data: Uint8Array) => Buffer.from(data).toString('base64url')
const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest()

const home = 'https://gawai.example'

/** A security key in memory: ES256, attestation "none" (WebAuthn Level 2). */
export function authenticator() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(32)
  const cose = cborMap([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, bytes(x)],
    [-3, bytes(y)],
  ])

  const clientData = (type: string, { challenge, origin = home }: Ceremony) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

  const authData = ({ host = new URL(home).hostname, isVerified = true, counter = 0 }: Ceremony, attested: boolean) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    const flags = 1 | (isVerified ? 4 : 0) | (attested ? 64 : 0)
    const length = Buffer.from([0, id.length])
    const credential = attested ? [Buffer.alloc(16), length, id, cose] : []
    return Buffer.concat([sha256(host), Buffer.from([flags]), count, ...credential])
  }

  const answer = (response: object) =>
    JSON.stringify({
      id: base64url(id),
      rawId: base64url(id),
      type: 'public-key',
      authenticatorAttachment: 'cross-platform',
      clientExtensionResults: {},
      response,
    })

  return {
    id: base64url(id),
    make(ceremony: Ceremony): string {
      const attestation = cborMap([
        ['fmt', 'none'],
        ['attStmt', []],
        ['authData', authData(ceremony, true)],
      ])
      const clientDataJSON = base64url(clientData('webauthn.create', ceremony))
      return answer({ clientDataJSON, attestationObject: base64url(attestation), transports: ['usb'] })
    },
    sign(ceremony: Ceremony): string {
      const data = authData(ceremony, false)
      const client = clientData('webauthn.get', ceremony)
      const signature = createSign('sha256')
        .update(Buffer.concat([data, sha256(client)]))
        .sign(privateKey)
      return answer({
        clientDataJSON: base64url(client),
        authenticatorData: base64url(data),
        signature: base64url(signature),
      })
    },
  }
}

/** Of maps inside maps only the empty one is needed: `[]`. */
type Cbor = number | string | Uint8Array | never[]

const cborMap = (pairs: [Cbor, Cbor][]): Buffer => Buffer.concat([head(5, pairs.length), ...pairs.flat().map(cbor)])

function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Array.isArray(value)) return head(5, 0)
  return Buffer.concat([head(2, value.length), value])
}

/** RFC 8949, 3: three bits of kind and a length or number. */
function head(kind: number, number: number): Buffer {
  if (number < 24) return Buffer.from([(kind << 5) | number])
  if (number < 256) return Buffer.from([(kind << 5) | 24, number])
  return Buffer.from([(kind << 5) | 25, number >> 8, number & 255])
}
