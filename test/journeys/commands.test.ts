import assert from 'node:assert/strict'
import { readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, it } from 'node:test'
import { ask } from '#test/served-pages.ts'
import { temporaryFolder } from '#test/temporary.ts'
import { ended, gawai, startSite, until } from './site.ts'

const demo = await readdir(new URL('../../demo/', import.meta.url))
const demoTexts = demo.filter((file) => file.endsWith('.md'))
const story = '---\ntitle: Kabar pertama\nslug: kabar\n---\nSatu kalimat.\n'

describe('gawai serve', () => {
  it('fills an empty folder with the demo, keeps it at the next start, and ends when asked', async (test) => {
    const site = await startSite(test)
    assert.match((await ask(`${site.url}/`)).text, /Delapan tahun menanti/)
    await ended(site.child)
    assert.equal(site.child.exitCode, 0)
    const { out, code } = await gawai(['check', '--data', site.data, '--json'])
    assert.equal(code, 0)
    assert.deepEqual(
      { ...JSON.parse(out), pages: 0 },
      { articles: demoTexts.length, pages: 0, pictures: 30, problems: [] },
    )
  })

  it('says in one sentence when its port is taken', async (test) => {
    const site = await startSite(test)
    const { port } = new URL(site.url)
    const { code, err } = await gawai(['serve', '--data', await temporaryFolder(test)], { PORT: port })
    assert.equal(code, 2)
    assert.match(err, new RegExp(`^gawai: Port ${port} on 127\\.0\\.0\\.1 is in use: .*PORT=\\d+\n$`))
  })

  it('shows what another program publishes into its folder', async (test) => {
    const site = await startSite(test)
    await ask(`${site.url}/`)
    const file = join(site.data, 'story.md')
    await writeFile(file, story)
    const { out } = await gawai(['publish', file, '--data', site.data, '--json'])
    const { path } = JSON.parse(out) as { path: string }
    assert.match(path, /^\/\d{4}\/\d\d\/kabar\/$/)
    await until(async () => (await ask(`${site.url}/`)).text.includes('Kabar pertama'))
    assert.equal((await ask(site.url + path)).status, 200)
  })

  it('goes on answering when it is killed and its database is gone', async (test) => {
    const site = await startSite(test)
    await ask(`${site.url}/`)
    await ended(site.child)
    await rename(join(site.data, 'gawai.db'), join(site.data, 'away.db'))
    const again = await startSite(test, {}, site.data)
    const home = await ask(`${again.url}/`)
    assert.equal(home.status, 200)
    assert.match(String(home.headers.age), /^\d+$/)
    assert.match(String(home.headers['cache-status']), /database unreachable/)
    const story = await ask(`${again.url}/2018/03/xiaomi-masuk-amerika-serikat/`)
    assert.match(story.text, /\[WS\/HBS\]/)
    assert.equal((await ask(`${again.url}/readyz`)).status, 503)
    assert.equal((await ask(`${again.url}/belum-pernah-dibaca/`)).status, 503)
  })
})

describe('a command line that cannot be carried out', () => {
  it('gets one sentence that says what to do, and exit code 2', async (test) => {
    const data = await temporaryFolder(test)
    const file = join(data, 'story.md')
    await writeFile(file, '---\ntitel: x\n---\nTeks.')
    const newer = await temporaryFolder(test)
    await gawai(['publish', file, '--data', newer])
    const database = new DatabaseSync(join(newer, 'gawai.db'))
    database.exec("insert into kysely_migration (name, timestamp) values ('999-from-the-future', '2030')")
    database.close()
    const cases: [string[], Record<string, string>, RegExp][] = [
      [
        ['terbitkan'],
        {},
        /there is no command "terbitkan"; the commands are serve, publish, import, devices, newsroom, user, check/,
      ],
      [['serve', '--port', '1'], {}, /Unknown option '--port'/],
      [['publish'], {}, /publish takes one file: gawai publish FILE\.md/],
      [['publish', file], {}, /story\.md: .*unknown field "titel"/],
      [['publish', join(data, 'none.md')], {}, /none\.md cannot be read \(ENOENT\): check the name/],
      [['import', 'ghost', 'x'], {}, /import reads exports of: wordpress\. Not of "ghost"/],
      [['check'], { GAWAI_DATA: join(data, 'nothing') }, /nothing holds no site/],
      [['check'], { PORT: 'x' }, /PORT is "x"; it must be a port number/],
      [['check', '--data', newer], {}, /newer/],
    ]
    const results = await Promise.all(cases.map(([args, env]) => gawai(args, { GAWAI_DATA: data, ...env })))
    for (const [index, { code, out, err }] of results.entries()) {
      const [args, , expected] = cases[index] ?? [[], {}, /^$/]
      assert.equal(code, 2, args.join(' '))
      assert.equal(out, '')
      assert.match(err, /^gawai: [^\n]+\n$/)
      assert.match(err, expected)
    }
  })
})
