import { type ComparedBlock, countStates } from '#articles'
import type { Visit } from '../route.ts'
import { type Fact, factNames } from './facts.ts'

/** What was changed in a sentence: "3 blok berubah, 1 baru, dan 1 dihapus. Juga berubah: judul dan topik." */
export function summaryOf(visit: Visit, blocks: readonly ComparedBlock[], facts: readonly Fact[]): string {
  const { say, lang } = visit
  const { changed, added, removed, moved } = countStates(blocks)
  const parts = [
    ...(changed > 0 ? [say('revisions.changed', { count: changed })] : []),
    ...(added > 0 ? [say('revisions.added', { count: added })] : []),
    ...(removed > 0 ? [say('revisions.removed', { count: removed })] : []),
    ...(moved > 0 ? [say('revisions.moved', { count: moved })] : []),
  ]
  const listed = (words: readonly string[]) => new Intl.ListFormat(lang).format(words)
  const text = parts.length > 0 ? say('revisions.blocks', { parts: listed(parts) }) : say('revisions.noBlocks')
  if (facts.length === 0) return parts.length > 0 ? text : say('revisions.nothing')
  return `${text} ${say('revisions.facts', { names: listed(factNames(visit, facts)) })}`
}
