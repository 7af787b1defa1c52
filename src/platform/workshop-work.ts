/**
 * What a process of a workshop does: one piece of work after another, until the program goes. Work that throws ends the
 * process.
 *
 * @param work answers something that can be copied into the program
 */
export function workOn<Asked>(work: (asked: Asked) => unknown): void {
  const answer = async (asked: Asked) => void process.send?.(await work(asked))
  process.on('message', (asked: Asked) => void answer(asked))
  // The program closes it. A Ctrl+C goes to both, and the program may want to end its work first.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
  process.on('disconnect', () => process.exit())
}
