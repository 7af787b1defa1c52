const armed = process.env['GAWAI_CRASH_AT']

/**
 * A place where the durability tests kill the process: `GAWAI_CRASH_AT=name` or `name:3` for its third passing.
 * Unarmed it is one comparison with undefined.
 */
export function crashPoint(name: string): void {
  if (armed === undefined) return
  const [wanted, nth] = armed.split(':')
  if (wanted !== name) return
  passings += 1
  if (passings >= Number(nth ?? 1)) process.kill(process.pid, 'SIGKILL')
}

let passings = 0
