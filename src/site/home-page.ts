import {
  frontArticles,
  inList,
  latest,
  latestSubject,
  type ListedArticle,
  listSubject,
  rootSections,
  type Section,
  sectionTree,
} from '#articles'
import { headlineList, leadCard, secondCard, sectionBlock } from '#look/cards.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import type { PagePlan, Part } from '#platform/page-store/page.ts'
import { cardOf } from './cards.ts'
import { type Edition, otherInUse } from './edition.ts'
import { latestDevicesBlock } from './device-blocks.ts'
import { framed, headOf } from './frame.ts'
import { homeData } from './structured-data/pages.ts'

/** A lead and two seconds. */
const inFront = 3
const inLatest = 9
const mostBlocks = 9
const inBlock = 4

/** The front page: what editors put there, what is newest, and a block for each section. */
export async function homePage(own: Edition): Promise<PagePlan> {
  const { gawai, lang } = own
  const subject = latestSubject(lang)
  const headPart: Part = {
    subject,
    view: 'home head',
    render: async () => ({ body: homeHead(own, await otherInUse(own)) }),
  }
  const { front, below } = await chosen(own)
  const top: Part = { subject, view: 'home', render: () => ({ body: topView(own, front, below) }) }
  const sections = rootSections(await sectionTree(gawai, lang))
  const blocks = sections.slice(0, mostBlocks).map((section) => blockOf(own, section, front))
  return {
    subject,
    status: 200,
    parts: framed(own, headPart, [top, '<div class="blocks">\n', ...blocks, '</div>\n', latestDevicesBlock(own)]),
  }
}

function homeHead(own: Edition, other: Edition | undefined): Html {
  const { name, description, absolute, paths } = own
  const alternates = [own, ...(other ? [other] : [])].map((one) => ({ lang: one.lang, href: absolute(one.paths.home) }))
  return headOf(own, {
    ...(other && { alternates }),
    title: name,
    description,
    canonical: absolute(paths.home),
    structured: homeData(own),
  })
}

/** What stands in front, and what is newest below that. */
async function chosen({ gawai, lang }: Edition): Promise<{ front: ListedArticle[]; below: ListedArticle[] }> {
  const arranged = await frontArticles(gawai, lang)
  const newest = await latest(gawai, { lang, limit: Math.max(inFront, arranged.length) + inLatest })
  const front = [...arranged, ...newest.items.filter(isNoneOf(arranged))].slice(0, Math.max(inFront, arranged.length))
  return { front, below: newest.items.filter(isNoneOf(front)).slice(0, inLatest) }
}

function topView(own: Edition, front: readonly ListedArticle[], below: readonly ListedArticle[]): Html {
  const { name, say } = own
  return html`<h1 class="skip">${name}</h1>
    ${front.length === 0 ? html`<p>${say('list.empty')}</p>` : frontView(own, front)}${below.length > 0 ? latestView(own, below) : nothing}`
}

const isNoneOf = (others: readonly ListedArticle[]) => {
  const ids = new Set(others.map(({ id }) => id))
  return ({ id }: ListedArticle) => !ids.has(id)
}

function frontView({ time }: Edition, [lead, ...seconds]: readonly ListedArticle[]): Html {
  if (!lead) return nothing
  return html`<div class="front">
    ${leadCard(cardOf(lead, 'lead'), time)}${seconds.map((second) => secondCard(cardOf(second, 'second'), time))}
  </div> `
}

function latestView({ say, time, paths }: Edition, items: readonly ListedArticle[]): Html {
  return html`<section class="newest">
    <h2><a href="${paths.latest}">${say('list.latest')}</a></h2>
    ${headlineList(items, time)}
    <p class="on"><a href="${paths.latest}">${say('list.allLatest')}</a></p>
  </section> `
}

/** Dropped only by what happens in its own section. What stands in front is not told twice. */
function blockOf({ gawai, lang, time }: Edition, section: Section, front: readonly ListedArticle[]): Part {
  const list = { kind: 'section', id: section.id } as const
  const left = front.map(({ id }) => id)
  return {
    subject: listSubject(list, lang),
    view: `block without ${left.join(' ')}`,
    render: async () => {
      const { items } = await inList(gawai, { ...list, lang, limit: inBlock + left.length })
      const cards = items.filter(isNoneOf(front)).slice(0, inBlock)
      return {
        body: sectionBlock(
          section,
          cards.map((item) => cardOf(item, 'block')),
          time,
        ),
      }
    },
  }
}
