import type { Compilable, CompiledQuery, Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** Stands in a hot query for a value that each call gives. */
class Blank {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

type Blanks<Values> = { readonly [Name in keyof Values]: Values[Name] }

/**
 * A query that is built and compiled once per kind of database and then only given its values. Kysely's building costs
 * several times what SQLite needs to answer, so every query of a reader page is asked this way.
 *
 * @param build receives the database and one blank per value: `compileOnce<{ id: number }>()((db, blank) => db.selectFrom('person').selectAll().where('id', '=', blank.id))`
 */
export function compileOnce<Values extends Record<string, unknown>>() {
  return <Row>(build: (db: Kysely<Tables>, blank: Blanks<Values>) => Compilable<Row>) => {
    // By adapter, not by connection: every write unit has a Kysely of its own and would compile anew.
    const known = new Map<unknown, CompiledQuery<Row>>()
    const blanks = new Proxy({} as Blanks<Values>, { get: (_, name) => new Blank(String(name)) }) // oxlint-disable-line typescript/no-unsafe-type-assertion -- each blank passes as its value's type until it is filled

    return async (db: Kysely<Tables>, values: Values): Promise<Row[]> => {
      const dialect = db.getExecutor().adapter.constructor
      let compiled = known.get(dialect)
      if (!compiled) {
        compiled = build(db, blanks).compile()
        known.set(dialect, compiled)
      }
      const parameters = compiled.parameters.map((value) => (value instanceof Blank ? values[value.name] : value))
      const { rows } = await db.executeQuery<Row>({ ...compiled, parameters })
      return rows
    }
  }
}
