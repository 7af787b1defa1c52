import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { uses } from '../architecture.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const src = join(root, 'src')
const slices = Object.entries<readonly string[]>(uses)

describe('the table of the house', () => {
  it('names every slice, and each line only lines above it', async () => {
    const folders = (await readdir(src, { withFileTypes: true })).filter((entry) => entry.isDirectory())
    assert.deepEqual(folders.map(({ name }) => name).toSorted(), Object.keys(uses).toSorted())
    const above = new Set<string>()
    for (const [slice, neighbours] of slices) {
      for (const neighbour of neighbours) assert.ok(above.has(neighbour), `${slice} names ${neighbour} before its line`)
      above.add(slice)
    }
  })

  it('names no neighbour that is not used', async () => {
    for (const [slice, neighbours] of slices) {
      const text = await textOf(join(src, slice))
      for (const neighbour of neighbours)
        assert.match(text, new RegExp(`'#${neighbour}[/']`), `${slice} never uses ${neighbour}`)
    }
  })
})

/** Each file breaks one wall; the linter must name it. */
const planted: Record<string, { text: string; rule: RegExp }> = {
  'people/planted-upward.ts': { text: `import { publish } from '#articles'\nvoid publish\n`, rule: /people may use/ },
  'site/planted-behind.ts': {
    text: `import { publicationRow } from '#articles/publish.ts'\nvoid publicationRow\n`,
    rule: /of each only its face/,
  },
  'site/planted-relative.ts': {
    text: `import { publicationRow } from '../articles/publish.ts'\nvoid publicationRow\n`,
    rule: /Relative imports stay inside the slice/,
  },
  'site/planted/deeper.ts': {
    text: `import { publicationRow } from '../../articles/publish.ts'\nvoid publicationRow\n`,
    rule: /Relative imports stay inside the slice/,
  },
  'articles/planted-half.ts': {
    text: `import { embed } from './document/blocks/embed.editor.ts'\nvoid embed\n`,
    rule: /stays out of the program/,
  },
  'articles/planted-own-face.ts': {
    text: `import { documentOf } from './editor.ts'\nvoid documentOf\n`,
    rule: /stays out of the program/,
  },
  'site/planted-editor.ts': {
    text: `import { documentOf } from '#articles/editor'\nvoid documentOf\n`,
    rule: /stays out of the program/,
  },
  'newsroom/planted-editor.ts': {
    text: `import { documentOf } from '#articles/editor'\nvoid documentOf\n`,
    rule: /stays out of the program/,
  },
  'articles/document/blocks/planted.editor.ts': {
    text: `import { embed } from './embed.ts'\nvoid embed\n`,
    rule: /may use Tiptap/,
  },
  'articles/document/planted-zod.editor.ts': {
    text: `import { z } from 'zod'\nvoid z\n`,
    rule: /may use Tiptap/,
  },
  'articles/document/shared/planted.ts': {
    text: `import { plainText } from '../inline.ts'\nvoid plainText\n`,
    rule: /nothing but its neighbours/,
  },
  'newsroom/browser/editor/planted.ts': {
    text: `import { parseDocument } from '#articles/document/parse.ts'\nvoid parseDocument\n`,
    rule: /only its face/,
  },
  'look/planted-one.ts': {
    text: `import { other } from './planted-other.ts'\nexport const one = () => other\n`,
    rule: /no-cycle/,
  },
  'look/planted-other.ts': {
    text: `import { one } from './planted-one.ts'\nexport const other = () => one\n`,
    rule: /no-cycle/,
  },
  'look/planted-promise.ts': {
    text: `const late = async () => 1\nexport function forget() {\n  late()\n}\n`,
    rule: /no-floating-promises/,
  },
}

describe('the linter', () => {
  let copy = ''
  let found: { filename: string }[] = []
  before(async () => {
    copy = await mkdtemp(join(tmpdir(), 'gawai-walls-'))
    found = await lintCopy(copy)
  })
  after(() => rm(copy, { recursive: true, force: true }))

  for (const [file, { rule }] of Object.entries(planted))
    it(`reports ${file}`, () => {
      const own = found.filter(({ filename }) => filename.endsWith(file)).map((one) => JSON.stringify(one))
      assert.ok(
        own.some((line) => rule.test(line)),
        own.join('\n') || 'it reports nothing',
      )
    })
})

/** In a copy, so that whoever lints the house meanwhile does not meet the planted files. */
async function lintCopy(copy: string): Promise<{ filename: string }[]> {
  for (const name of ['src', 'architecture.ts', 'oxlint.config.ts', 'package.json', 'tsconfig.json'])
    await cp(join(root, name), join(copy, name), { recursive: true })
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'))
  for (const [file, { text }] of Object.entries(planted)) {
    await mkdir(dirname(join(copy, 'src', file)), { recursive: true })
    await writeFile(join(copy, 'src', file), text)
  }
  const files = Object.keys(planted).map((file) => join('src', file))
  const args = ['--type-aware', '--format', 'json', ...files]
  const linted = promisify(execFile)(join(root, 'node_modules/.bin/oxlint'), args, { cwd: copy })
  const said = await linted.catch((error: { stdout: string }) => error)
  return (JSON.parse(said.stdout) as { diagnostics: { filename: string }[] }).diagnostics
}

async function textOf(folder: string): Promise<string> {
  const files = await readdir(folder, { recursive: true })
  const texts = files.filter((file) => file.endsWith('.ts')).map((file) => readFile(join(folder, file), 'utf8'))
  return (await Promise.all(texts)).join('\n')
}
