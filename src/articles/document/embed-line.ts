import { providerOf } from './shared/embed-providers.ts'
import { hrefOf, plainText } from './inline.ts'
import type { Node } from './node.ts'
import { webAddress } from './shared/web-address.ts'

/** The address that a line consists of, when its host can be shown in a frame: how one embeds a film in Markdown. */
export function embedLine(line: readonly Node[]): string | undefined {
  const address = webAddress(plainText(line))
  if (address === undefined || !providerOf(address)) return undefined
  return line.every((node) => (hrefOf(node) ?? address) === address) ? address : undefined
}
