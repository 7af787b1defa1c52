import { z } from 'zod'
import {
  contentOf,
  type DeskArticle,
  type Document,
  keepTypedText,
  ownedBy,
  parseDocument,
  readTypedText,
  type Saved,
  saveManuscript,
  sectionsAbove,
  type TypedText,
  ownershipsOf,
} from '#articles'
import { must } from '#people'
import { timeInWords } from '#look/time.ts'
import { Conflict } from '#platform/refusals.ts'
import { factsAnswer } from '../answer.ts'
import { jsonField } from '../forms/form.ts'
import { tellDone } from '../notice.ts'
import { type Onward, route, type Visit } from '../route.ts'
import { articleHere, articleRoute, ownedHere, sheetPath } from './article-here.ts'
import { heldFacts } from './keeping-facts.ts'
import { markdownHere, pageOf } from './sheet-page.ts'
import { writtenFields, writtenFrom } from './written-form.ts'

/** A document of the length of a book, as a script sends it. */
export const mostBytes = 8 * 1024 * 1024
const longestText = 4 * 1024 * 1024
/** The same in letters of Markdown, which takes longer to read: 50,000 words. */
export const longestMarkdown = 300_000

const token = z.string().regex(/^[\w-]{8,64}$/)
const count = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)
const savedOn = { version: count, revision: count, tab: token, key: token }

const documentField = jsonField(z.unknown(), longestText).transform((value) => parseDocument(value))
/** Where the blocks of notes stand now. */
const notesField = jsonField(
  z.array(z.strictObject({ note: z.int().positive(), block: z.int().nonnegative().nullable() })).max(1000),
).optional()

/** The page's own form: with a script the text is a document, without one it is Markdown. */
const byHand = z
  .strictObject({
    ...savedOn,
    ...writtenFields,
    markdown: z.string().max(longestMarkdown).optional(),
    document: documentField.optional(),
    notes: notesField,
  })
  .refine(({ markdown, document }) => markdown !== undefined || document !== undefined, { path: ['markdown'] })
const byScript = z.strictObject({ ...savedOn, ...writtenFields, document: documentField, notes: notesField })

type Fields = Omit<z.output<typeof byScript>, 'document'>

/** Saves what was filled in, in the name of who filled it in. */
async function save(visit: Visit, article: DeskArticle, fields: Fields, text: TypedText): Promise<Saved> {
  const { gawai, actor } = visit
  const { version, revision, tab, key, notes, ...said } = fields
  return gawai.write(async (unit) => {
    const content = async () => {
      // It may have been taken from them while this was on its way.
      const standing = (await ownershipsOf({ db: unit.tx }, [article.article])).get(article.article)
      if (standing) must(actor, 'articles.write', ownedBy(actor, standing))
      const written = writtenFrom(said, await keepTypedText(unit, text))
      const made = await contentOf(unit, gawai.settings, article.lang, written)
      const sections = await sectionsAbove(unit, made)
      must(actor, 'articles.write', ownedBy(actor, { begunBy: article.begunBy, content: made, sections }))
      return made
    }
    const seat = { person: actor.person, tab }
    return saveManuscript(unit, { article: article.article, on: { version, revision }, content, seat, key, notes })
  })
}

/** By the button: the whole page is sent, and comes back saved or with what stands in the way. */
async function saveByHand(visit: Visit, { markdown, document, ...fields }: z.output<typeof byHand>): Promise<Onward> {
  const article = await articleHere(visit)
  const text = document ? wholeText(document) : await typedText(visit, article, markdown ?? '')
  const saved = await save(visit, article, fields, text)
  if (saved.outcome === 'held') throw heldBy(visit, saved)
  if (saved.outcome === 'behind') throw new Conflict('Somebody else has saved this article', { key: 'writing.behind' })
  const said = { key: 'writing.saved' }
  const notice = await visit.gawai.write((unit) => tellDone(unit, visit.actor.account, said))
  return { to: sheetPath(article.article), notice }
}

const wholeText = (document: Document): TypedText => ({ document, said: [], notUnderstood: [] })

async function typedText({ gawai }: Visit, article: DeskArticle, markdown: string): Promise<TypedText> {
  const isSame = sameText(markdown, await markdownHere(gawai, article))
  return isSame ? wholeText(article.content.document) : readTypedText(gawai, markdown)
}

/** Browsers send line ends as they like (HTML, "constructing the entry list"). */
const sameText = (one: string, other: string): boolean =>
  one.replaceAll('\r\n', '\n').trim() === other.replaceAll('\r\n', '\n').trim()

function heldBy({ time }: Visit, { by }: Extract<Saved, { outcome: 'held' }>): Conflict {
  const since = timeInWords(by.since, time)
  return new Conflict(`${by.name} has been writing this article since ${since}`, {
    key: 'writing.held',
    values: { name: by.name, time: since },
  })
}

/** 409: somebody else has saved; 423: somebody else writes (RFC 4918, "Locked"). Nothing is written then. */
const statusOf = { saved: 200, behind: 409, held: 423 } as const satisfies Record<Saved['outcome'], number>

export const savingRoutes = [
  route.deed({
    path: articleRoute,
    needs: 'articles.write',
    on: ownedHere,
    mostBytes,
    form: byHand,
    again: async (visit) => pageOf(visit, await articleHere(visit)),
    handle: saveByHand,
  }),
  route.deed({
    path: `${articleRoute}saves/`,
    needs: 'articles.write',
    on: ownedHere,
    mostBytes,
    form: byScript,
    again: async (visit) => pageOf(visit, await articleHere(visit)),
    async handle(visit, { document, ...fields }) {
      const article = await articleHere(visit)
      const saved = await save(visit, article, fields, wholeText(document))
      return factsAnswer(heldFacts(visit.actor, saved), { status: statusOf[saved.outcome] })
    },
  }),
]
