import { openBrowser } from '#test/chromium.ts'
import { type Lifetime, lifetime } from '#test/journeys/site.ts'
import { kills } from './lost-words/kill.ts'
import { type Round, round } from './lost-words/round.ts'
import { openWritingSite } from './lost-words/writers.ts'
import type { Eval } from './run.ts'

/**
 * Types into an article in a real browser and kills, at a random moment, the tab, its process, the network or the
 * newsroom; comes back as a writer would and looks what is left. Where the network or the newsroom is gone, it types on
 * for three seconds before the tab dies, too.
 *
 * Arguments: kills (50)
 */
export const run: Eval = async ([count = '50'], out) => {
  const life = lifetime()
  try {
    return figuresOf(await lostWords(life, Number(count), out))
  } finally {
    await life.end()
  }
}

const [soonest, latest] = [1500, 11_000]

export async function lostWords(life: Lifetime, count: number, out: (line: string) => void): Promise<Round[]> {
  const site = await openWritingSite(life, ['Bagas Prakoso'])
  const articles = await site.articles(count, { type: 'doc', content: [] })
  await site.start()
  const browser = await openBrowser()
  life.after(() => browser.close())
  const rounds: Round[] = []
  for (const [index, article] of articles.entries()) {
    const kill = kills[index % kills.length] ?? 'crash'
    const after = soonest + Math.random() * (latest - soonest)
    const one = await round(browser, site, article, kill, after)
    rounds.push(one)
    out(lineOf(one))
  }
  return rounds
}

const lineOf = ({ kill, after, typed, acknowledged, onServer, recovered, missingMs, wrong }: Round): string =>
  `${kill} after ${(after / 1000).toFixed(1)} s: ${typed} words typed, ${acknowledged} acknowledged, ${onServer} on the server, ` +
  `${recovered} after recovery (${missingMs} ms missing)${wrong.length > 0 ? `, wrong: ${wrong.join(' ')}` : ''}`

export function figuresOf(rounds: readonly Round[]) {
  const sum = (count: (one: Round) => number) => rounds.reduce((total, one) => total + count(one), 0)
  return {
    kills: rounds.length,
    wordsTyped: sum(({ typed }) => typed),
    wordsMissing: sum(({ typed, recovered }) => typed - recovered),
    acknowledgedLost: rounds.filter(({ acknowledged, onServer }) => onServer < acknowledged).length,
    wordsWrong: sum(({ wrong }) => wrong.length),
    mostMissingMs: Math.max(...rounds.map(({ missingMs }) => missingMs)),
    roundsWithoutLoss: rounds.filter(({ typed, recovered }) => typed === recovered).length,
  }
}
