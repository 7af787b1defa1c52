import { readFile } from 'node:fs/promises'
import { formOf } from '#devices'
import { Invalid } from '#platform/refusals.ts'
import { findMentions, type FoundMention } from '../src/devices/mentions/find-mentions.ts'
import { openGazetteer } from '../src/devices/mentions/gazetteer.ts'
import { wellKnownMakers } from '../src/devices/mentions/well-known-makers.ts'
import { type Catalogue, type ListedDevice, readCatalogue } from './mentions/catalogue.ts'
import { type GoldMention, type GoldText, readGold } from './mentions/gold.ts'
import type { Eval } from './run.ts'

/** Texts whose mentions were labelled by hand, and what the program finds in them. */
export const run: Eval = async (args, out) => {
  const place = args.indexOf('--devices')
  const [folder, file] = [
    args[place + 1],
    args.filter((_, index) => place === -1 || (index !== place && index !== place + 1))[0],
  ]
  if (place === -1 || folder === undefined || file === undefined)
    throw new Invalid('Say which texts and which devices: npm run eval -- mentions FILE.tsv --devices DIR')
  const texts = readGold(await readFile(file, 'utf8'))
  const catalogue = await readCatalogue(folder)
  const { gazetteer, ms: build, byId } = buildGazetteer(catalogue)
  let [found, expected, exact, right, devices, onNone] = [0, 0, 0, 0, 0, 0]
  for (const text of texts) {
    const mentions = findMentions(gazetteer, text)
    found += mentions.length
    expected += text.mentions.length
    if (text.mentions.length === 0) onNone += mentions.length
    for (const gold of text.mentions) {
      const mention = mentions.find(({ start, end }) => start === gold.start && end === gold.end)
      const isRight = mention !== undefined && isRightDevice(gold, mention, { byId, catalogue })
      if (mention) exact += 1
      if (gold.kind === 'device') {
        devices += 1
        if (isRight) right += 1
      }
      if (!mention) out(`missed ${text.id} ${gold.kind} "${text.text.slice(gold.start, gold.end)}": ${text.text}`)
      else if (gold.kind === 'device' && !isRight)
        out(
          `wrong ${text.id} "${text.text.slice(gold.start, gold.end)}": ${said(mention, byId)} for ${gold.brand} ${gold.device}`,
        )
    }
    for (const { start, end, kind } of mentions)
      if (!text.mentions.some((gold) => gold.start === start && gold.end === end))
        out(`none ${text.id} ${kind} "${text.text.slice(start, end)}": ${text.text}`)
  }
  const precision = exact / Math.max(found, 1)
  const recall = exact / Math.max(expected, 1)
  return {
    texts: texts.length,
    mentions: expected,
    precision: precision.toFixed(3),
    recall: recall.toFixed(3),
    F1: ((2 * precision * recall) / Math.max(precision + recall, Number.EPSILON)).toFixed(3),
    'right device': (right / Math.max(devices, 1)).toFixed(3),
    'links on texts that hold none': onNone,
    'ms per 1,000 words': timeOf(gazetteer, texts).toFixed(2),
    'gazetteer forms': gazetteer.size(),
    'gazetteer build ms': build.toFixed(0),
  }
}

type ById = Map<number, ListedDevice>

const wellKnown = new Set(Object.keys(wellKnownMakers).map(formOf))

/** Every brand, name and code of the files; the best of five runs, since others work on the machine too. */
function buildGazetteer(catalogue: Catalogue) {
  const byId: ById = new Map(catalogue.devices.map((device, index) => [index + 1, device]))
  const runs = [1, 2, 3, 4, 5].map(() => {
    const began = performance.now()
    const gazetteer = openGazetteer()
    const brands = new Map(
      [...catalogue.brands].map(([form, { name, isKnown }], index) => [
        form,
        gazetteer.addBrand({ id: index + 1, names: [name], isKnown: isKnown || wellKnown.has(form) }),
      ]),
    )
    for (const [name, series] of Object.entries(wellKnownMakers)) {
      const brand = brands.get(formOf(name)) ?? gazetteer.addBrand({ id: undefined, names: [name], isKnown: true })
      for (const words of series) gazetteer.addSeries(words, brand)
    }
    for (const [id, { brand: form, names, codes, from, to }] of byId) {
      const brand = brands.get(form)
      if (!brand) continue
      for (const words of names) gazetteer.addName(words, { device: id, brand, needsBrand: false, from, to })
      for (const code of codes) gazetteer.addCode(code, { device: id, brand, needsBrand: false, from, to })
    }
    return { gazetteer, ms: performance.now() - began, byId }
  })
  return runs.reduce((best, one) => (one.ms < best.ms ? one : best))
}

/**
 * A device of the catalogue must be linked to that one; what the catalogue does not hold, to none, and to no other brand.
 */
function isRightDevice(
  gold: GoldMention,
  { kind, device, brand }: FoundMention,
  { byId, catalogue }: { byId: ById; catalogue: Catalogue },
): boolean {
  if (kind !== 'device') return false
  const isSameBrand = formOf(brand.name) === formOf(gold.brand)
  if (device !== undefined) return isSameBrand && namesOf(byId.get(device)).has(bare(gold.device, gold.brand))
  return isSameBrand && !isListed(gold, catalogue)
}

const isListed = (gold: GoldMention, { devices }: Catalogue): boolean =>
  devices.some((device) => device.brand === formOf(gold.brand) && namesOf(device).has(bare(gold.device, gold.brand)))

const namesOf = (device: ListedDevice | undefined): Set<string> =>
  new Set(
    [...(device?.names ?? [])]
      .flatMap((name) => [
        name,
        name.replaceAll(/\s*(?:\([^)]*\)|\[[^\]]*\])/g, ''),
        name.replace(/ (?:5G|4G|LTE)$/i, ''),
      ])
      .map((name) => bare(name, device?.brand ?? '')),
  )

/** Without the brand's name and blanks. */
function bare(name: string, brand: string): string {
  const [form, maker] = [formOf(name), formOf(brand)]
  return (form.startsWith(`${maker} `) ? form.slice(maker.length + 1) : form).replaceAll(' ', '')
}

const said = ({ kind, device, brand, name }: FoundMention, byId: ById): string =>
  device === undefined
    ? `${kind} of ${brand.name}, ${name}`
    : `${brand.name} ${[...(byId.get(device)?.names ?? [])].join(' / ')}`

/** The texts one behind the other, as an article of 1,000 words holds them; the best of many runs. */
function timeOf(gazetteer: ReturnType<typeof openGazetteer>, texts: readonly GoldText[]): number {
  const words = texts
    .map(({ text }) => text)
    .join('\n')
    .split(/\s+/)
  const article = Array.from({ length: 1000 }, (_, at) => words[at % words.length]).join(' ')
  const runs = Array.from({ length: 100 }, () => {
    const began = performance.now()
    findMentions(gazetteer, { text: article, lang: 'id' })
    return performance.now() - began
  })
  return Math.min(...runs)
}
