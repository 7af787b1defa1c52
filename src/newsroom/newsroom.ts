import { forgetPreviewLinks } from '#articles'
import type { Assets } from '#look/assets.ts'
import { forgetAddresses, forgetChallenges, forgetInvitations, forgetSessions } from '#people'
import type { Gawai } from '#platform/gawai.ts'
import { frontDesk } from './front-desk.ts'
import { forgetNotices } from './notice.ts'
import { routes } from './routes.ts'

/** The editors' side of the program, for the address `/newsroom`. */
export function newsroom(gawai: Gawai, assets: Assets) {
  gawai.jobs.onCalendar('forget-doors', '47 4 * * *', () =>
    gawai.write(async (unit) => {
      await forgetSessions(unit)
      await forgetInvitations(unit)
      await forgetChallenges(unit)
      await forgetAddresses(unit)
      await forgetNotices(unit)
      await forgetPreviewLinks(unit)
    }),
  )
  return frontDesk({ gawai, assets, routes })
}
