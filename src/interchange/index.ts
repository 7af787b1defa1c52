import type { Gawai } from '#platform/gawai.ts'
export async function importWordPress(_gawai: Gawai, _file: string): Promise<{ words: string; facts: object }> {
  throw new Error('being written')
}
