import { hashPassword } from '#people'
import { makeAccount } from '../../src/people/account.ts'
import { keepSubscriber } from '../../src/people/subscription/subscriber.ts'
import { siteIn } from '../survival/site-in.ts'

/** So many people, all with the same password, which is hashed once. */
export async function fillWithAccounts(folder: string, count: number, password: string): Promise<void> {
  await siteIn(folder, async ({ gawai }) => {
    const hashed = await hashPassword(gawai, password)
    await gawai.write(async (unit) => {
      for (let number = 0; number < count; number += 1) {
        const role = number === 0 ? 'owner' : 'writer'
        const who = { name: `Orang ${number}`, email: knownEmail(number), lang: 'id', grants: [{ role }] } as const
        await makeAccount(unit, { ...who, password: hashed })
      }
    })
  })
}

/** The same people follow the daily digest, and have confirmed it. */
export async function fillWithSubscribers(folder: string, count: number): Promise<void> {
  await siteIn(folder, ({ gawai }) =>
    gawai.write(async (unit) => {
      for (let number = 0; number < count; number += 1) {
        const subscriber = await keepSubscriber(unit, knownEmail(number))
        const what = { subject: 'digest:daily:id', name: 'Ringkasan', lang: 'id' } as const
        const when = { asked_at: unit.now, confirmed_at: unit.now }
        await unit.tx
          .insertInto('subscription')
          .values({ id: unit.newId(), subscriber_id: subscriber, ...what, ...when })
          .execute()
      }
    }),
  )
}

const padded = (number: number) => String(number).padStart(6, '0')
export const knownEmail = (number: number): string => `orang-${padded(number)}@gawai.example`
/** As long as one that is known. */
export const unknownEmail = (number: number): string => `entah-${padded(number)}@gawai.example`
