import { createRequire } from 'node:module'

const load = createRequire(import.meta.url)

/**
 * A library that few starts need, loaded by whoever asks first: else every start would wait for it.
 *
 * @param name of the package; name its types with `import type`
 */
export function loadLater<Library>(name: string): () => Library {
  let library: Library | undefined
  return () => (library ??= load(name) as Library) // oxlint-disable-line typescript/no-unsafe-type-assertion -- a package has the types that it brings
}
