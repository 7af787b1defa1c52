import { z } from 'zod'
import {
  deskDevice,
  deskSources,
  type Group,
  groups,
  groupWords,
  readValue,
  type Resolved,
  resolve,
  saidSchema,
  type Saying,
  sayInNewsroom,
  sayingsOf,
  showValues,
  specificationNames,
  type SpecificationName,
  specificationOf,
  type Value,
} from '#devices'
import { must } from '#people'
import { type Html, html, nothing } from '#platform/html.ts'
import { Invalid, NotFound } from '#platform/refusals.ts'
import { area, choice, field } from '../forms/fields-view.ts'
import { idField } from '../forms/form.ts'
import { tellDone } from '../notice.ts'
import { type Page, route, type Visit } from '../route.ts'
import { undoing } from '../undo.ts'
import { deviceNav } from './devices-nav.ts'
import { deviceHere, devicePath, deviceRoute, devicesRoom, editorOf } from './paths.ts'
import { newSourceFields, sourceForm, sourceIn } from './source-fields.ts'

const fieldOf = (name: SpecificationName): string => `spec_${name}`
const path = `${deviceRoute}specifications/:group{[a-z]+}/`

/** @throws NotFound */
function groupHere({ params }: Visit): Group {
  const group = groups.find((one) => one === params['group'])
  if (group) return group
  throw new NotFound('There is nothing here', { key: 'refused.nothingHere' })
}

const namesIn = (group: Group) => specificationNames.filter((name) => specificationOf(name).group === group)

/** What one source says of a group of specifications; beside each field what counts now. */
async function specificationsPage(visit: Visit): Promise<Page> {
  const { say, gawai, url, entered } = visit
  const group = groupHere(visit)
  const device = await deskDevice(gawai, deviceHere(visit))
  const sources = await deskSources(gawai, device.id)
  const wanted = idField.safeParse(entered['from'] ?? url.searchParams.get('from')).data
  const source = sources.find(({ id }) => id === wanted)
  const sayings = await sayingsOf(gawai, device.id)
  const counting = resolve(sayings)
  const said = source === undefined ? [] : saidBy(sayings, source.id)
  const here = `${devicePath(device.id)}specifications/${group}/`
  const options = sources.map(({ id, name, url: address }) => ({
    value: String(id),
    words: address === '' ? name : `${name} · ${address}`,
  }))
  return {
    title: `${device.brand} ${device.name}`,
    room: devicesRoom,
    body: html`${deviceNav(visit, device.id, 'specifications/body/')} ${groupNav(visit, device.id, group)}
      <h2>${say(groupWords[group])}</h2>
      <form method="get" action="${here}" class="filters">
        ${choice(
          { ...visit, entered: {} },
          {
            name: 'from',
            value: String(source?.id ?? ''),
            options: [{ value: '', words: say('devicesDesk.newSource') }, ...options],
          },
        )}
        <p><button>${say('devicesDesk.showSource')}</button></p>
      </form>
      <form method="post" action="${here}">
        ${sourceView(visit, source)}
        ${namesIn(group).map((name) => specificationField(visit, name, { counting, said }))}
        <p><button>${say('form.save')}</button></p>
      </form>`,
  }
}

const saidBy = (sayings: readonly Saying[], source: number): Saying[] =>
  sayings.filter(({ provenance, variant }) => provenance.id === source && variant === undefined)

function sourceView(visit: Visit, source: { id: number; name: string } | undefined): Html {
  const { say } = visit
  if (source === undefined)
    return html`<fieldset>
      <legend>${say('devicesDesk.whoSays')}</legend>
      <input type="hidden" name="from" value="" />${newSourceFields(visit)}
    </fieldset>`
  return html`<p>${say('devicesDesk.saysOf', { name: source.name })}</p>
    <input type="hidden" name="from" value="${source.id}" />`
}

function groupNav({ say }: Visit, device: number, here: Group): Html {
  return html`<nav class="tabs" aria-label="${say('devicesDesk.groups')}">
    <ul>
      ${groups.map((group) => html`<li><a href="${devicePath(device)}specifications/${group}/" ${group === here ? html`aria-current="page"` : nothing}>${say(groupWords[group])}</a></li> `)}
    </ul>
  </nav> `
}

function specificationField(
  visit: Visit,
  name: SpecificationName,
  { counting, said }: { counting: ReadonlyMap<SpecificationName, Resolved>; said: readonly Saying[] },
): Html {
  const values = said.find((saying) => saying.name === name)?.values ?? []
  const facts = {
    name: fieldOf(name),
    value: values.map(lineOf).join('\n'),
    hint: hintOf(visit, name, counting.get(name)),
  }
  return specificationOf(name).isMany
    ? area(visit, { ...facts, most })
    : field(visit, { ...facts, most, isOptional: true })
}

