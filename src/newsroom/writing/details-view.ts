import { type DeskArticle, namedSections, type Written } from '#articles'
import { type Html, html, nothing, raw } from '#platform/html.ts'
import { slugOf } from '#platform/slug.ts'
import { area, choice, field, type Option } from '../forms/fields-view.ts'
import type { Visit } from '../route.ts'
import { nameOf } from '../sections/section-name.ts'
import { namesText, sourcesText } from './written-form.ts'

/** Everything that is said of an article besides its text: where it stands, what it is about, who says and signs it. */
export async function detailsView(visit: Visit, article: DeskArticle, written: Written): Promise<Html> {
  const { say, gawai } = visit
  const { lang } = article
  const sections = (await namedSections(gawai)).filter(({ names }) => names[lang] !== undefined)
  const options = sections.map((one) => ({ value: String(one.id), words: '– '.repeat(one.depth) + nameOf(visit, one) }))
  const names = (
    name: 'topics' | 'brands' | 'writer' | 'editor' | 'photo',
    of: 'topics' | 'organisations' | 'people',
  ) =>
    html`<div data-names-of="${of}">
      ${field(visit, { name, value: namesText(written[name]), most: 4000, autocomplete: 'off', isOptional: true })}
    </div> `
  const said = (name: 'source' | 'via') =>
    html`<div data-sources>
      ${area(visit, { name, value: sourcesText(written[name]), most: 8000, hint: say('writing.sourceHint') })}
    </div>`
  const section = choice(visit, {
    name: 'section',
    value: String(written.section ?? ''),
    options: [{ value: '', words: say('writing.noSection') }, ...options],
  })
  const place = html`${section} ${furtherView(visit, options, written)} ${names('topics', 'topics')}
  ${names('brands', 'organisations')}`
  const who = html`${said('source')} ${said('via')} ${names('writer', 'people')} ${names('editor', 'people')}
  ${names('photo', 'people')}
  ${field(visit, { name: 'dateline', value: written.dateline ?? '', most: 80, autocomplete: 'off', isOptional: true })}`
  const isWrong = (...fields: string[]) => fields.some((name) => visit.wrong[name] !== undefined)
  return html`${group(say('writing.groupPlace'), place, isWrong('section', 'sections', 'topics', 'brands'))}
  ${group(say('writing.groupWho'), who, isWrong('source', 'via', 'writer', 'editor', 'photo', 'dateline'))}
  ${group(say('writing.groupFound'), foundView(visit, article, written), isWrong('slug', 'seoTitle', 'seoDescription'))}`
}

/** Closed on a phone, where it stands below the text; the script opens what stands beside it. Open where something is wrong. */
const group = (title: string, inner: Html, isOpen: boolean): Html =>
  html`<details class="group" ${isOpen ? raw('open') : nothing}>
    <summary>${title}</summary>
    ${inner}
  </details> `

/** How readers find it elsewhere. With a script it is shown as they will see it. */
const foundView = (visit: Visit, article: DeskArticle, { seo }: Written): Html =>
  html`${field(visit, { name: 'slug', value: ownSlug(article), most: 120, autocomplete: 'off', isOptional: true, hint: visit.say('writing.slugHint') })}
    ${field(visit, { name: 'seoTitle', value: seo?.title ?? '', most: 200, autocomplete: 'off', isOptional: true })}
    ${area(visit, { name: 'seoDescription', value: seo?.description ?? '', most: 600 })}
    <div hidden class="as-shown" data-previews></div>`

function furtherView({ say, entered }: Visit, options: readonly Option[], { sections = [] }: Written): Html {
  const isChosen = (value: string) => (entered['title'] === undefined ? sections.includes(Number(value)) : false)
  return html`<details>
    <summary>${say('writing.sections')}</summary>
    <ul class="boxes">
      ${options.map(
        ({ value, words }) =>
          html`<li>
            <label
              ><input
                type="checkbox"
                name="sections"
                value="${value}"
                ${isChosen(value) ? raw('checked') : nothing}
              />${words}</label
            >
          </li> `,
      )}
    </ul>
  </details> `
}

/** Until readers know its address, the slug follows the title, unless somebody has given another. */
const ownSlug = ({ published, content: { slug, title } }: DeskArticle): string =>
  published === undefined && slug === slugOf(title) ? '' : slug
