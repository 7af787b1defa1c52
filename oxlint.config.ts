import { uses } from './architecture.ts'
import { defineConfig, type OxlintOverride } from 'oxlint'

/** The browser's half of the house: the program never loads it. */
const browserHalf = {
  regex: String.raw`(\.editor\.ts|^#[^/]+/editor|/editor\.ts)$`,
  message: 'What runs in the editor stays out of the program: only src/newsroom/browser and tests may use it',
}
const outside = {
  regex: `^(\\.\\./)+(${Object.keys(uses).join('|')}|app\\.ts|cli\\.ts)(/|$)`,
  message: 'Relative imports stay inside the slice',
}

const refusing = (files: string[], ...patterns: object[]): OxlintOverride => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
})

const face = (slice: string, neighbours: readonly string[], open: readonly string[]) => ({
  group: ['#*', '#*/**', ...open],
  message: `${slice} may use ${neighbours.join(', ') || 'no other slice'} (architecture.ts), and of each only its face`,
})

/** A slice may name the platform, the look and its neighbours' faces, as `architecture.ts` says, and nothing behind a face. */
const walls = Object.entries(uses).map(([slice, neighbours]) =>
  refusing([`src/${slice}/**/*.ts`], face(slice, neighbours, allowed(slice, neighbours)), outside, browserHalf),
)

/**
 * A block is a pair: `x.ts` for the program and `x.editor.ts` for the browser. They share what knows neither, so that
 * no server view, no schema of zod and no sanitiser gets into what a writer loads.
 */
const pairs = [
  refusing(['src/**/*.editor.ts', 'src/*/editor.ts'], {
    group: ['**', '!@tiptap/**', '!**/*.editor.ts', '!**/shared/*.ts'],
    message: 'The editor’s half of a block may use Tiptap, other .editor.ts files and what stands in shared/',
  }),
  refusing(['src/**/shared/*.ts'], {
    group: ['**', '!./*.ts'],
    message: 'What both halves of a block share uses nothing but its neighbours in shared/',
  }),
  refusing(
    ['src/newsroom/browser/**/*.ts'],
    face('newsroom', uses.newsroom, [
      ...allowed('newsroom', uses.newsroom),
      ...uses.newsroom.map((slice) => `!#${slice}/editor`),
    ]),
    outside,
  ),
]

function allowed(slice: string, neighbours: readonly string[]): string[] {
  return [...neighbours, slice].flatMap((name) =>
    name === 'platform' || name === 'look' ? [`!#${name}/**`] : [`!#${name}`],
  )
}

export default defineConfig({
  plugins: ['typescript', 'import', 'unicorn', 'promise'],
  categories: { correctness: 'error' },
  options: { typeAware: true },
  rules: {
    'import/no-cycle': ['error', { ignoreTypes: true }],
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/await-thenable': 'error',
    'typescript/no-unsafe-type-assertion': 'error',
    'typescript/no-explicit-any': 'error',
    // Nothing here has a `this`: what looks like a method is a closure.
    'typescript/unbound-method': 'off',
    'typescript/no-non-null-assertion': 'error',
    'typescript/switch-exhaustiveness-check': 'error',
    eqeqeq: 'error',
    'no-var': 'error',
    'prefer-const': 'error',
  },
  overrides: [
    ...walls,
    ...pairs,
    {
      files: ['**/*.test.ts', 'test/**/*.js', 'test/**/*.ts', 'bench/**/*.ts', 'evals/**/*.ts'],
      rules: {
        'no-restricted-imports': 'off',
        'typescript/no-unsafe-type-assertion': 'off',
        'typescript/no-floating-promises': 'off',
      },
    },
  ],
})
