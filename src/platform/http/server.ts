import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Log } from '../log.ts'
import type { PageStore } from '../page-store/page-store.ts'
import { Invalid } from '../refusals.ts'
import { acceptedHosts } from './accepted-hosts.ts'
import { loggedPath } from './logged-path.ts'
import { networks } from './networks.ts'
import { type Peer, peerOf } from './peer.ts'
import { canonicalPath, isPlainForm, plainForm } from './canonical-path.ts'
import { securityHeaders } from './security-headers.ts'

export interface ListenOptions {
  host: string
  port: number
  /** The address readers use; until it is set any loopback Host is accepted. */
  origin: string | undefined
  /** Peers whose Forwarded headers count. */
  proxy: readonly string[]
  fetch(request: Request, peer: Peer): Response | Promise<Response>
  pages: PageStore
  log: Log
}

export interface Listening {
  /** Where it listens, with `localhost` for a loopback address (passkeys need the name). */
  url: string
  /** Accepts nothing more, lets what runs finish for five seconds, then closes what is left. */
  close(): Promise<void>
}

/** A supervisor asks the process, by whatever name it reaches it. */
const healthPaths = new Set(['/healthz', '/readyz'])

const headersWithin = 10_000
/** A phone that sends a picture of 12 MB over a slow network needs minutes; the heads must still come soon. */
const requestWithin = 5 * 60_000
const finishWithin = 5_000
const mostHeaderBytes = 16 * 1024

/** Serves: the page store answers when it can, everything else goes to the routes. */
export async function listen({ host, port, origin, proxy, fetch, pages, log }: ListenOptions): Promise<Listening> {
  const proxies = networks(proxy)
  const route = getRequestListener((request, { incoming }) => fetch(request, peerOf(incoming, proxies)), {
    overrideGlobalObjects: false,
  })
  const isAccepted = acceptedHosts(origin, proxies)

  const server = createServer(
    {
      headersTimeout: headersWithin,
      requestTimeout: requestWithin,
      keepAliveTimeout: 65_000,
      maxHeaderSize: mostHeaderBytes,
    },
    (request, response) => {
      const path = pathOf(request.url ?? '/')
      if (!isAccepted(request) && !healthPaths.has(path))
        return refuse(response, 421, 'This server does not serve that host.')
      if (!healthPaths.has(path) && pages.answer(request, response, path)) return
      const canonical = isPlainForm(path) ? path : canonicalPath(path)
      if (canonical === undefined) return refuse(response, 400, 'That is not an address of this site.')
      if (canonical !== path) {
        const url = canonical + (request.url ?? '').slice(path.length)
        if (!/\/\//.test(path)) return redirect(response, url)
        // Doubled slashes are answered where they are: old links with them counted as the page itself.
        request.url = url
        if (pages.answer(request, response, canonical)) return
      }
      route(request, response).catch((error: unknown) =>
        log.error('A request failed outside the routes', { path: loggedPath(path), error }),
      )
    },
  )
  await started(server, host, port)

  const { port: actual, address } = server.address() as AddressInfo // oxlint-disable-line typescript/no-unsafe-type-assertion -- a TCP server has one
  return {
    url: `http://${isLoopback(address) ? 'localhost' : bracketed(address)}:${actual}`,
    close: () => closed(server),
  }
}

/** What names the page: the query does not, but for the plain forms of WordPress (`/?p=17`). */
function pathOf(url: string): string {
  const query = url.indexOf('?')
  if (query === -1) return url
  return query === 1 ? (plainForm(url) ?? '/') : url.slice(0, query)
}

function refuse(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...securityHeaders })
  response.end(`${words}\n`)
}

/** One spelling of each address answers; the others lead to it. */
function redirect(response: ServerResponse, location: string): void {
  response.writeHead(301, { location, ...securityHeaders })
  response.end()
}

function started(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explained(error, host, port)))
    server.listen(port, host, resolve)
  })
}

function explained(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new Invalid(
      `Port ${port} on ${host} is in use: end the program that uses it, or choose another with PORT=${port + 1}`,
    )
  if (error.code === 'EACCES')
    return new Invalid(`Port ${port} may not be used by this account: choose one above 1023 with PORT=`)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new Invalid(`"${host}" is no address of this machine: set HOST to one, such as 127.0.0.1 or 0.0.0.0`)
  return error
}

async function closed(server: Server): Promise<void> {
  const rest = setTimeout(() => server.closeAllConnections(), finishWithin)
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
  clearTimeout(rest)
}

const isLoopback = (address: string) => address === '::1' || address.startsWith('127.')
const bracketed = (address: string) => (address.includes(':') ? `[${address}]` : address)