const most = 2000

/** What counts now and who says so, and how it is written. */
function hintOf(visit: Visit, name: SpecificationName, counts: Resolved | undefined): string {
  const { say, lang } = visit
  const now = counts && {
    values: showValues(name, counts.values, { lang, say }),
    source: counts.provenance.name,
  }
  const how = howWords(visit, name)
  return now === undefined ? how : `${say('devicesDesk.countsNow', now)} ${how}`
}

/** How a value of that kind is written. */
function howWords({ say }: Visit, name: SpecificationName): string {
  const { type, unit = '', choices = [], isMany } = specificationOf(name)
  const one = {
    quantity: () => say('devicesDesk.asQuantity', { unit }),
    count: () => say('devicesDesk.asCount'),
    flag: () => say('devicesDesk.asFlag'),
    resolution: () => say('devicesDesk.asResolution'),
    bands: () => say('devicesDesk.asBands'),
    choice: () => say('devicesDesk.asChoice', { choices: choices.join(', ') }),
    set: () => say('devicesDesk.asSet', { choices: choices.join(', ') }),
    words: () => say('devicesDesk.asWords'),
  }[type]()
  return isMany ? `${one} ${say('devicesDesk.asLines')}` : one
}

/** A value as a line of the form: its label before it. */
const lineOf = ({ label, raw }: Value): string => (label === undefined ? raw : `${label}: ${raw}`)

/**
 * The values that a field holds. What it said already stays as it was said, also where no program could read it.
 *
 * @throws Invalid at the field
 */
function valuesIn(visit: Visit, name: SpecificationName, text: string, before: readonly Value[]): Value[] {
  const lines = specificationOf(name).isMany ? text.split('\n') : [text]
  return lines
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => before.find((value) => lineOf(value).trim() === one) ?? read(visit, name, one))
}

function read(visit: Visit, name: SpecificationName, said: string): Value {
  const [, label, rest = ''] = (specificationOf(name).isMany ? /^([^:]{1,60}):\s+(.+)$/.exec(said) : null) ?? []
  const value = readValue(name, label === undefined ? said : rest)
  if (value) return label === undefined ? value : { ...value, label }
  const wrong = `${visit.say('devicesDesk.unread', { said })} ${howWords(visit, name)}`
  throw new Invalid(
    `"${said}" cannot be read`,
    { key: 'devicesDesk.unread', values: { said } },
    { [fieldOf(name)]: wrong },
  )
}

const undoSaying = undoing('device.said', saidSchema, async (unit, said, actor) => {
  must(actor, 'devices.change')
  await sayInNewsroom(unit, { ...said, by: editorOf(actor) })
})

export const specificationUndoes = [undoSaying]

const fields = Object.fromEntries(
  specificationNames.map((name) => [fieldOf(name), z.string().max(most).optional()] as const),
)
// The fields of a new source stand there only where none is chosen.
const form = z.strictObject({
  from: sourceForm.from,
  sourceKind: sourceForm.sourceKind.default('editor'),
  sourceName: sourceForm.sourceName.default(''),
  sourceUrl: sourceForm.sourceUrl.default(''),
  ...fields,
})

export const specificationRoutes = [
  route.page(path, 'devices.see', specificationsPage),
  route.deed({
    path,
    needs: 'devices.change',
    form,
    again: specificationsPage,
    async handle(visit, held) {
      const { gawai, actor } = visit
      const device = deviceHere(visit)
      const group = groupHere(visit)
      const texts = new Map<string, unknown>(Object.entries(held))
      let from = 0
      const notice = await gawai.write(async (unit) => {
        const provenance = await sourceIn(unit, visit, held)
        from = provenance
        const said = saidBy(await sayingsOf({ db: unit.tx }, device), provenance)
        const sayings = namesIn(group).flatMap((name) => {
          const text = texts.get(fieldOf(name))
          const before = said.find((saying) => saying.name === name)
          const values = valuesIn(visit, name, typeof text === 'string' ? text : '', before?.values ?? [])
          const isSame = JSON.stringify(values) === JSON.stringify(before?.values ?? [])
          // A source that is named anew says nothing of what its form leaves empty.
          const isLeft = held.from === '' && values.length === 0
          return isSame || isLeft ? [] : [{ name, provenance, values, isPinned: before?.isPinned ?? false }]
        })
        const before = await sayInNewsroom(unit, { device, sayings, by: editorOf(actor) })
        const told = { key: 'devicesDesk.said', values: { count: sayings.length } }
        return tellDone(unit, actor.account, told, undoSaying.step(before))
      })
      return { to: `${devicePath(device)}specifications/${group}/?from=${from}`, notice }
    },
  }),
]
