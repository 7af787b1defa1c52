import type { Gawai } from '../gawai.ts'
import { securityHeaders as headers } from './security-headers.ts'

/** What a supervisor or a balancer asks. */
export const health = {
  /** The process runs and answers. */
  live: (): Response => Response.json({ live: true }, { headers }),
  /** It can also write: the database answers. While it does not, kept pages are still served. */
  async ready(gawai: Gawai): Promise<Response> {
    try {
      await gawai.ping()
      return Response.json({ ready: true }, { headers })
    } catch {
      return Response.json({ ready: false, reasons: ['the database does not answer'] }, { status: 503, headers })
    }
  },
}
