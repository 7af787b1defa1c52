import { footPages, headSections, sectionTree, shellSubject } from '#articles'
import { hasDevices } from '#devices'
import { head, type HeadFacts } from '#look/page.ts'
import { themeAddress } from '#look/theme.ts'
import { shellFoot, shellTop, type ShellFacts } from '#look/shell.ts'
import type { Html } from '#platform/html.ts'
import type { Part } from '#platform/page-store/page.ts'
import { type Edition, otherInUse } from './edition.ts'
import { logoPath } from './logo.ts'

type OwnHead = Omit<HeadFacts, 'lang' | 'site' | 'style' | 'script' | 'icon'>

/** The head of a page of this edition. */
export function headOf({ gawai, lang, name, assets, paths, absolute }: Edition, facts: OwnHead): Html {
  return head({
    lang,
    site: name,
    style: assets.address('gawai.css'),
    theme: themeAddress(gawai.settings),
    script: assets.address('reader.js'),
    icon: logoPath,
    feed: { href: absolute(paths.feed), title: name },
    ...facts,
  })
}

/** The head of a page of devices. */
export const deviceHeadOf = (own: Edition, facts: Omit<OwnHead, 'ownStyle'>): Html =>
  headOf(own, { ...facts, ownStyle: own.assets.address('devices.css') })

/** Lays the edition's frame around a page's own parts. The frame is shared: it is rendered once for all pages. */
export function framed(own: Edition, headPart: Part | string, main: readonly (Part | string)[]): (Part | string)[] {
  const subject = shellSubject(own.lang)
  let asked: Promise<ShellFacts> | undefined
  const facts = () => (asked ??= shellFacts(own))
  const top: Part = { subject, view: 'top', render: async () => ({ body: shellTop(await facts()) }) }
  const foot: Part = { subject, view: 'foot', render: async () => ({ body: shellFoot(await facts()) }) }
  return [headPart, top, ...main, foot]
}

async function shellFacts(own: Edition): Promise<ShellFacts> {
  const { gawai, lang, say, name, description, paths } = own
  const { shown: sections, hasMore: hasMoreSections } = headSections(await sectionTree(gawai, lang))
  const other = await otherInUse(own)
  const pages = await footPages(gawai, { lang, limit: mostPages })
  return {
    say,
    site: name,
    description,
    paths,
    sections,
    hasMoreSections,
    hasDevices: await hasDevices(gawai),
    pages,
    ...(other && { other: { lang: other.lang, href: other.paths.home } }),
  }
}

/** More than this is no navigation. */
const mostPages = 8
