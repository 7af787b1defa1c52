export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

/** Structured lines: what happened in words, and the facts beside it. */
export interface Log {
  info(words: string, facts?: Record<string, unknown>): void
  warn(words: string, facts?: Record<string, unknown>): void
  error(words: string, facts?: Record<string, unknown>): void
}

/** Writes one JSON object a line. An `Error` among the facts becomes its message and stack. */
export function jsonLog(write: (line: string) => void = (line) => process.stderr.write(line)): Log {
  const say =
    (level: LogLevel) =>
    (words: string, facts: Record<string, unknown> = {}) => {
      const plain = Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, plainly(fact)]))
      write(`${JSON.stringify({ at: new Date().toISOString(), level, words, ...plain })}\n`)
    }
  return { info: say('info'), warn: say('warn'), error: say('error') }
}

export const silentLog: Log = { info() {}, warn() {}, error() {} }

function plainly(fact: unknown): unknown {
  return fact instanceof Error ? { message: fact.message, stack: fact.stack } : fact
}
