import { devicesById, formOf, type NamedDevice, openFinder } from '#devices'
import type { PagePlan } from '#platform/page-store/page.ts'
import type { Edition } from '../edition.ts'

const mostCandidates = 12

/** The devices that a reader may mean: those whose names hold the words, or only the one that is called just so. */
export async function devicesCalled({ gawai }: Pick<Edition, 'gawai'>, words: string): Promise<NamedDevice[]> {
  if (words === '') return []
  const index = await gawai.use(openFinder).index(gawai)
  const { ids } = index.find({ filters: new Map(), words, order: 'newest', skip: 0, limit: mostCandidates })
  const all = await devicesById(gawai, ids)
  const same = all.filter(({ name }) => formOf(name) === formOf(words))
  return same.length === 1 ? same : all
}

/** To what a form asked for; asking again may lead elsewhere. */
export const leadThere = (location: string): PagePlan => ({
  subject: '',
  isFleeting: true,
  status: 302,
  headers: { location },
  parts: [''],
})
