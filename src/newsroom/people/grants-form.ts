import { z } from 'zod'
import { findSection, sectionTree } from '#articles'
import { type Grant, isRole, roles } from '#people'
import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { type Html, html, nothing, raw } from '#platform/html.ts'
import { Invalid } from '#platform/refusals.ts'
import { languages } from '#platform/settings.ts'
import { choice } from '../forms/fields-view.ts'
import { several } from '../forms/form.ts'
import type { Visit } from '../route.ts'
import { roleHints, roleWords } from './role-words.ts'

/** A grant as a check box says it: `editor`, or `editor:17` for one section. */
const grantField = z
  .string()
  .regex(/^[a-z-]+(:[1-9]\d{0,15})?$/)
  .transform((word, context): Grant => {
    const [role = '', section] = word.split(':')
    if (isRole(role)) return { role, ...(section !== undefined && { section: Number(section) }) }
    context.addIssue({ code: 'custom', message: role })
    return z.NEVER
  })

/** The fields of `grantsView`. */
export const grantsFields = {
  grant: several(grantField),
  role: z.union([z.literal(''), z.enum(roles)]).optional(),
  section: z.union([z.literal(''), z.string().regex(/^[1-9]\d{0,15}$/)]).optional(),
}

interface GrantsForm {
  grant: readonly Grant[]
  role?: Grant['role'] | '' | undefined
  section?: string | undefined
}

/**
 * What was ticked, and the row for one section when it is filled in.
 *
 * @throws Invalid when it is nothing, or names a section that is not there
 */
export async function grantsIn(gawai: Gawai, { grant, role = '', section = '' }: GrantsForm): Promise<Grant[]> {
  const grants = role === '' || section === '' ? [...grant] : [...grant, { role, section: Number(section) }]
  if (grants.length === 0) throw new Invalid('Choose a role', { key: 'people.noRole' })
  for (const { section: id } of grants)
    if (id !== undefined && !(await isSection(gawai, id)))
      throw new Invalid('There is no such section', { key: 'people.noSection' })
  return grants
}

async function isSection(gawai: Gawai, id: Id): Promise<boolean> {
  for (const lang of languages) if (await findSection(gawai, id, lang)) return true
  return false
}

const wordOf = ({ role, section }: Grant): string => (section === undefined ? role : `${role}:${section}`)

/** Check boxes for the roles everywhere, those for one section, and a row to add one of these. */
export async function grantsView(visit: Visit, held: readonly Grant[]): Promise<Html> {
  const { say, gawai, lang } = visit
  const sections = await sectionTree(gawai, lang)
  const names = new Map(sections.map(({ id, name }) => [id, name]))
  const ticked = new Set(held.map(wordOf))
  const box = (value: string, words: string, hint?: string) =>
    html`<li>
      <label
        ><input type="checkbox" name="grant" value="${value}" ${ticked.has(value) ? raw('checked') : nothing} />
        ${words}</label
      >
      ${hint === undefined ? nothing : html`<p class="hint">${hint}</p>`}
    </li> `
  const placed = held.filter(({ section }) => section !== undefined)
  return html`<fieldset>
      <legend>${say('people.roles')}</legend>
      <ul class="boxes">
        ${roles.map((role) => box(role, say(roleWords[role]), say(roleHints[role])))}
        ${placed.map((grant) => box(wordOf(grant), inSection(visit, grant, names)))}
      </ul>
    </fieldset>
    ${sections.length === 0 ? nothing : sectionRow(visit, sections)}`
}

const sectionRow = (visit: Visit, sections: readonly { id: number; name: string }[]): Html =>
  html`<fieldset>
    <legend>${visit.say('people.forSection')}</legend>
    ${choice(visit, {
      name: 'role',
      options: [
        { value: '', words: '–' },
        ...roles.map((role) => ({ value: role, words: visit.say(roleWords[role]) })),
      ],
    })}
    ${choice(visit, {
      name: 'section',
      options: [{ value: '', words: '–' }, ...sections.map(({ id, name }) => ({ value: String(id), words: name }))],
    })}
  </fieldset> `

const inSection = ({ say }: Visit, { role, section }: Grant, names: ReadonlyMap<number, string>): string =>
  say('people.roleIn', { role: say(roleWords[role]), section: names.get(section ?? 0) ?? String(section) })

/** Says the roles of each in a line. @param all that will be said: sections are asked for once, and only when named */
export async function rolesLines(visit: Visit, all: readonly (readonly Grant[])[]) {
  const isNamed = all.flat().some(({ section }) => section !== undefined)
  const sections = isNamed ? await sectionTree(visit.gawai, visit.lang) : []
  const names = new Map(sections.map(({ id, name }) => [id, name]))
  return (grants: readonly Grant[]): string =>
    grants
      .map((grant) => (grant.section === undefined ? visit.say(roleWords[grant.role]) : inSection(visit, grant, names)))
      .join(', ')
}
