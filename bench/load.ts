import { connect, type Socket } from 'node:net'
import { performance } from 'node:perf_hooks'

export interface Load {
  url: string
  /** The path of the next request. */
  next(): string
  connections: number
  /** Milliseconds. */
  duration: number
  /** Requests a second over all connections; as many as possible without it. */
  rate?: number
}

export interface Measured {
  requests: number
  /** Other answers than 200. */
  failed: number
  seconds: number
  /** Milliseconds from sending to the last byte, ascending. */
  latencies: number[]
}

/**
 * Asks over kept connections, one request at a time on each, and reads every answer to its end. Speaks just enough
 * HTTP/1.1 for our own servers, because a whole client would cost more than what it measures.
 */
export async function putLoad({ url, next, connections, duration, rate }: Load): Promise<Measured> {
  const measured: Measured = { requests: 0, failed: 0, seconds: 0, latencies: [] }
  const began = performance.now()
  const until = began + duration
  const gap = rate === undefined ? 0 : (connections * 1000) / rate
  const one = (_: unknown, index: number) => ask(url, next, until, gap, (gap / connections) * index, measured)
  await Promise.all(Array.from({ length: connections }, one))
  measured.seconds = (performance.now() - began) / 1000
  measured.latencies.sort((left, right) => left - right)
  return measured
}

/** @param share from 0 to 1 */
export const quantile = ({ latencies }: Measured, share: number): number =>
  latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0

async function ask(
  url: string,
  next: () => string,
  until: number,
  gap: number,
  offset: number,
  measured: Measured,
): Promise<void> {
  const { hostname, port, host } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.setNoDelay(true)
  const answers = answersOf(socket)
  let due = performance.now() + offset
  for (let now = performance.now(); now < until; now = performance.now()) {
    if (gap > 0) {
      if (due > now) await new Promise((resolve) => setTimeout(resolve, due - now))
      // What an overloaded server makes wait counts as waiting: time runs from when the request was due.
      due += gap
    }
    const sentAt = gap > 0 ? due - gap : performance.now()
    socket.write(`GET ${next()} HTTP/1.1\r\nHost: ${host}\r\nAccept-Encoding: gzip\r\nUser-Agent: Mozilla/5.0\r\n\r\n`)
    const status = await answers.next()
    measured.latencies.push(performance.now() - sentAt)
    measured.requests += 1
    if (status !== 200) measured.failed += 1
  }
  socket.destroy()
}

/** Statuses of answers as they are complete. */
function answersOf(socket: Socket) {
  let head = ''
  let rest = -1
  let status = 0
  let resolve: (status: number) => void = () => {}
  let reject: (error: Error) => void = () => {}
  let broken: Error | undefined
  const fail = (error: Error) => {
    broken = error
    reject(error)
  }
  const done = () => {
    rest = -1
    resolve(status)
  }
  socket.on('error', fail)
  socket.on('close', () => fail(new Error('the server closed the connection')))
  socket.on('data', (chunk) => {
    if (rest >= 0) {
      rest -= chunk.length
      if (rest <= 0) done()
      return
    }
    head += chunk.toString('latin1')
    const end = head.indexOf('\r\n\r\n')
    if (end < 0) return
    status = Number(head.slice(9, 12))
    const length = /\r\ncontent-length: *(\d+)/i.exec(head.slice(0, end))?.[1]
    if (length === undefined) return fail(new Error(`an answer says no length: ${head.slice(0, end)}`))
    rest = Number(length) - (head.length - end - 4)
    head = ''
    if (rest <= 0) done()
  })
  return {
    next: () =>
      new Promise<number>((whole, refused) => {
        resolve = whole
        reject = refused
        if (broken) refused(broken)
      }),
  }
}
