import {
  addNote,
  beginArticle,
  contentOf,
  correctArticle,
  keepTopic,
  makePreviewLink,
  publishRevision,
  readMarkdown,
  readRevision,
  revise,
} from '#articles'
import { addDevice, keepProvenance, reportDevice, sayOf } from '#devices'
import { addPicture, keepFolder } from '#media'
import { keepOrganisation } from '#organisations'
import { invite } from '#people'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { newsroomRoutes } from '#newsroom'
import { newestRevision } from '../src/articles/revision.ts'
import { tellDone } from '../src/newsroom/notice.ts'
import { makeAccount } from '../src/people/account.ts'
import { openSession } from '../src/people/doors/session.ts'
import type { Newsroom } from '#test/newsroom.ts'
import { pngOf } from '#test/pictures.ts'

export type NewsroomRoute = (typeof newsroomRoutes)[number]

interface Making {
  unit: Unit
  newsroom: Newsroom
  /** The account that the thing belongs to, or the section that it stands in. */
  owner: Id
  section: Id
  /** Made before the unit, which waits for no file; 0 where none is asked for. */
  picture: Id
  /** Nobody else in this newsroom has it. */
  number: number
  /** What stands before it in the address, by name. */
  named: Readonly<Record<string, string>>
}

/** What a value in an address names, by the value's name: each makes one of its kind and answers what stands there. */
const things: Readonly<Record<string, (making: Making) => Promise<string> | string>> = {
  async account({ unit, number }) {
    const who = { name: `Orang ${number}`, email: `orang-${number}@gawai.example`, lang: 'id' } as const
    return String(await makeAccount(unit, { ...who, grants: [{ role: 'writer' }] }))
  },
  async session({ unit, owner }) {
    await openSession(unit, { account: owner, state: 'full', address: '', browser: '' })
    const newest = unit.tx.selectFrom('session').select('id').where('account_id', '=', owner).orderBy('id', 'desc')
    return String((await newest.executeTakeFirstOrThrow()).id)
  },
  token: ({ unit, owner, number }) => invite(unit, invitationOf(owner, number)),
  async invitation({ unit, owner, number }) {
    await invite(unit, invitationOf(owner, number))
    const newest = unit.tx.selectFrom('invitation').select('id').orderBy('id', 'desc')
    return String((await newest.executeTakeFirstOrThrow()).id)
  },
  notice: async ({ unit, owner }) =>
    String(
      await tellDone(unit, owner, { key: 'me.sessionEnded' }, { kind: 'account.language', payload: { lang: 'id' } }),
    ),
  section: ({ section }) => String(section),
  async topic({ unit, newsroom, number }) {
    return String(await keepTopic(unit, newsroom.gawai.settings, { lang: 'id', name: `Topik ${number}` }))
  },
  async organisation({ unit, number }) {
    return String(await keepOrganisation(unit, { name: `Perusahaan ${number}`, kind: 'company' }))
  },
  async device({ unit, number }) {
    const brand = { id: await keepOrganisation(unit, { name: 'Merek', kind: 'company', isBrand: true }), name: 'Merek' }
    const device = await addDevice(unit, { brand, name: `Gawai ${number}`, category: 'phone', released: '2018-04' })
    for (const name of ['Pembuat', 'Majalah']) {
      const provenance = await keepProvenance(unit, { kind: 'maker', name, url: `https://${name}.example/` })
      const raw = name === 'Pembuat' ? '4000 mAh' : '4100 mAh'
      await sayOf(unit, { device, name: 'battery', values: [{ number: Number.parseInt(raw, 10), raw }], provenance })
    }
    const words = 'Baterainya keliru.'
    await reportDevice(unit, device, { about: 'battery', words, evidence: 'https://bukti.example/', email: '' })
    return String(device)
  },
  group: () => 'battery',
  async folder({ unit, owner, number }) {
    return String(await keepFolder(unit, { name: `Map ${number}`, by: owner }))
  },
  async article({ unit, newsroom, owner, section, number }) {
    const by = await personOf(unit, owner)
    const document = { type: 'doc' as const, content: [] }
    const nobody = { topics: [], brands: [], writer: [], editor: [], photo: [], source: [], via: [] }
    const written = { ...nobody, title: `Artikel ${number}`, section, document }
    const content = await contentOf(unit, newsroom.gawai.settings, 'id', written)
    return String(await beginArticle(unit, { kind: 'article', lang: 'id', by, content }))
  },
  async correction({ unit, newsroom, owner, named }) {
    const article = Number(named['article'])
    await publishRevision(unit, newsroom.gawai.settings, { article, revision: await newestRevision(unit, article) })
    const by = await personOf(unit, owner)
    return String(await correctArticle(unit, { article, kind: 'update', words: 'Harganya naik.', by }))
  },
  async note({ unit, newsroom, owner, named }) {
    const by = { person: await personOf(unit, owner), name: 'Seseorang' }
    return String(await addNote(unit, newsroom.gawai, { article: Number(named['article']), words: 'Periksa.', by }))
  },
  async link({ unit, owner, named }) {
    const by = await personOf(unit, owner)
    return String((await makePreviewLink(unit, { article: Number(named['article']), by, lasts: 'hour' })).id)
  },
  async revision({ unit, named, number }) {
    const article = Number(named['article'])
    const before = await readRevision(unit, article, await newestRevision(unit, article))
    const { document } = readMarkdown(`Kalimat ${number}.\n\n## Harga\n\n- Rp2.999.000`)
    return String(await revise(unit, article, { ...before, title: `${before.title} lagi`, document }))
  },
  picture: ({ picture }) => String(picture),
  async passkey({ unit, owner, number }) {
    const id = `kunci-${number}`
    const facts = { public_key: '', counter: 0, transports: '[]', name: 'Kunci', made_at: unit.now, used_at: null }
    await unit.tx
      .insertInto('passkey')
      .values({ id, account_id: owner, ...facts })
      .execute()
    return id
  },
}

