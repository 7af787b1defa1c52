// node publisher.ts FOLDER NAME WRITERS: publishes and edits as fast as it can until it is killed. Says on standard
// output, a line each, what it asks for and what was acknowledged.
import { type Content, newArticle, publish, publishFile, readMarkdown, revise } from '#articles'
import type { Id } from '#platform/database/tables.ts'
import { openSite } from '../../src/app.ts'
import { fileOf, isFile, type Line, titleOf } from './lines.ts'

interface Own {
  token: string
  article: Id
  edition: number
}

const [folder = '', name = '', writers = '6'] = process.argv.slice(2)
const say = (line: Line) => process.stdout.write(`${JSON.stringify(line)}\n`)

const { gawai } = await openSite({ data: folder, port: 0, host: '127.0.0.1', proxy: [], pageStore: 'on' })
await gawai.start()
say({ is: 'ready', pid: process.pid })
await Promise.all(Array.from({ length: Number(writers) }, (_, writer) => writeOn(`${name}-${writer}`)))

/** Two new articles, one as a file and one as a draft that is then published, and an edit of an older one; and so on. */
async function writeOn(writer: string): Promise<never> {
  const own: Own[] = []
  for (let number = 0; ; number += 1) {
    own.push(await publishAsFile(`berkas-${writer}-${number}`, 1))
    own.push(await publishDraft(`naskah-${writer}-${number}`))
    const older = own[Math.floor(Math.random() * own.length)]
    if (older) await edit(older)
  }
}

async function publishAsFile(token: string, edition: number): Promise<Own> {
  const text = fileOf(token, edition)
  say({ is: 'asked', token, edition })
  const { article, path = '' } = await publishFile(gawai, { name: `${token}.md`, text })
  say({ is: 'acknowledged', token, edition, path })
  return { token, article, edition }
}

async function publishDraft(token: string): Promise<Own> {
  const article = await gawai.write(async (unit) => {
    const id = await newArticle(unit, { kind: 'article', lang: 'id' })
    await revise(unit, id, contentOf(token, 1))
    return id
  })
  const own = { token, article, edition: 1 }
  await show(own)
  return own
}

async function edit(own: Own): Promise<void> {
  own.edition += 1
  if (isFile(own.token)) return void (await publishAsFile(own.token, own.edition))
  await gawai.write((unit) => revise(unit, own.article, contentOf(own.token, own.edition)))
  await show(own)
}

async function show({ token, article, edition }: Own): Promise<void> {
  say({ is: 'asked', token, edition })
  const { path } = await publish(gawai, { article, key: `${token} ${edition}` })
  say({ is: 'acknowledged', token, edition, path })
}

/** Every third edition moves to another address. */
function contentOf(token: string, edition: number): Content {
  return {
    title: titleOf(token, edition),
    slug: edition % 3 === 0 ? `${token}-${edition}` : token,
    summary: '',
    document: readMarkdown('Satu kalimat.\n\nSatu lagi.').document,
    sections: [],
    topics: [],
    bylines: [],
    sources: [],
  }
}
