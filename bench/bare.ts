import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The least that `node:http` costs: one buffer and its headers, whatever is asked. Run as `bare.ts FILE.gz`. */
const bytes = readFileSync(process.argv[2] ?? '')
const headers = [
  'content-encoding',
  'gzip',
  'content-length',
  String(bytes.length),
  'content-type',
  'text/html; charset=utf-8',
  'cache-control',
  'no-cache',
]

const server = createServer((_, response) => {
  response.writeHead(200, headers)
  response.end(bytes)
})
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`)
})
process.once('SIGTERM', () => process.exit(0))
