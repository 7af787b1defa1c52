import sharp, { type Sharp } from 'sharp'
import { mostPixels } from './prove-picture.ts'

/** A picture as it is shown: upright. What is broken in it or too large fails when it is used. */
export const opened = (bytes: Uint8Array): Sharp =>
  sharp(bytes, { autoOrient: true, failOn: 'error', limitInputPixels: mostPixels })
