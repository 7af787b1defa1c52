// Bundles what browsers load into dist/browser, under names that change with their content.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Each source that a page asks for, by the name it asks with. */
const entries = {
  'reader.js': 'src/look/browser/reader.ts',
  'offline.js': 'src/look/worker/offline.ts',
  'gawai.css': 'src/look/css/gawai.css',
  'devices.css': 'src/look/css/devices.css',
  'newsroom.js': 'src/newsroom/browser/newsroom.ts',
  'editor.js': 'src/newsroom/browser/editor/editor.ts',
  'newsroom.css': 'src/newsroom/css/newsroom.css',
  'preview.css': 'src/newsroom/css/preview.css',
}

export async function build() {
  const { build: bundle } = await import('vite')
  const target = new URL('../dist/browser/', import.meta.url)
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target, { recursive: true })
  const manifest = {}
  for (const [name, source] of Object.entries(entries)) {
    const text = await bundled(bundle, name, source)
    const [stem, ending] = name.split('.')
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 10)
    manifest[name] = `${stem}-${hash}.${ending}`
    writeFileSync(new URL(manifest[name], target), text)
  }
  // Last, because its presence says that the build is whole.
  writeFileSync(new URL('manifest.json', target), `${JSON.stringify(manifest, null, 2)}\n`)
}

async function bundled(bundle, name, source) {
  const { output } = await bundle({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      rollupOptions: { input: { [name]: `${root}${source}` } },
    },
  })
  const wanted = output.find(({ fileName }) => fileName.endsWith(name.endsWith('.css') ? '.css' : '.js'))
  if (!wanted) throw new Error(`The build of ${source} gave nothing`)
  return 'source' in wanted ? String(wanted.source) : wanted.code
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build()
  console.log(
    'Built what browsers need:',
    Object.values(JSON.parse(readFileSync(new URL('../dist/browser/manifest.json', import.meta.url), 'utf8'))).join(
      ', ',
    ),
  )
}
