import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Runs a program with this terminal, hands it the signals that come here, and answers its exit code. */
export function runWith(program, args, env = process.env) {
  const words = args.map((word) => (word instanceof URL ? fileURLToPath(word) : word))
  const child = spawn(program, words, { stdio: 'inherit', env })
  const pass = (signal) => child.kill(signal)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(name, pass)
      resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1))
    })
  })
}
