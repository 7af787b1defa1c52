import { isSpecification, specificationWords } from '#devices'
import { type AuditEntry, isRole } from '#people'
import { type Html, html } from '#platform/html.ts'
import { deedWords } from './audit/deeds.ts'
import { languageOptions } from './forms/fields-view.ts'
import { personPath } from './people/paths.ts'
import { roleWords } from './people/role-words.ts'
import type { Visit } from './route.ts'
import { sayWith } from './say-with.ts'
import { settingWords } from './settings/setting-words.ts'
import type { Thing } from './things.ts'

type Detail = AuditEntry['details'][string]
type Things = ReadonlyMap<string, Thing>

/** Everything that an entry names: what it was done to, and what its details point to. */
export const objectsOf = ({ object, details }: AuditEntry): string[] => [
  object,
  ...Object.entries(pointers).flatMap(([name, point]) => point(object, details[name] ?? null)),
]

/** Which things a detail points to, by its name. */
const pointers: Readonly<Record<string, (object: string, value: Detail) => string[]>> = {
  from: (object, value) => {
    const [kind = ''] = object.split(':')
    return ['organisation', 'device'].includes(kind) && value !== null ? [`${kind}:${String(value)}`] : []
  },
  device: (_, value) => (value === null ? [] : [`device:${String(value)}`]),
  folder: (_, value) => (value === null ? [] : [`folder:${String(value)}`]),
  roles: (_, value) => String(value).match(/section:\d+/g) ?? [],
}

/** Who did what to whom, with the ways there. */
export function deedSentence(visit: Visit, things: Things, entry: AuditEntry): Html {
  const { say } = visit
  const { action, object, by, details } = entry
  const who = by ? html`<a href="${personPath(by.account)}">${by.name}</a>` : say('audit.program')
  const key = deedWords[action]
  if (key === undefined) return html`${who}: <code>${action}</code> ${thingView(things, object, object)}`
  const words = Object.entries(details).map(
    ([name, value]) => [name, detailView(visit, things, entry, name, value)] as const,
  )
  const values = { ...Object.fromEntries(words), settings: settingsLine(visit, details) }
  const then = action === 'folder.renamed' ? details['to'] : details['name']
  const known = objectWords(visit, object) ?? (typeof then === 'string' ? then : object)
  return sayWith(say, key, { ...values, who, object: thingView(things, object, known) }, countIn(details))
}

/** What is gone is called as it was then. */
const thingView = (things: Things, object: string, otherwise: string): Html => {
  const thing = things.get(object)
  return thing ? html`<a href="${thing.path}">${thing.name}</a>` : html`<b>${otherwise}</b>`
}

function detailView({ say }: Visit, things: Things, { object }: AuditEntry, name: string, value: Detail): Html {
  if (name === 'roles') return html`${rolesIn(say, things, String(value))}`
  const [pointed] = pointers[name]?.(object, value) ?? []
  if (pointed !== undefined) return thingView(things, pointed, pointed)
  if (name === 'folder') return html`${say('library.noFolder')}`
  if (name === 'specifications') return html`${specificationsIn(say, String(value))}`
  if (name === 'by') return html`${say(proofWords[String(value)] ?? String(value))}`
  return html`${String(value ?? '')}`
}

/** Roles as the log has them: `writer, editor of section:17`. */
const rolesIn = (say: Visit['say'], things: Things, roles: string): string =>
  roles
    .split(', ')
    .map((grant) => {
      const [role = '', section] = grant.split(' of ')
      const word = isRole(role) ? say(roleWords[role]) : role
      return section === undefined ? word : `${word} (${things.get(section)?.name ?? section})`
    })
    .join(', ')

/** Names of specifications as the log has them, with blanks between them. */
const specificationsIn = (say: Visit['say'], names: string): string =>
  names
    .split(' ')
    .map((name) => (isSpecification(name) ? say(specificationWords[name].label) : name))
    .join(', ')

const proofWords: Readonly<Record<string, string>> = {
  password: 'factors.hasPassword',
  code: 'factors.hasApp',
  'recovery code': 'deeds.recoveryCode',
  passkey: 'deeds.passkey',
  openid: 'factors.hasOpenid',
}

/** Several topics are merged at once; how many is all that is known of them afterwards. */
const countIn = ({ topics }: AuditEntry['details']): number | undefined =>
  topics === undefined ? undefined : String(topics).split(' ').length

/** A menu has no number. */
function objectWords({ say }: Visit, object: string): string | undefined {
  const [kind, menu = '', lang] = object.split(':')
  if (kind !== 'menu') return undefined
  return `${say(menu === 'head' ? 'menus.head' : 'menus.foot')} (${languageOptions.find(({ value }) => value === lang)?.words ?? ''})`
}

const settingsLine = ({ say }: Visit, details: AuditEntry['details']): string =>
  Object.keys(details)
    .map((name) => say(settingWords[name] ?? name))
    .join(', ')