async function personOf(unit: Unit, account: Id): Promise<Id> {
  const row = await unit.tx
    .selectFrom('account')
    .select('person_id')
    .where('id', '=', account)
    .executeTakeFirstOrThrow()
  return row.person_id
}

const invitationOf = (by: Id, number: number) =>
  ({ name: 'Tamu', email: `tamu-${number}@gawai.example`, lang: 'id', grants: [{ role: 'writer' }], by }) as const

/** The address as it is written, without the forms that its values must have. */
export const patternOf = ({ path }: NewsroomRoute): string =>
  `/newsroom${path.replaceAll(/\{(?:[^{}]|\{[^{}]*\})*\}/g, '')}`

/** The names of the values in an address. */
export const valuesIn = (route: NewsroomRoute): string[] =>
  [...patternOf(route).matchAll(/:(\w+)/g)].map(([, name = '']) => name)

let made = 0

/** An address that the route answers, with things behind its values that are there. */
export async function addressOf(
  newsroom: Newsroom,
  route: NewsroomRoute,
  whose: Pick<Making, 'owner' | 'section'>,
): Promise<string> {
  let address = patternOf(route)
  if (valuesIn(route).length === 0) return address
  made += 1
  const upload = { name: 'layar.png', bytes: pngOf(100 + made, 50), by: whose.owner }
  const picture = valuesIn(route).includes('picture') ? (await addPicture(newsroom.gawai, upload)).picture.id : 0
  const named: Record<string, string> = {}
  await newsroom.gawai.write(async (unit) => {
    for (const name of valuesIn(route)) {
      const make = things[name]
      if (!make)
        throw new Error(
          `Nothing is known of ":${name}" in ${address}: add how one is made to test/newsroom-addresses.ts`,
        )
      made += 1
      const value = await make({ unit, newsroom, ...whose, picture, number: made, named })
      named[name] = value
      address = address.replace(`:${name}`, value)
    }
  })
  return address
}
