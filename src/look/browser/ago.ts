const anHour = 3_600_000

const ageOf = (time: Element) => Date.now() - Date.parse(time.getAttribute('datetime') ?? '')

/** How long ago the times of the last day are, in the language of the page; older ones are left as they stand. */
export function sayAgo(times: Iterable<Element>, say: (time: Element, words: string) => void): void {
  const recent = [...times].filter((time) => ageOf(time) >= 0 && ageOf(time) < 24 * anHour)
  if (recent.length === 0) return
  const ago = new Intl.RelativeTimeFormat(document.documentElement.lang)
  for (const time of recent) {
    const age = ageOf(time)
    const [number, unit] = age < anHour ? [age / 60_000, 'minutes' as const] : [age / anHour, 'hours' as const]
    say(time, ago.format(-Math.max(1, Math.floor(number)), unit))
  }
}
