import { Hono } from 'hono'
import {
  compactRevisions,
  developPictures,
  findPictureUses,
  followPictures,
  followWords,
  moveLongLists,
  previewWords,
  publishScheduled,
} from '#articles'
import type { OpenSite } from '#commands'
import { followDays, followMentions } from '#devices'
import { type Assets, readAssets } from '#look/assets.ts'
import { cardAt, forgetPictures, leadOldAddresses, pictureAt, scrubOnSundays } from '#media'
import { newsroom } from '#newsroom'
import { lookAfterSubscriptions, tellOwners } from '#people'
import type { Gawai } from '#platform/gawai.ts'
import { plainForm } from '#platform/http/canonical-path.ts'
import { health } from '#platform/http/health.ts'
import type { Peer } from '#platform/http/peer.ts'
import { securityHeaders } from '#platform/http/security-headers.ts'
import { readWords } from '#platform/i18n.ts'
import { openGawai } from '#platform/open.ts'
import { programVersion } from '#platform/program-version.ts'
import { isShown, type Language, languages } from '#platform/settings.ts'
import {
  alertRoutes,
  articleSitemap,
  askedPages,
  assetAnswer,
  deviceReportRoutes,
  deviceSitemap,
  edition,
  editionAt,
  editionPages,
  formerShareCard,
  insteadAt,
  leadTo,
  listSitemap,
  logoPage,
  logoPath,
  lookPage,
  movedTo,
  newsSitemap,
  offlineWorker,
  oldNames,
  oldSitemapName,
  type Params,
  pathWords,
  planAt,
  type Planned,
  prefixesOf,
  previewPage,
  residentPage,
  robotsPage,
  searchPage,
  sendDeviceAlerts,
  sendDigests,
  shareCardNamed,
  shownEdition,
  sitemapIndex,
  speculationPage,
  speculationPath,
  subscriptionRoutes,
  troubleOf,
  withSpeculation,
} from '#site'

/**
 * The table of contents: every address, and what follows from every event.
 *
 * @param isDevelopment the site has no address of its own yet
 */
export function assemble(gawai: Gawai, assets: Assets, { isDevelopment = false } = {}): Hono<Asked> {
  const { pages } = gawai
  follow(gawai, assets)
  const app = new Hono<Asked>({ strict: true })
  // Whatever a plan reads, it reads inside `open`, which notices a write in the meantime.
  const fixed: Fixed = (path, plan, isHere = () => true) =>
    app.get(path, ({ req }, next) => {
      // The editions share the root: which of them stands there is a setting.
      if (!isHere()) return next()
      const asked = new URL(req.url).pathname
      const otherwise = planAt(gawai, assets, asked)
      return pages.open(req.raw, async () => withSpeculation(await plan(req.param(), asked)) ?? otherwise())
    })

  app.get('/', (context, next) => {
    const form = plainForm(`/${new URL(context.req.url).search}`)
    if (form === undefined) return next()
    return pages.open(context.req.raw, planAt(gawai, assets, form), form)
  })
  for (const lang of languages) {
    addEdition(app, { gawai, assets, lang, fixed })
    fixed(
      `/${lang}/`,
      () => insteadAt('/'),
      () => !isShown(gawai.settings, lang),
    )
  }
  if (isDevelopment) fixed('/look/', () => lookPage(editionAt(gawai, assets, '/')))
  fixed(speculationPath, () => speculationPage())
  fixed(logoPath, () => logoPage(gawai.settings))
  fixed('/sitemap.xml', () => sitemapIndex(gawai))
  fixed('/sitemaps/:after{(?:0|[1-9]\\d{0,15})\\.xml}', ({ after = '' }) =>
    articleSitemap(gawai, Number.parseInt(after, 10)),
  )
  fixed('/sitemaps/:after{devices-(?:0|[1-9]\\d{0,15})\\.xml}', ({ after = '' }) =>
    deviceSitemap(gawai, Number.parseInt(after.slice('devices-'.length), 10)),
  )
  fixed('/sitemaps/lists.xml', () => listSitemap(gawai))
  fixed('/sitemap-news.xml', () => newsSitemap(gawai))
  fixed('/robots.txt', () => robotsPage(gawai))
  for (const [old, now] of oldNames) fixed(old, () => movedTo(now, old))
  fixed(oldSitemapName, ({ file = '' }) => movedTo('/sitemap.xml', `/${file}`))
  app.get(
    '/assets/:file',
    async (context, next) => (await assetAnswer(gawai, assets, context.req.raw, context.req.param('file'))) ?? next(),
  )
  // A worker answers only for what lies below it, so this one stands at the root, under one name for ever.
  fixed('/offline.js', () => offlineWorker(assets))
  fixed('/favicon.ico', () => leadTo(logoPath))
  app.get(
    '/media/:file',
    async (context, next) => (await pictureAt(gawai, context.req.raw, context.req.param('file'))) ?? next(),
  )
  app.get('/media/cards/:file', async ({ req }, next) => {
    const file = req.param('file')
    const card = await cardAt(gawai, req.raw, file, () => shareCardNamed(gawai, file))
    return card ?? (await formerShareCard(gawai, file)) ?? next()
  })
  for (const lang of languages)
    for (const { method, path, answer } of [...subscriptionRoutes(lang), ...alertRoutes(lang)])
      app.on(method, path, ({ req, env }) =>
        // A test may ask without a server.
        answer(shownEdition(gawai, assets, lang), { request: req.raw, params: req.param(), peer: env?.peer }),
      )
  for (const lang of languages)
    app.get(`/${previewWords[lang]}/:token/`, ({ req }) =>
      previewPage(edition(gawai, assets, lang), req.param('token')),
    )
  app.get('/newsroom', ({ redirect }) => redirect('/newsroom/', 301))
  app.route('/', newsroom(gawai, assets))
  app.get('/healthz', () => health.live())
  app.get('/readyz', () => health.ready(gawai))
  app.get('*', (context) => {
    // The router decodes paths for matching; addresses are kept encoded.
    const path = new URL(context.req.url).pathname
    return pages.open(context.req.raw, planAt(gawai, assets, path))
  })
  app.all('*', () => {
    const headers = { ...securityHeaders, allow: 'GET, HEAD' }
    return new Response('Only GET and HEAD are answered here.\n', { status: 405, headers })
  })
  app.onError((error, context) => troubleOf(error, context.req, editionAt(gawai, assets, context.req.path)))
  return app
}

