/** The database cannot be asked at all just now; what was asked may work in a while. */
export class DatabaseGone extends Error {}

/** SQLite's result codes (sqlite.org/rescode.html) that speak of the file, not of the query. */
const sqliteCodes = new Set([
  5 /* busy */, 10 /* i/o */, 11 /* corrupt */, 13 /* full */, 14 /* cannot open */, 26 /* no database */,
])
const networkCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE', 'EHOSTUNREACH'])

/** Whether an error says that the database is away, rather than that the program asked something wrong. */
export function isDatabaseGone(error: unknown): boolean {
  if (error instanceof DatabaseGone) return true
  if (!(error instanceof Error)) return false
  if ('errcode' in error && typeof error.errcode === 'number') return sqliteCodes.has(error.errcode & 0xff)
  // A socket that is not there; a file that is not there is something else.
  if ('code' in error && error.code === 'ENOENT') return 'syscall' in error && error.syscall === 'connect'
  if ('code' in error && typeof error.code === 'string')
    // Class 08 is "connection exception", 57P "operator intervention" (PostgreSQL, appendix A).
    return networkCodes.has(error.code) || error.code.startsWith('08') || error.code.startsWith('57P')
  return /connection terminated|database connection is closed|timeout exceeded when trying to connect/i.test(
    error.message,
  )
}
