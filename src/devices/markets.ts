import { compileOnce } from '#platform/database/compile-once.ts'
import type { Gawai } from '#platform/gawai.ts'
import './tables.ts'
import type { MarketCode } from './tables.ts'

const every = compileOnce<Record<never, never>>()((db) =>
  db.selectFrom('market').select(['code', 'currency']).orderBy('position'),
)

/** The markets that the newsroom follows, in its order, with their currencies. */
export const allMarkets = ({ db }: Pick<Gawai, 'db'>): Promise<{ code: MarketCode; currency: string }[]> =>
  every(db, {})
