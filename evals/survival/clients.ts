// node clients.ts URL COUNT: so many clients with a connection of their own ask for the same page at the same time.
// Prints one line of JSON: how many got 200 with the whole text, and milliseconds.
import { connect } from 'node:net'
import { once } from 'node:events'

const [address = '', count = '1000'] = process.argv.slice(2)
const { hostname, port, host, pathname } = new URL(address)

const sockets = Array.from({ length: Number(count) }, () => connect(Number(port), hostname))
await Promise.all(sockets.map((socket) => once(socket, 'connect')))
const began = performance.now()
const waits = await Promise.all(
  sockets.map(async (socket) => {
    let text = ''
    socket.setEncoding('utf8').on('data', (chunk) => (text += String(chunk)))
    socket.write(`GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
    await once(socket, 'close')
    const isWhole = text.startsWith('HTTP/1.1 200 ') && text.trimEnd().endsWith('</html>')
    return { isWhole, ms: performance.now() - began }
  }),
)
const ok = waits.filter(({ isWhole }) => isWhole).length
process.stdout.write(JSON.stringify({ ok, waits: waits.map(({ ms }) => ms).toSorted((one, other) => one - other) }))
