import { CompiledQuery, type KyselyPlugin, type RootOperationNode } from 'kysely'
import type { Gawai } from '#platform/gawai.ts'

/** Hears what is asked of the database; what was compiled once is short and is not heard. */
export function listener(): { plugin: KyselyPlugin; asked: RootOperationNode[] } {
  const asked: RootOperationNode[] = []
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      asked.push(node)
      return node
    },
    transformResult: async ({ result }) => result,
  }
  return { plugin, asked }
}

/** What speaks against a query: it counts, or its plan reads or sorts a whole table of those that are large. */
export async function faultsOf(
  gawai: Gawai,
  database: 'sqlite' | 'postgresql',
  node: RootOperationNode,
  most: number,
): Promise<string[]> {
  const { sql: text, parameters } = gawai.db.getExecutor().compileQuery(node, { queryId: 'plan' })
  // Compiled once: its blanks are not filled here.
  if (!/^\s*(?:select|with)\b/i.test(text) || parameters.some((one) => one !== null && typeof one === 'object'))
    return []
  const explain = { sqlite: 'explain query plan', postgresql: 'explain (analyze, format json)' }[database]
  const { rows } = await gawai.db.executeQuery(CompiledQuery.raw(`${explain} ${text}`, [...parameters]))
  const faults = database === 'sqlite' ? sqliteFaults(rows as Step[], text) : readsOver(rows, most)
  const counts = /\bcount\s*\(/i.test(text) ? ['counts'] : []
  return [...counts, ...faults].map((fault) => `${fault}\n  ${text}`)
}

interface Step {
  id: number
  parent: number
  detail: string
}

const large =
  /^(?:SCAN|SEARCH) (publication|article|revision|draft|schedule|retraction|listed|topic_name|organisation|picture|picture_file|picture_label|picture_use|list_word|list_line|person|account|audit)\b(.*)/

/** A scan without a limit, or a sort of what comes straight from a large table; a walk along a key up to a limit is none. */
function sqliteFaults(steps: readonly Step[], text: string): string[] {
  return steps.flatMap(({ parent, detail }) => {
    if (!large.test(detail)) return []
    const isSorted = steps.some((one) => one.parent === parent && /TEMP B-TREE FOR ORDER BY/.test(one.detail))
    const isWhole = detail.startsWith('SCAN') && !/\blimit\b/i.test(text)
    return isSorted || isWhole ? [isSorted ? `sorts: ${detail}` : `scans: ${detail}`] : []
  })
}

interface Node {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  Plans?: Node[]
}

/** Nodes that read more rows than that. */
function readsOver(rows: readonly unknown[], most: number): string[] {
  const walk = (node: Node): string[] => {
    const read = (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops']
    const here =
      node['Relation Name'] && read > most
        ? [`reads ${read} rows: ${node['Node Type']} of ${node['Relation Name']}`]
        : []
    return [...here, ...(node.Plans ?? []).flatMap(walk)]
  }
  const [plan] = rows as { 'QUERY PLAN': { Plan: Node }[] }[]
  return plan ? plan['QUERY PLAN'].flatMap(({ Plan }) => walk(Plan)) : []
}
