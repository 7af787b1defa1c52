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
import type { Edition } from './edition.ts'
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
  const headPart: Part = { subject, view: 'home head', render: () => ({ body: homeHead(own) }) }
  const front: Part = { subject, view: 'home', render: async () => ({ body: await frontOf(own) }) }
  const sections = rootSections(await sectionTree(gawai, lang))
  const blocks = sections.slice(0, mostBlocks).map((section) => blockOf(own, section))
  return {
    subject,
    status: 200,
    parts: framed(own, headPart, [front, '<div class="blocks">\n', ...blocks, '</div>\n']),
  }
}

function homeHead(own: Edition): Html {
  const { name, description, absolute, paths } = own
  return headOf(own, { title: name, description, canonical: absolute(paths.home), structured: homeData(own) })
}

async function frontOf(own: Edition): Promise<Html> {
  const { gawai, lang, name, say } = own
  const newest = await latest(gawai, { lang, limit: inFront + inLatest })
  const chosen = await frontArticles(gawai, lang)
  const front = [...chosen, ...newest.items.filter(isNoneOf(chosen))].slice(0, Math.max(inFront, chosen.length))
  const below = newest.items.filter(isNoneOf(front)).slice(0, inLatest)
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

/** Shared with nothing, but dropped only by what happens in its own section. */
function blockOf({ gawai, lang, time }: Edition, section: Section): Part {
  const list = { kind: 'section', id: section.id } as const
  return {
    subject: listSubject(list, lang),
    view: 'block',
    render: async () => {
      const { items } = await inList(gawai, { ...list, lang, limit: inBlock })
      return {
        body: sectionBlock(
          section,
          items.map((item) => cardOf(item, 'block')),
          time,
        ),
      }
    },
  }
}
