import { categoryWords, type ListedDevice, type NamedProvenance, showValues, statusWords } from '#devices'
import { type Html, html, nothing, raw } from '#platform/html.ts'
import type { Edition } from '../edition.ts'
import { joined } from '../joined.ts'
import { dateInWords } from './in-words.ts'
import { namedSource } from './source-notes.ts'

/** Devices one below the other: name, whether they can be bought since when, and the key facts. */
export function deviceLines(own: Edition, devices: readonly ListedDevice[], level: 2 | 3 = 2): Html {
  return html`<ol class="device-list">
      ${devices.map((device) => html`<li>${deviceLine(own, device, level)}</li> `)}
    </ol>
    ${listSources(own, devices)}`
}

export function deviceLine(own: Edition, device: ListedDevice, level: 2 | 3): Html {
  const { slug, name, key } = device
  return html`<h${raw(level)}><a href="${own.paths.device(slug)}">${name}</a></h${raw(level)}>
    <p class="quiet">${stateOf(own, device)}</p>
    ${key.length === 0 ? nothing : html`<p class="facts">${key.map((one) => showValues(one.name, one.values, own)).join(' · ')}</p>`}`
}

function stateOf(own: Edition, { category, status, released, announced }: ListedDevice): string {
  const date = released ?? announced
  const words = [own.say(categoryWords[category]), own.say(statusWords[status])]
  return [...words, ...(date === undefined ? [] : [dateInWords(own, date)])].join(' · ')
}

/** Who says what the lines show, each once. The date of each value stands on the page of its device. */
export function listSources(own: Edition, devices: readonly ListedDevice[]): Html {
  const sources = new Map<number, NamedProvenance>()
  for (const device of devices) for (const source of device.sources) sources.set(source.id, source)
  if (sources.size === 0) return nothing
  const named = [...sources.values()].map((source) => namedSource(own, source))
  return html`<p class="quiet">${own.say('deviceList.sources')} ${joined(own.lang, named)}</p> `
}