/** What follows from every event, and what is done at its hour. */
function follow(gawai: Gawai, assets: Assets): void {
  publishScheduled(gawai)
  developPictures(gawai)
  moveLongLists(gawai)
  tellOwners(gawai)
  lookAfterSubscriptions(gawai)
  sendDigests(gawai)
  findPictureUses(gawai)
  followPictures(gawai)
  followWords(gawai)
  leadOldAddresses(gawai)
  forgetPictures(gawai)
  compactRevisions(gawai)
  followMentions(gawai)
  scrubOnSundays(gawai)
  followDays(gawai)
  sendDeviceAlerts(gawai)
  gawai.reactions.on('article.published', 'keep-page', ({ path }) => keepPage(gawai, assets, path))
  // Its address answers 410 from now on, also when the database is gone.
  gawai.reactions.on('article.unpublished', 'keep-gone', ({ path }) => keepPage(gawai, assets, path))
}

/** The addresses of an edition, and its search, which is asked in a form and kept for nobody. */
function addEdition(app: Hono<Asked>, { gawai, assets, lang, fixed }: EditionParts): void {
  const own = () => edition(gawai, assets, lang)
  for (const { prefix, isHere } of prefixesOf(gawai, lang)) {
    for (const [path, plan] of askedPages(lang)) {
      app.get(prefix + path, ({ req }, next) => {
        if (!isHere()) return next()
        const { pathname, search, searchParams } = new URL(req.url)
        return gawai.pages.open(req.raw, () => plan(own(), searchParams), pathname + search)
      })
      const [, bare] = /^(.+)\/$/.exec(prefix + path) ?? []
      if (bare !== undefined)
        app.get(bare, ({ req, redirect }, next) =>
          isHere() ? redirect(`${bare}/${new URL(req.url).search}`, 301) : next(),
        )
    }
    for (const [path, plan] of editionPages(lang)) {
      fixed(prefix + path, (params, asked) => plan(own(), params, asked), isHere)
      const [, bare] = /^(.+)\/$/.exec(prefix + path) ?? []
      // Whoever lives there without the last slash comes first.
      const withSlash = async (params: Params, asked: string) =>
        (await residentPage(gawai, assets, asked)) ?? ((await plan(own(), params, asked)) && leadTo(`${asked}/`))
      if (bare !== undefined) fixed(bare, withSlash, isHere)
    }
    for (const { method, path, answer } of deviceReportRoutes(lang))
      app.on(method, prefix + path, ({ req, env }, next) =>
        isHere() ? answer(own(), { request: req.raw, params: req.param(), peer: env?.peer }) : next(),
      )
    const search = `${prefix}/${pathWords[lang].search}`
    app.get(search, ({ req, redirect }, next) =>
      isHere() ? redirect(`${search}/${new URL(req.url).search}`, 301) : next(),
    )
    app.get(`${search}/`, ({ req }, next) => {
      if (!isHere()) return next()
      const question = req.query('q') ?? ''
      return gawai.pages.open(req.raw, () => searchPage(own(), question), `${req.path}?q=${question}`)
    })
  }
}

/** What the server says beside a request. */
type Asked = { Bindings: { peer?: Peer } }

/** A page at an address; `asked` is the path that somebody asks for. */
type Fixed = (path: string, plan: (params: Params, asked: string) => Planned, isHere?: () => boolean) => void

interface EditionParts {
  gawai: Gawai
  assets: Assets
  lang: Language
  fixed: Fixed
}

/** Opens the program with everything it consists of. */
export const openSite: OpenSite = async ({ data, database, origin, port, mail, openid, pageStore }) => {
  const gawai = await openGawai({
    data,
    database,
    origin: origin ?? `http://localhost:${port}`,
    mail,
    openid,
    pageStore,
    version: programVersion(),
    words: readWords(wordFolders),
  })
  const app = assemble(gawai, readAssets(), { isDevelopment: origin === undefined })
  return { gawai, fetch: (request, peer) => app.fetch(request, { peer }) }
}

export const wordFolders = [
  'articles',
  'devices',
  'look',
  'media',
  'newsroom',
  'newsroom/corrections',
  'newsroom/pair',
  'newsroom/publication',
  'newsroom/revisions',
  'newsroom/writing',
  'organisations',
  'people',
  'site',
].map((slice) => new URL(`./${slice}/words/`, import.meta.url))

/** Renders a published article into the store at once, so that it can be read when the database is gone. */
async function keepPage(gawai: Gawai, assets: Assets, path: string): Promise<void> {
  await gawai.pages.keep(path, planAt(gawai, assets, path))
}
