import { readLine } from './lines.ts'

/** Reads what strace wrote about a publisher: in which order words went to the disk, were synced and were answered. */
export interface Order {
  /** Files whose words were on the disk before they were acknowledged. */
  inTime: string[]
  /** Acknowledged before the sync was over, or without one. */
  tooEarly: string[]
}

/** What strace must be told so that `orderOf` understands it: a page of the database has 4,096 bytes. */
export const straceWords = (file: string): string[] =>
  `strace -f -y -s 4200 -e trace=write,pwrite64,fsync,fdatasync -o ${file}`.split(' ')

const log = /^pwrite64\(\d+<[^>]*gawai\.db-wal>/
const sync = /^f(?:data)?sync\(\d+<[^>]*gawai\.db-wal>/
const syncOver = /^<\.\.\. f(?:data)?sync resumed>.*= 0$/
const said = /^write\(1<[^>]*>, "(\{.*\})\\n"/
const title = /Kabar (berkas-\S+) edisi (\d+)/g

type Stage = 'asked' | 'written' | 'syncing' | 'synced'

/** @param trace what strace wrote, line by line */
export function orderOf(trace: string): Order {
  const stages = new Map<string, Stage>()
  const order: Order = { inTime: [], tooEarly: [] }
  const syncing = new Map<string, string[]>()
  const inStage = (stage: Stage) => [...stages].filter(([, one]) => one === stage).map(([name]) => name)
  const move = (names: readonly string[], from: Stage, to: Stage) => {
    for (const name of names) if (stages.get(name) === from) stages.set(name, to)
  }

  for (const line of trace.split('\n')) {
    const [, thread = '', call = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? []
    if (log.test(call))
      move(
        [...call.matchAll(title)].map(([, token, edition]) => `${token} ${edition}`),
        'asked',
        'written',
      )
    else if (sync.test(call)) {
      const names = inStage('written')
      move(names, 'written', 'syncing')
      syncing.set(thread, names)
      if (call.endsWith('= 0')) move(names, 'syncing', 'synced')
    } else if (syncOver.test(call)) move(syncing.get(thread) ?? [], 'syncing', 'synced')
    else note(call, stages, order)
  }
  return order
}

function note(call: string, stages: Map<string, Stage>, { inTime, tooEarly }: Order): void {
  const [, text] = said.exec(call) ?? []
  const line = text === undefined ? undefined : readLine(text.replaceAll('\\"', '"'))
  if (!line || line.is === 'ready' || !line.token.startsWith('berkas-')) return
  const name = `${line.token} ${line.edition}`
  if (line.is === 'asked') return void stages.set(name, 'asked')
  const stage = stages.get(name)
  if (stage === 'synced') inTime.push(name)
  else tooEarly.push(`${name} (${stage})`)
  stages.delete(name)
}
