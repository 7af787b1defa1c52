import { z } from 'zod'
import {
  addCode,
  addName,
  type AliasKind,
  aliasRowSchema,
  codeRowSchema,
  deskCodes,
  deskDevice,
  deskNames,
  markets,
  provenanceWords,
  putCodeBack,
  putNameBack,
  removeCode,
  removeName,
} from '#devices'
import { must } from '#people'
import { type Html, html, nothing } from '#platform/html.ts'
import { choice, field, type Option } from '../forms/fields-view.ts'
import { idField, line } from '../forms/form.ts'
import { dataTable } from '../lists/data-table.ts'
import { tellDone } from '../notice.ts'
import { type Page, route, type Visit } from '../route.ts'
import { undoing } from '../undo.ts'
import { deviceNav } from './devices-nav.ts'
import { deviceHere, devicePath, deviceRoute, devicesRoom, editorOf } from './paths.ts'
import { sourceFields, sourceForm, sourceIn } from './source-fields.ts'

const kindWords: Record<AliasKind, string> = {
  official: 'devicesDesk.nameOfficial',
  market: 'devicesDesk.nameMarket',
  nick: 'devicesDesk.nameNick',
  codename: 'devicesDesk.nameCodename',
  typo: 'devicesDesk.nameTypo',
}
const addable = ['market', 'nick', 'codename', 'typo'] as const

/** By what a device is called, and what stands on its boxes. */
async function namesPage(visit: Visit): Promise<Page> {
  const { say, gawai } = visit
  const device = await deskDevice(gawai, deviceHere(visit))
  const path = devicePath(device.id)
  const everywhere = { value: '', words: say('devicesDesk.everywhere') }
  const options = [everywhere, ...(await markets(gawai)).map(({ code }) => ({ value: code, words: code }))]
  return {
    title: `${device.brand} ${device.name}`,
    room: devicesRoom,
    body: html`${deviceNav(visit, device.id, 'names/')}
      <section>
        <h2>${say('devicesDesk.namesTitle')}</h2>
        ${await namesTable(visit, device.id)}
        <form method="post" action="${path}names/">
          ${field(visit, { name: 'name', most: 200 })}
          ${choice(visit, { name: 'aliasKind', options: addable.map((value) => ({ value, words: say(kindWords[value]) })) })}
          ${choice(visit, { name: 'market', options })}
          <p><button>${say('devicesDesk.addName')}</button></p>
        </form>
      </section>
      ${await codesSection(visit, device.id, options)}`,
  }
}

async function namesTable(visit: Visit, device: number): Promise<Html> {
  const { say, gawai } = visit
  const names = await deskNames(gawai, device)
  return dataTable(
    [say('devicesDesk.name'), say('devicesDesk.aliasKind'), say('devicesDesk.market'), say('devicesDesk.remove')],
    names.map(({ id, kind, words, market }) => [
      words,
      say(kindWords[kind]),
      market === '' ? say('devicesDesk.everywhere') : market,
      kind === 'official' ? '' : removal(visit, `${devicePath(device)}names/removal/`, id, words),
    ]),
  )
}

async function codesSection(visit: Visit, device: number, options: readonly Option[]): Promise<Html> {
  const { say, gawai } = visit
  const codes = await deskCodes(gawai, device)
  const heads: [string, ...string[]] = [
    say('devicesDesk.model'),
    say('devicesDesk.market'),
    say('devicesDesk.from'),
    say('devicesDesk.remove'),
  ]
  const rows = codes.map(({ id, code, market, source, sourceKind }) => [
    code,
    market === '' ? say('devicesDesk.everywhere') : market,
    `${source} · ${say(provenanceWords[sourceKind])}`,
    removal(visit, `${devicePath(device)}codes/removal/`, id, code),
  ])
  return html`<section>
    <h2>${say('devicesDesk.codesTitle')}</h2>
    ${codes.length === 0 ? nothing : dataTable(heads, rows)}
    <form method="post" action="${devicePath(device)}codes/">
      ${field(visit, { name: 'model', most: 100 })}
      <p class="field">
        <label for="field-codeMarket">${say('devicesDesk.market')}</label>
        <select id="field-codeMarket" name="codeMarket">
          ${options.map(({ value, words }) => html`<option value="${value}">${words}</option> `)}
        </select>
      </p>
      ${await sourceFields(visit, device)}
      <p><button>${say('devicesDesk.addCode')}</button></p>
    </form>
  </section>`
}

