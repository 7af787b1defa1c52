import { setTimeout as pause } from 'node:timers/promises'
import { knownEmail, unknownEmail } from '../evals/doors/accounts.ts'
import { type Answered, knock } from '../evals/doors/knocking.ts'

/**
 * A process of its own, so that what it costs to send and to hear is not taken for what readers wait:
 * `node bench/signing-in.ts URL ROUND ACCOUNTS PASSWORD RATE MILLISECONDS` tells in JSON what was answered.
 */
const [url = '', round = '0', accounts = '1', password = '', rate = '1', duration = '1000'] = process.argv.slice(2)

/** Sends at its own pace, whatever is answered: one in four with the right password, each from a network of its own. */
async function signIn(): Promise<Answered[]> {
  const sent: Promise<Answered>[] = []
  const began = performance.now()
  for (let number = 0; number < (Number(rate) * Number(duration)) / 1000; number += 1) {
    const due = began + (number * 1000) / Number(rate)
    if (due > performance.now()) await pause(due - performance.now())
    const isRight = number % 4 === 0
    const email = isRight ? knownEmail(number % Number(accounts)) : unknownEmail(number)
    const from = `${20 + Number(round)}.${number >> 8}.${number & 255}.1`
    sent.push(knock(url, '/newsroom/sign-in/', { email, password: isRight ? password : 'bukan itu' }, from))
  }
  return Promise.all(sent)
}

const answers = (await signIn()).map(({ status, body, took }) => ({ status, took, kind: kindOf({ status, body }) }))
process.stdout.write(JSON.stringify(answers), () => process.exit(0))

function kindOf({ status, body }: Pick<Answered, 'status' | 'body'>): string {
  if (status === 303) return 'in'
  if (status === 503) return 'busy'
  if (status === 429) return 'slow'
  return status === 422 && body.includes('tidak cocok') ? 'wrong' : `another answer, ${status}`
}
