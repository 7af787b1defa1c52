import { z } from 'zod'
import { must, record } from '#people'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Setting, Settings } from '#platform/settings.ts'
import { guardedUndoing } from '../undo.ts'

/** Settings by the names that forms have for them. */
export type NamedSettings = Readonly<Record<string, Setting<unknown>>>
export type Values = Record<string, unknown>

const longestSaid = 300

/**
 * Sets what somebody decided, and writes down what is different.
 *
 * @param values by name; those that are not named stay
 * @returns what the changed ones were before
 * @throws Invalid when a value does not fit its setting
 */
export async function changeSettings(
  unit: Unit,
  settings: Settings,
  { named, values, by }: { named: NamedSettings; values: Values; by: Id },
): Promise<Values> {
  const changed = Object.entries(named).filter(
    ([name, setting]) =>
      Object.hasOwn(values, name) && JSON.stringify(values[name]) !== JSON.stringify(settings.get(setting)),
  )
  const before = Object.fromEntries(changed.map(([name, setting]) => [name, settings.get(setting)]))
  for (const [name, setting] of changed) await settings.set(unit, setting, values[name])
  const details = Object.fromEntries(changed.map(([name, setting]) => [setting.name, inShort(values[name])]))
  if (changed.length > 0) await record(unit, { by, action: 'settings.changed', object: 'settings', details })
  return before
}

/** The inverse of changing these: whoever may set them may set them back. */
export const settingsUndoing = (kind: string, named: NamedSettings) =>
  guardedUndoing(kind, z.record(z.string(), z.unknown()), async (unit, values, actor, { settings }) => {
    must(actor, 'settings.change')
    await changeSettings(unit, settings, { named, values, by: actor.account })
  })

function inShort(value: unknown): string {
  const said = typeof value === 'string' ? value : JSON.stringify(value)
  return said.length > longestSaid ? `${said.slice(0, longestSaid)}…` : said
}
