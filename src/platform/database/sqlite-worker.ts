import { parentPort, workerData } from 'node:worker_threads'
import { crashPoint } from '../crash-point.ts'
import { openSqliteFile } from './sqlite-file.ts'
import type { WorkerAnswer, WorkerQuestion } from './worker-connection.ts'

/** A thread that owns one connection and answers its questions in the order in which they come. */
const { file, mode } = workerData as { file: string; mode: 'read' | 'write' } // oxlint-disable-line typescript/no-unsafe-type-assertion -- written by worker-connection.ts
const database = openSqliteFile(file, mode)

parentPort?.on('message', (question: WorkerQuestion) => {
  if (question.close) {
    database.close()
    parentPort?.close()
    return
  }
  parentPort?.postMessage(answer(question))
})

function answer({ id, sql, parameters }: WorkerQuestion): WorkerAnswer {
  try {
    if (sql === 'commit') crashPoint('database.before-commit')
    const { rows, changes } = database.run(sql, parameters)
    if (sql === 'commit') crashPoint('database.after-commit')
    return { id, rows, changes }
  } catch (error) {
    return { id, rows: [], changes: 0, error }
  }
}
