import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { publishFile } from '#articles'
import { keepDemoPrices } from '#devices'
import { picturesBeside } from '#media'
import type { Gawai } from '#platform/gawai.ts'
import { fillCatalogue } from './demo-catalogue.ts'
import { readNewsroomFile } from './newsroom-file.ts'
import { setUpEmpty, setUpFront } from './set-up.ts'
import { defineSetting } from '#platform/settings.ts'

const newsroomName = 'newsroom.yaml'
const folder = new URL('../../demo/', import.meta.url)

/** How far the demo is: a start that was cut off half-way goes on at the next. */
const demoState = defineSetting('site.demo', z.enum(['undecided', 'begun', 'whole', 'none']), 'undecided')

/** Fills a data folder that holds nothing yet with the demo newsroom; a folder that holds a site is left as it is. */
export async function fillWithDemo(gawai: Gawai, isUnwanted: boolean, say: (words: string) => void): Promise<void> {
  const mark = async (state: 'begun' | 'whole' | 'none') => {
    await gawai.write((unit) => gawai.settings.set(unit, demoState, state))
    await gawai.settings.reload()
  }
  const state = gawai.settings.get(demoState)
  const isWaiting = state === 'begun' || (state === 'undecided' && (await holdsNothing(gawai)))
  if (!isWaiting) return
  if (isUnwanted) return mark('none')

  say('Filling the new site with the demo newsroom')
  await mark('begun')
  const files = (await readdir(folder)).filter((file) => file.endsWith('.md')).toSorted()
  const read = picturesBeside(fileURLToPath(folder))
  const newsroom = readNewsroomFile(newsroomName, await readFile(new URL(newsroomName, folder), 'utf8'))
  await setUpEmpty(gawai, newsroomName, newsroom)
  // Before the texts, which are searched for the devices that they name.
  await fillCatalogue(gawai)
  for (const file of files)
    await publishFile(gawai, { name: file, text: await readFile(new URL(file, folder), 'utf8'), read })
  await setUpFront(gawai, newsroomName, newsroom)
  await keepDemoPrices(gawai)
  await mark('whole')
}

async function holdsNothing({ db }: Gawai): Promise<boolean> {
  const article = await db.selectFrom('article').select('id').limit(1).executeTakeFirst()
  const device = await db.selectFrom('device').select('id').limit(1).executeTakeFirst()
  return article === undefined && device === undefined
}
