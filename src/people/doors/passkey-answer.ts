import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'

const base64url = z
  .string()
  .max(16_384)
  .regex(/^[\w-]*$/)
const shared = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}),
}

/** What a browser answers when a passkey was made. */
export const passkeyMade = z
  .object({
    ...shared,
    response: z.object({
      clientDataJSON: base64url,
      attestationObject: base64url,
      transports: z.array(z.string().max(40)).max(10).optional(),
    }),
  })
  .transform((made) => made as RegistrationResponseJSON) // oxlint-disable-line typescript/no-unsafe-type-assertion -- proven above, but for what exactOptionalPropertyTypes makes of it

/** What a browser answers when a passkey has signed. */
export const passkeySigned = z
  .object({
    ...shared,
    response: z.object({
      clientDataJSON: base64url,
      authenticatorData: base64url,
      signature: base64url,
      userHandle: base64url.nullish().transform((handle) => handle ?? undefined),
    }),
  })
  .transform((signed) => signed as AuthenticationResponseJSON) // oxlint-disable-line typescript/no-unsafe-type-assertion -- as above
