import type { Scan } from './scan.ts'

/** What an import did, in figures and in words. */
export interface ImportReport {
  /** For a person. */
  words: string
  /** For a program. */
  facts: ImportFacts
}

export interface ImportFacts {
  /** How many of each kind the file holds. */
  read: Record<string, number>
  /** How many of each kind are new here. */
  imported: Record<string, number>
  /** What became of the imported articles. */
  fates: { public: number; scheduled: number; draft: number }
  /** Were here already from an earlier run. */
  unchanged: number
  /** Could not be imported, and why. */
  refused: Note[]
  /** Kinds that a later part of Gawai reads. */
  left: Record<string, number>
  /** What of the imported was not understood. */
  notes: Note[]
}

interface Note {
  /** The item's id in the export. */
  id: string
  title: string
  why: string
}

const mostLines = 200

/** The facts of an import that has written nothing yet. */
export function newFacts({ counts, closed, strangers, brokenBytesAt }: Scan): ImportFacts {
  const { author: _, category: __, tag: ___, post: ____, page: _____, wp_block: ______, ...left } = counts
  return {
    read: counts,
    imported: {},
    fates: { public: 0, scheduled: 0, draft: 0 },
    unchanged: 0,
    refused: closed.map(({ attachment, ...item }) => ({
      ...item,
      why: `its file will never be fetched: ${attachment} is no public web address`,
    })),
    left,
    notes: [
      ...(brokenBytesAt === undefined ? [] : [brokenBytes(brokenBytesAt)]),
      ...strangers.map(({ type, ...item }) => ({
        ...item,
        why: `its kind "${type}" has no like here: it was left out`,
      })),
    ],
  }
}

const brokenBytes = (at: number): Note => ({
  id: '-',
  title: 'the file',
  why: `the bytes at ${at} are no text in its encoding; such characters became \ufffd`,
})

/** Every line of the report names its item. */
export function reportOf(facts: ImportFacts): ImportReport {
  const figures = (counts: Record<string, number>) =>
    Object.entries(counts)
      .map(([kind, count]) => `${count} ${kind}`)
      .join(', ') || 'nothing'
  const notes = (heading: string, lines: readonly Note[]) =>
    lines.length === 0
      ? []
      : [
          `${heading}:`,
          ...lines.slice(0, mostLines).map(({ id, title, why }) => `  ${id} "${title}": ${why}`),
          ...(lines.length > mostLines ? [`  and ${lines.length - mostLines} more; --json lists all`] : []),
        ]
  const words = [
    `Read: ${figures(facts.read)}`,
    `Imported: ${figures(facts.imported)}${facts.unchanged > 0 ? `; ${facts.unchanged} were here already` : ''}`,
    `Public: ${facts.fates.public}, scheduled: ${facts.fates.scheduled}, drafts: ${facts.fates.draft}`,
    `Refused: ${facts.refused.length}`,
    ...notes('Refused', facts.refused),
    `Left for later: ${figures(facts.left)}`,
    ...notes('Not understood', facts.notes),
  ].join('\n')
  return { words, facts }
}
