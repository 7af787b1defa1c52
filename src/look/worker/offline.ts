/**
 * Stands between the browser and the network only to answer when there is none: it keeps the site's offline page and
 * nothing else. Pages are never kept here, so nobody reads an old one for a new one.
 */
declare const self: ServiceWorkerGlobalScope

const shelf = 'offline'
/** The editions' pages; the language at the root has no name of its own, so one of these is not there. */
const pages = ['/offline/', '/id/offline/', '/en/offline/']

/** Chromium's way around a worker that has yet to wake up: the network need not wait for it. */
interface Routing extends ExtendableEvent {
  addRoutes?(rules: object): Promise<void>
}

self.addEventListener('install', (event: Routing) => {
  const race = { condition: { requestMode: 'navigate' }, source: 'race-network-and-fetch-handler' }
  event.waitUntil(Promise.all([keepPages(), event.addRoutes?.(race).catch(() => {}), self.skipWaiting()]))
})
self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([self.registration.navigationPreload?.enable(), self.clients.claim()]))
})
self.addEventListener('fetch', (event) => {
  // A form goes its own way: sent from here it would not say any more which site it came from.
  if (event.request.mode === 'navigate' && event.request.method === 'GET') event.respondWith(fromNetwork(event))
})

async function keepPages(): Promise<void> {
  const kept = await caches.open(shelf)
  await Promise.all(pages.map((page) => kept.add(page).catch(() => {})))
}

async function fromNetwork(event: FetchEvent): Promise<Response> {
  try {
    const preloaded: unknown = await event.preloadResponse
    return preloaded instanceof Response ? preloaded : await fetch(event.request)
  } catch {
    const [, first] = new URL(event.request.url).pathname.split('/')
    return (await caches.match(`/${first}/offline/`)) ?? (await caches.match('/offline/')) ?? Response.error()
  }
}
