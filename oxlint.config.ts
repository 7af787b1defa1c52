import { uses } from './architecture.ts'
import { defineConfig, type OxlintOverride } from 'oxlint'

/** A slice may name the platform, the look and its neighbours' faces, as `architecture.ts` says, and nothing behind a face. */
const walls = Object.entries(uses).map(([slice, neighbours]): OxlintOverride => ({
  files: [`src/${slice}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: ['#*', '#*/**', ...allowed(slice, neighbours)],
            message: `${slice} may use ${neighbours.join(', ') || 'no other slice'} (architecture.ts), and of each only its face`,
          },
          {
            regex: `^(\\.\\./)+(${Object.keys(uses).join('|')}|app\\.ts|cli\\.ts)(/|$)`,
            message: 'Relative imports stay inside the slice',
          },
        ],
      },
    ],
  },
}))

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
    {
      files: ['**/*.test.ts', 'test/**/*.ts', 'bench/**/*.ts', 'evals/**/*.ts'],
      rules: {
        'no-restricted-imports': 'off',
        'typescript/no-unsafe-type-assertion': 'off',
        'typescript/no-floating-promises': 'off',
      },
    },
  ],
})
