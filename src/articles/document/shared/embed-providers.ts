/** A host whose pages can be shown in a frame. */
export interface Provider {
  name: string
  /** The address that goes into the frame. */
  frame: string
}

interface Rule {
  name: string
  hosts: RegExp
  /** Finds the id in host, path and query. */
  id: RegExp
  frame: (id: string) => string
}

const rules: readonly Rule[] = [
  {
    name: 'YouTube',
    hosts: /^((www\.|m\.|music\.)?youtube(-nocookie)?\.com|youtu\.be)$/,
    id: /(?:[?&]v=|^[^/]+\/(?:embed|shorts|live|v)\/|^youtu\.be\/)((?!videoseries)[\w-]{11})(?![\w-])/,
    frame: (id) => `https://www.youtube-nocookie.com/embed/${id}?autoplay=1`,
  },
  {
    name: 'YouTube',
    hosts: /^(www\.|m\.|music\.)?youtube(-nocookie)?\.com$/,
    id: /\/(?:playlist|embed\/videoseries)\?(?:.*&)?list=([\w-]{10,})/,
    frame: (id) => `https://www.youtube-nocookie.com/embed/videoseries?list=${id}`,
  },
  {
    name: 'Vimeo',
    hosts: /^(www\.|player\.)?vimeo\.com$/,
    id: /\/(?:video\/)?(\d{5,})/,
    frame: (id) => `https://player.vimeo.com/video/${id}?dnt=1`,
  },
  {
    name: 'TikTok',
    hosts: /^(www\.)?tiktok\.com$/,
    id: /\/(?:video|embed\/v2)\/(\d+)/,
    frame: (id) => `https://www.tiktok.com/embed/v2/${id}`,
  },
  {
    name: 'Instagram',
    hosts: /^(www\.)?instagram\.com$/,
    id: /\/(?:p|reel|tv)\/([\w-]+)/,
    frame: (id) => `https://www.instagram.com/p/${id}/embed/`,
  },
  {
    name: 'X',
    hosts: /^(www\.|mobile\.)?(twitter|x)\.com$/,
    id: /\/status(?:es)?\/(\d+)/,
    frame: (id) => `https://platform.twitter.com/embed/Tweet.html?dnt=true&id=${id}`,
  },
  {
    name: 'Spotify',
    hosts: /^open\.spotify\.com$/,
    id: /\/((?:track|album|episode|show|playlist)\/\w+)/,
    frame: (id) => `https://open.spotify.com/embed/${id}`,
  },
  {
    name: 'Dailymotion',
    hosts: /^(www\.)?dailymotion\.com$/,
    id: /\/(?:embed\/)?video\/(\w+)/,
    frame: (id) => `https://www.dailymotion.com/embed/video/${id}`,
  },
]

/** Whom the address belongs to, if it is one whose frame can be shown. */
export function providerOf(address: string): Provider | undefined {
  if (!URL.canParse(address)) return undefined
  const { hostname, pathname, search } = new URL(address)
  for (const { name, hosts, id, frame } of rules) {
    const found = hosts.test(hostname) && id.exec(hostname + pathname + search)?.[1]
    if (found) return { name, frame: frame(found) }
  }
  return undefined
}

/** The hosts that a page with these embeds may show in frames, for its content security policy. */
export function frameHosts(addresses: readonly string[]): string[] {
  const frames = addresses.map((address) => providerOf(address)?.frame).filter((frame) => frame !== undefined)
  return [...new Set(frames.map((frame) => new URL(frame).origin))]
}
