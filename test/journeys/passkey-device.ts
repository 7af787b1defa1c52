import type { Page } from 'playwright-core'

/**
 * A device with a passkey's place in it, whose owner's finger is always on it. Its browser suggests no passkeys by
 * itself until it is told to.
 */
export async function putKeyIn(page: Page): Promise<void> {
  await page.addInitScript(
    'if (!localStorage.getItem("suggests")) PublicKeyCredential.isConditionalMediationAvailable = undefined',
  )
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}
