import { element } from '../elements.ts'
import { keepPick, type Pick } from './picks.ts'
import type { Sheet } from './sheet.ts'

/** The block that shows it. What readers' pages need to keep its place goes along. */
export function pictureBlock({ picture }: Pick) {
  return { type: 'image', attrs: { ...picture } }
}

/** What became of a file, as the library tells it. */
interface Outcome {
  href?: string
  problem?: string
}

/** Brings a file to the library and says how far it is. @returns undefined when it was not taken, which is said, too */
export async function bringPicture(sheet: Sheet, file: File): Promise<Pick | undefined> {
  const { say, place, tell } = sheet
  const [line, bar] = [element('p', `${say('uploading', { name: file.name })} `), element('progress')]
  line.className = 'bringing'
  bar.ariaLabel = file.name
  line.append(bar)
  // A dialog that is open covers the page.
  const around = document.querySelector('dialog[open] form') ?? place
  around.append(line)
  tell(say('uploading', { name: file.name }))
  const outcome = await sent(place.dataset['uploads'] ?? '', file, (share) => (bar.value = share))
  const [, id] = /(\d+)\/$/.exec(outcome?.href ?? '') ?? []
  if (id !== undefined) {
    line.remove()
    return (await keepPick(sheet, 'pictures', { picture: id }))[0]
  }
  line.textContent = `${file.name}: ${outcome?.problem ?? say('uploadFailed')}`
  tell(line.textContent)
  return undefined
}

/** By a request that tells how far it is, which `fetch` does not. */
function sent(address: string, file: File, far: (share: number) => void): Promise<Outcome | undefined> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.upload.addEventListener('progress', ({ loaded, total }) => far(total > 0 ? loaded / total : 0))
    request.addEventListener('loadend', () => resolve(outcomeIn(request)))
    request.open('POST', address)
    request.setRequestHeader('accept', 'application/json')
    const fields = new FormData()
    fields.append('picture', file)
    request.send(fields)
  })
}

function outcomeIn({ status, responseText }: XMLHttpRequest): Outcome | undefined {
  try {
    return status === 200 ? (JSON.parse(responseText) as Outcome[])[0] : undefined // oxlint-disable-line typescript/no-unsafe-type-assertion -- told by uploading.ts
  } catch {
    return undefined
  }
}
