import type { ContentReading } from './content-reading.ts'
import { unescaped } from './unescaped.ts'
import type { ShortcodeReader } from './shortcodes.ts'

const longest = 2000

/** Something on another host; what names no such thing leaves nothing, but is told. */
export function embedOf(url: unknown, reading: ContentReading): string {
  if (typeof url !== 'string' || url.trim() === '') return ''
  const written = unescaped(url.trim())
  const address = written.startsWith('//') ? `https:${written}` : written
  if (URL.canParse(address) && /^https?:/i.test(address)) {
    const { href } = new URL(address)
    if (href.length <= longest) return reading.put([{ type: 'embed', attrs: { url: href } }])
  }
  reading.notes.add(
    `the embed "${written.slice(0, 80)}" was left out: it is no web address of at most ${longest} characters`,
  )
  return ''
}

/** `[youtube id]`, `[youtube=address]`, `[vimeo id="17"]`: an address, or an id that makes one. */
const hosted =
  (id: RegExp, addressOf: (id: string) => string): ShortcodeReader =>
  ({ inner, attributes }, reading) => {
    const named = ['url', 'src', 'link', 'video', 'id', '0', 'tweet'].map((name) => attributes[name])
    const written = (inner.trim() || named.find((value) => value) || '').replace(/^=/, '')
    return embedOf(id.test(written) ? addressOf(written) : written, reading)
  }

const addressOnly = hosted(/^$/, (id) => id)

const playerSources = ['src', 'mp3', 'ogg', 'wav', 'm4a', 'mp4', 'webm', 'ogv', 'm4v', 'flv', '0']
const player: ShortcodeReader = ({ attributes }, reading) =>
  embedOf(
    playerSources.map((name) => attributes[name]).find((value) => value),
    reading,
  )

const youtube = hosted(/^[\w-]{11}$/, (id) => `https://www.youtube.com/watch?v=${id}`)
const vimeo = hosted(/^\d+$/, (id) => `https://vimeo.com/${id}`)

/** Shortcodes of WordPress, Jetpack and page builders that show something from elsewhere. */
export const embedShortcodes: Readonly<Record<string, ShortcodeReader>> = {
  embed: addressOnly,
  audio: player,
  video: player,
  youtube,
  su_youtube: youtube,
  vimeo,
  su_vimeo: vimeo,
  dailymotion: hosted(/^x\w+$/, (id) => `https://www.dailymotion.com/video/${id}`),
  tweet: hosted(/^\d+$/, (id) => `https://twitter.com/i/status/${id}`),
  instagram: addressOnly,
  facebook: addressOnly,
  tiktok: addressOnly,
  soundcloud: addressOnly,
  spotify: addressOnly,
  vc_video: addressOnly,
  et_pb_video: addressOnly,
  su_video: addressOnly,
  fusion_youtube: youtube,
  googlemaps: addressOnly,
}
