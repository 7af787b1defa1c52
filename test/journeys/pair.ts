import { keepSection, publishFile } from '#articles'
import { type Grant, makeAccount } from '#people'
import { siteIn } from '../../evals/survival/site-in.ts'
import { openSession } from '../../src/people/doors/session.ts'
import { temporaryFolder } from '#test/temporary.ts'
import { type Lifetime, type RunningSite, startSite } from './site.ts'

/** A newsroom with somebody who writes and somebody who edits, each with the token of a session. */
export interface PairSite extends RunningSite {
  writer: string
  editor: string
}

export const [writerName, editorName] = ['Bagas Prakoso', 'Dian Lestari']
export const section = 'Ponsel'
export const older = 'Nota Delapan sudah diuji sebulan penuh'

type Gawai = Parameters<Parameters<typeof siteIn>[1]>[0]['gawai']

/** A program of its own with one section, in which an older article stands. */
export async function openPairSite(test: Lifetime): Promise<PairSite> {
  const data = await temporaryFolder(test)
  const people = await siteIn(data, async ({ gawai }) => {
    await gawai.write((unit) => keepSection(unit, gawai.settings, { lang: 'id', name: section }))
    const text = `---\ntitle: ${older}\nsection: ${section}\n---\nHasilnya di atas rata-rata.\n`
    await publishFile(gawai, { name: 'lama.md', text })
    return {
      writer: await letIn(gawai, writerName, { role: 'writer' }),
      editor: await letIn(gawai, editorName, { role: 'editor' }),
    }
  })
  return { ...(await startSite(test, {}, data)), ...people }
}

const letIn = (gawai: Gawai, name: string, grant: Grant): Promise<string> =>
  gawai.write(async (unit) => {
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@gawai.example`
    const account = await makeAccount(unit, { name, email, lang: 'id', grants: [grant] })
    return openSession(unit, { account, state: 'full', address: '', browser: '' })
  })