const removal = ({ say }: Visit, path: string, id: number, words: string): Html =>
  html`<form method="post" action="${path}">
    <input type="hidden" name="id" value="${id}" />
    <button aria-label="${say('devicesDesk.removeOne', { words })}">${say('devicesDesk.remove')}</button>
  </form>`

const added = z.object({ device: z.number(), id: z.number() })

const undoName = undoing('device.named', added, async (unit, { device, id }, actor) => {
  must(actor, 'devices.change')
  await removeName(unit, { device, name: id, by: editorOf(actor) })
})
const undoNameGone = undoing('device.unnamed', aliasRowSchema, async (unit, row, actor) => {
  must(actor, 'devices.change')
  await putNameBack(unit, { row, by: editorOf(actor) })
})
const undoCode = undoing('device.coded', added, async (unit, { device, id }, actor) => {
  must(actor, 'devices.change')
  await removeCode(unit, { device, code: id, by: editorOf(actor) })
})
const undoCodeGone = undoing('device.uncoded', codeRowSchema, async (unit, row, actor) => {
  must(actor, 'devices.change')
  await putCodeBack(unit, { row, by: editorOf(actor) })
})

export const nameUndoes = [undoName, undoNameGone, undoCode, undoCodeGone]

const market = z.union([z.literal(''), z.string().regex(/^[A-Z]{2}$/)])
const one = z.strictObject({ id: idField })
const needs = 'devices.change'

export const nameRoutes = [
  route.page(`${deviceRoute}names/`, 'devices.see', namesPage),
  route.deed({
    path: `${deviceRoute}names/`,
    needs,
    form: z.strictObject({ name: line(200), aliasKind: z.enum(addable), market }),
    again: namesPage,
    async handle(visit, { name, aliasKind, market: where }) {
      const { gawai, actor } = visit
      const device = deviceHere(visit)
      const notice = await gawai.write(async (unit) => {
        const id = await addName(unit, { device, kind: aliasKind, words: name, market: where, by: editorOf(actor) })
        const told = { key: 'devicesDesk.nameAdded', values: { words: name } }
        return tellDone(unit, actor.account, told, undoName.step({ device, id }))
      })
      return { to: `${devicePath(device)}names/`, notice }
    },
  }),
  route.deed({
    path: `${deviceRoute}names/removal/`,
    needs,
    form: one,
    async handle(visit, { id }) {
      const { gawai, actor } = visit
      const device = deviceHere(visit)
      const notice = await gawai.write(async (unit) => {
        const row = await removeName(unit, { device, name: id, by: editorOf(actor) })
        const told = { key: 'devicesDesk.removed', values: { words: row.words } }
        return tellDone(unit, actor.account, told, undoNameGone.step(row))
      })
      return { to: `${devicePath(device)}names/`, notice }
    },
  }),
  route.deed({
    path: `${deviceRoute}codes/`,
    needs,
    form: z.strictObject({ model: line(100), codeMarket: market, ...sourceForm }),
    again: namesPage,
    async handle(visit, { model, codeMarket, ...source }) {
      const { gawai, actor } = visit
      const device = deviceHere(visit)
      const notice = await gawai.write(async (unit) => {
        const provenance = await sourceIn(unit, visit, source)
        const wanted = { device, code: model, market: codeMarket, provenance, by: editorOf(actor) }
        const id = await addCode(unit, wanted)
        const told = { key: 'devicesDesk.codeAdded', values: { words: model } }
        return tellDone(unit, actor.account, told, undoCode.step({ device, id }))
      })
      return { to: `${devicePath(device)}names/`, notice }
    },
  }),
  route.deed({
    path: `${deviceRoute}codes/removal/`,
    needs,
    form: one,
    async handle(visit, { id }) {
      const { gawai, actor } = visit
      const device = deviceHere(visit)
      const notice = await gawai.write(async (unit) => {
        const row = await removeCode(unit, { device, code: id, by: editorOf(actor) })
        const told = { key: 'devicesDesk.removed', values: { words: row.code } }
        return tellDone(unit, actor.account, told, undoCodeGone.step(row))
      })
      return { to: `${devicePath(device)}names/`, notice }
    },
  }),
]
