import { Agent, request } from 'node:http'
import type { OutgoingHttpHeaders } from 'node:http'
import { type Server, startNode } from '../../bench/processes.ts'

export interface Answered {
  status: number
  headers: string
  body: string
  /** Milliseconds from sending to the last byte. */
  took: number
}

/** Whose word on where a request comes from the server takes: this eval's. */
export const proxyEnvironment = { GAWAI_PROXY: '127.0.0.1' }

/** A server of its own on a folder, without a demo to make pictures of. */
export const startDoors = (folder: string): Promise<Server> =>
  startNode('Gawai', '../src/cli.ts', ['serve', '--empty', '--data', folder, '--json'], proxyEnvironment)

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

/** Sends a form as a browser at that address does. */
export function knock(url: string, path: string, fields: Record<string, string>, from: string): Promise<Answered> {
  const body = new URLSearchParams(fields).toString()
  const headers: OutgoingHttpHeaders = {
    origin: url,
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
    'x-forwarded-for': from,
  }
  const sentAt = performance.now()
  return new Promise((resolve, reject) => {
    const asking = request(url + path, { method: 'POST', headers, agent }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => (text += chunk))
      answer.on('error', reject)
      answer.on('end', () => {
        const { date: _, ...said } = answer.headers
        const took = performance.now() - sentAt
        resolve({ status: answer.statusCode ?? 0, headers: JSON.stringify(said), body: text, took })
      })
    })
    asking.on('error', reject)
    asking.end(body)
  })
}
