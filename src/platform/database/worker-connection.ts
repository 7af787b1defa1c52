import { Worker } from 'node:worker_threads'
import { threadEnvironment } from '../compiled-code.ts'
import type { Answer } from './sqlite-file.ts'

export interface WorkerQuestion {
  id: number
  sql: string
  parameters: readonly unknown[]
  close?: boolean
}
export interface WorkerAnswer extends Answer {
  id: number
  error?: unknown
}

/** A SQLite connection that lives in a thread of its own. */
export interface WorkerConnection {
  run(sql: string, parameters?: readonly unknown[]): Promise<Answer>
  close(): Promise<void>
}

/**
 * Starts the thread. If the thread dies, every question that waits and every later one is refused with the
 * reason, so that no caller hangs and nothing is acknowledged that was not written.
 */
export function connectWorker(file: string, mode: 'read' | 'write'): WorkerConnection {
  const worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), {
    workerData: { file, mode },
    env: threadEnvironment(),
    resourceLimits: { maxYoungGenerationSizeMb: 4 },
  })
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: unknown) => void }>()
  let lastId = 0
  let broken: Error | undefined

  worker.on('message', ({ id, rows, changes, error }: WorkerAnswer) => {
    const asker = waiting.get(id)
    waiting.delete(id)
    if (waiting.size === 0) worker.unref()
    if (error === undefined) asker?.resolve({ rows, changes })
    else asker?.reject(error)
  })
  const fail = (error: Error) => {
    broken = error
    for (const asker of waiting.values()) asker.reject(error)
    waiting.clear()
  }
  worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))))
  const exited = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      fail(new Error('The database connection is closed'))
      resolve()
    })
  })
  worker.unref()

  return {
    run(sql, parameters = []) {
      if (broken) return Promise.reject(broken)
      const id = ++lastId
      worker.ref()
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        worker.postMessage({ id, sql, parameters } satisfies WorkerQuestion)
      })
    },
    async close() {
      if (!broken) {
        worker.ref()
        worker.postMessage({ id: 0, sql: '', parameters: [], close: true } satisfies WorkerQuestion)
      }
      await exited
    },
  }
}
