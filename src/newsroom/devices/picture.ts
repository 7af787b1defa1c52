import { z } from 'zod'
import { changeDevice, deskDevice, factsOf } from '#devices'
import { findPicture, type LibraryPicture, picturesPage, thumbnailOf } from '#media'
import { type Html, html, nothing } from '#platform/html.ts'
import { NotFound } from '#platform/refusals.ts'
import { field } from '../forms/fields-view.ts'
import { idField } from '../forms/form.ts'
import { tellDone } from '../notice.ts'
import { type Page, route, type Visit } from '../route.ts'
import { deviceNav } from './devices-nav.ts'
import { undoChanging } from './one-device.ts'
import { deviceHere, devicePath, deviceRoute, devicesRoom, editorOf } from './paths.ts'

const mostFound = 12

/** The picture at the top of a device's page: one of the library, found by its words. */
async function picturePage(visit: Visit): Promise<Page> {
  const { say, gawai, url } = visit
  const device = await deskDevice(gawai, deviceHere(visit))
  const here = `${devicePath(device.id)}picture/`
  const words = (url.searchParams.get('words') ?? '').slice(0, 100)
  const now = device.picture_id === null ? undefined : await findPicture(gawai, device.picture_id)
  const { items } = await picturesPage(gawai, { limit: mostFound, ...(words !== '' && { words }) })
  const shown = now === undefined ? items : [now, ...items.filter(({ id }) => id !== now.id)]
  return {
    title: `${device.brand} ${device.name}`,
    room: devicesRoom,
    body: html`${deviceNav(visit, device.id, 'picture/')}
      <form method="get" action="${here}" class="filters">
        ${field(visit, { name: 'words', value: words, type: 'search', most: 100, isOptional: true })}
        <p><button>${say('filters.show')}</button></p>
      </form>
      <form method="post" action="${here}">
        <fieldset>
          <legend>${say('devicesDesk.picture')}</legend>
          <ul class="boxes">
            <li>
              <label
                ><input type="radio" name="picture" value="" ${now === undefined ? html`checked` : nothing} />
                ${say('devicesDesk.noPicture')}</label
              >
            </li>
            ${shown.map((picture) => pictureLine(picture, picture.id === now?.id))}
          </ul>
        </fieldset>
        <p><button>${say('form.save')}</button></p>
      </form>`,
  }
}

const pictureLine = (picture: LibraryPicture, isChosen: boolean): Html =>
  html`<li>
    <label
      ><input type="radio" name="picture" value="${picture.id}" ${isChosen ? html`checked` : nothing} />
      <img src="${thumbnailOf(picture)}" alt="" width="64" height="64" loading="lazy" /> ${picture.name}</label
    >
  </li> `

export const devicePictureRoutes = [
  route.page(`${deviceRoute}picture/`, 'devices.see', picturePage),
  route.deed({
    path: `${deviceRoute}picture/`,
    needs: 'devices.change',
    form: z.strictObject({ picture: z.union([z.literal(''), idField]) }),
    again: picturePage,
    async handle(visit, { picture }) {
      const { gawai, actor } = visit
      const device = deviceHere(visit)
      if (picture !== '' && (await findPicture(gawai, picture)) === undefined)
        throw new NotFound('This picture is not there any more', { key: 'devicesDesk.pictureGone' })
      const notice = await gawai.write(async (unit) => {
        const row = await deskDevice({ db: unit.tx }, device)
        const facts = { ...factsOf(row), picture: picture === '' ? null : picture }
        const before = await changeDevice(unit, { device, by: editorOf(actor), ...facts })
        const told = { key: 'devicesDesk.saved', values: { name: row.name } }
        return tellDone(unit, actor.account, told, undoChanging.step({ device, ...before }))
      })
      return { to: `${devicePath(device)}picture/`, notice }
    },
  }),
]
