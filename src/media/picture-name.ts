import { createHmac } from 'node:crypto'
import type { Storage } from '#platform/storage.ts'
import { storedSecret } from '#platform/stored-secret.ts'
import type { Crop } from './crop.ts'
import type { Focus } from './focus.ts'

const secretName = 'secrets/pictures'
const digitsOfName = 32

/** Another one whenever a picture is cleaned in another way: an address never shows other bytes. */
const recipe = 'upright, sRGB, 2400 pixels wide, no metadata, as light as its upload'

/** What a kept picture is made from: its upload, and what is shown of it. */
export interface Taken {
  bytes: Uint8Array
  focus?: Focus | undefined
  crop?: Crop | undefined
}

/**
 * The digest that names a picture: of the recipe, its crop, its focal point and its bytes, with a secret of this installation.
 * Without that, whoever has a picture could find out whether the newsroom has it too.
 */
export async function pictureDigest(storage: Storage, { bytes, focus, crop }: Taken): Promise<string> {
  const hash = createHmac('sha256', await storedSecret(storage, secretName)).update(recipe)
  if (crop) hash.update(` cut to ${crop.left} ${crop.top} ${crop.width} ${crop.height}`)
  if (focus) hash.update(` around ${focus.x} ${focus.y}`)
  return hash.update('\n').update(bytes).digest('hex').slice(0, digitsOfName)
}
