import assert from 'node:assert/strict'
import type { AtWork } from './at-work.ts'
import { editorName, section } from './pair.ts'
import { save } from './sheet-steps.ts'

const tab = (below: string) => `nav.tabs a[href$="/${below}"]`

/** Asks the editor something about a paragraph. */
export async function askEditor(at: AtWork, paragraph: string, words: string): Promise<void> {
  await at.follow(tab('notes/'))
  await at.isWell('notes')
  await at.choose('[name=block]', paragraph)
  await at.put('[name=noteWords]', `@${editorName} ${words}`)
  await at.follow('form:has([name=noteWords]) button')
  assert.match(await at.page.innerText('.rows'), new RegExp(words))
}

/** Says that the editor may have it. */
export async function handOver(at: AtWork): Promise<void> {
  await at.follow('form[action$="/ready/"] button')
  assert.match(await at.page.innerText('.notice'), /Artikel diserahkan/)
  await at.isWell('an article that was handed over')
}

/** Finds on the desk that somebody named them, and settles it. */
export async function settleNote(at: AtWork, title: string, words: string): Promise<void> {
  await at.page.goto(`${at.url}/newsroom/`)
  const desk = await at.page.innerText('.desk')
  assert.match(desk, new RegExp(`Anda disebut\\s+${title}\\s+@${editorName} ${words}`))
  assert.match(desk, new RegExp(`Menunggu penyuntingan\\s+${title}`))
  await at.isWell('the desk of an editor')
  await at.follow('.desk a[href*="/notes/#note-"]')
  await at.follow('form[action$="/settling/"] button')
  assert.match(await at.page.innerText('main'), /1 catatan selesai/)
}

/** Finds on the checklist what is missing, goes where it is put right, and comes back. */
export async function mendSection(at: AtWork): Promise<void> {
  await at.follow(tab('publication/'))
  assert.match(await at.page.innerText('main'), /Wajib: Rubrik belum dipilih\..*Lengkapi dulu yang wajib\./s)
  await at.isWell('a checklist on which something is missing')
  await at.follow('a[href$="#field-section"]')
  await at.page.waitForSelector('.tiptap[contenteditable=true]')
  await at.choose('[name=section]', section)
  await save(at)
  await at.follow(tab('publication/'))
  assert.match(await at.page.innerText('main'), /Semua sudah lengkap\./)
  await at.isWell('a checklist with nothing on it')
}

/** Lets readers see it. @returns its address */
export async function publish(at: AtWork): Promise<string> {
  await at.follow(`form[action$="/publication/"] button`)
  assert.match(await at.page.innerText('.notice'), /Artikel terbit\./)
  await at.isWell('a published article')
  return (await at.page.locator('main a', { hasText: 'lihat halamannya' }).getAttribute('href')) ?? ''
}

/** Tells readers what was wrong. */
export async function correct(at: AtWork, words: string): Promise<void> {
  await at.follow(tab('corrections/'))
  await at.isWell('corrections')
  await at.choose('[name=correctionKind]', 'Ralat: salah tulis atau salah angka')
  await at.put('[name=correctionWords]', words)
  await at.follow('form:has([name=correctionWords]) button')
  assert.match(await at.page.innerText('.notice'), /Pembaca sudah diberi tahu\./)
  await at.isWell('a correction that was told')
}

/** Opens the oldest revision, sees what has changed since, and takes its words up again. */
export async function restore(at: AtWork, came: string): Promise<void> {
  await at.follow(tab('revisions/'))
  await at.isWell('revisions')
  await at.follow('tbody tr:last-child th a')
  await at.follow('nav.tabs a[href^="?with="]:not([aria-current])')
  assert.equal((await at.page.innerText('.compared .changed p:not(.change-name) ins')).trim(), came)
  await at.isWell('a revision beside the newest')
  await at.follow('form[action$="/restoring/"] button')
  await at.page.waitForSelector('.tiptap[contenteditable=true]')
  await at.isWell('a restored article')
}
