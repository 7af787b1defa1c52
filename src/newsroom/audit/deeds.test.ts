import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { describe, it } from 'node:test'
import { deedKinds, deedWords } from './deeds.ts'

const src = new URL('../../', import.meta.url)
const names = (await readdir(src, { recursive: true })).filter((file) => /(?<!\.test)\.ts$/.test(file))
const texts = await Promise.all(names.map(async (name) => [name, await readFile(new URL(name, src), 'utf8')] as const))
const recording = texts.filter(([, text]) => /(?<!function )\brecord(All)?\(unit/.test(text))

/** The words between quotes behind `action:` or `action =`; \`account.${what}\` with every `what` that is given for it. */
function actionsIn(text: string): string[] {
  const plain = [...text.matchAll(/\baction(?::| =)([^\n]*)/g)].flatMap(([, value = '']) =>
    [...value.matchAll(/'([a-z]+\.[a-z-]+)'/g)].map(([, action = '']) => action),
  )
  return /action: `account\.\$\{what\}`/.test(text) ? [...plain, ...factorActions()] : plain
}

const factorActions = (): string[] =>
  texts.flatMap(([, text]) =>
    [...text.matchAll(/factorsChanged\(unit, \{[^}]*what: '([a-z-]+)'/g)].map(([, what]) => `account.${what}`),
  )

const actions = [...new Set(texts.flatMap(([, text]) => (text.includes('action') ? actionsIn(text) : [])))]

describe('the sentences of the audit log', () => {
  it('are there for every action that is recorded anywhere', () => {
    for (const [name, text] of recording)
      if (!['people/audit.ts', 'media/several-pictures.ts'].includes(name))
        assert.notDeepEqual(actionsIn(text), [], `no action is read out of ${name}`)
    assert.ok(actions.length > 40, `only ${actions.length} actions were found`)
    assert.deepEqual(
      actions.filter((action) => !Object.hasOwn(deedWords, action)),
      [],
    )
  })

  it('are there for no action that nobody records', () => {
    assert.deepEqual(
      Object.keys(deedWords).filter((action) => !actions.includes(action)),
      [],
    )
  })

  it('belong each to one kind that the log can be narrowed to', () => {
    const kinds = Object.values(deedKinds).flatMap((kind) => kind.actions)
    for (const action of actions) assert.equal(kinds.filter((kind) => action.startsWith(`${kind}.`)).length, 1, action)
  })
})
