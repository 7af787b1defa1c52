import type { Configuration } from 'openid-client'
import type { Log } from './log.ts'
import { mailAddress } from './mail/mail-address.ts'
import { Invalid } from './refusals.ts'

/** Another house whose sign-in counts here (OpenID Connect). */
export interface OpenidOptions {
  issuer: string
  client: string
  secret: string
}

/** What was agreed before somebody was sent there; only who brings it back is let in. */
export interface Agreed {
  verifier: string
  state: string
  nonce: string
}

/** What the house says of somebody. */
export interface Vouched {
  issuer: string
  /** Theirs for ever, whatever else changes. */
  subject: string
  /** Only when the house has seen that it is theirs, and it is one: a sign that merely looks like a letter can be compared as it. */
  email?: string
}

/** Another house whose sign-in counts here. */
export interface Openid {
  /** What a button may call it. */
  readonly name: string
  /**
   * Where to send somebody, and what to keep until they are back.
   *
   * @param isAnew the house is to ask them again who they are
   * @throws Invalid when the house does not answer
   */
  begin(isAnew: boolean): Promise<{ address: string; agreed: Agreed }>
  /**
   * What the house says of who is back.
   *
   * @param query of the address that they came back to
   * @throws Invalid when they were turned away, or it is not what was agreed
   */
  end(query: string, agreed: Agreed, isAnew: boolean): Promise<Vouched>
}

/** Where the house sends them back to; it must be told. */
export const openidBack = '/newsroom/sign-in/openid/back/'

const patience = 10
/** Seconds since they showed the house who they are, when they were to do it anew. */
const freshFor = 300

const library = () => import('openid-client')

/** The house that the operator named. It is asked for its addresses when somebody first comes by it. */
export function openidHouse(
  { issuer, client, secret }: OpenidOptions,
  { origin, log }: { origin: string; log: Log },
): Openid {
  const back = origin + openidBack
  let known: Configuration | undefined

  const configuration = async (): Promise<Configuration> => {
    const { discovery, allowInsecureRequests, enableNonRepudiationChecks } = await library()
    // Without encryption only on this very machine: `readEnvironment` refuses the rest.
    const insecure = issuer.startsWith('http:') ? [allowInsecureRequests] : []
    // The library trusts the connection alone unless it is told to look at signatures.
    const execute = [enableNonRepudiationChecks, ...insecure]
    known ??= await discovery(new URL(issuer), client, secret, undefined, { timeout: patience, execute })
    return known
  }

  const orRefuse = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      // It names no secret: what is wrong is between the two houses, and the operator has to know.
      log.warn('The other house’s sign-in failed', { issuer, error })
      throw new Invalid(`The sign-in of ${new URL(issuer).host} did not work`, { key: 'factors.openidRefused' })
    }
  }

  return {
    name: new URL(issuer).host,
    begin: (isAnew) =>
      orRefuse(async () => {
        const openid = await library()
        const agreed = {
          verifier: openid.randomPKCECodeVerifier(),
          state: openid.randomState(),
          nonce: openid.randomNonce(),
        }
        const address = openid.buildAuthorizationUrl(await configuration(), {
          redirect_uri: back,
          scope: 'openid email',
          code_challenge: await openid.calculatePKCECodeChallenge(agreed.verifier),
          code_challenge_method: 'S256',
          state: agreed.state,
          nonce: agreed.nonce,
          ...(isAnew && { prompt: 'login', max_age: String(freshFor) }),
        })
        return { address: address.href, agreed }
      }),
    end: (query, { verifier, state, nonce }, isAnew) =>
      orRefuse(async () => {
        const openid = await library()
        const config = await configuration()
        const tokens = await openid.authorizationCodeGrant(config, new URL(back + query), {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
          ...(isAnew && { maxAge: freshFor }),
        })
        const claims = tokens.claims()
        if (!claims) throw new Error('There is no ID token')
        const { iss, sub } = claims
        const said =
          claims.email === undefined && config.serverMetadata().userinfo_endpoint !== undefined
            ? await openid.fetchUserInfo(config, tokens.access_token, sub)
            : claims
        const email = said.email_verified === true ? mailAddress.safeParse(said.email).data : undefined
        return { issuer: iss, subject: sub, ...(email !== undefined && { email }) }
      }),
  }
}
