import { barOf } from './bar.ts'
import { counting } from './counting.ts'
import { dragging } from './dragging.ts'
import { findBar } from './find-bar.ts'
import { formatBar } from './format-bar.ts'
import { growing } from './growing.ts'
import { landing } from './landing.ts'
import { movingKeys } from './moving.ts'
import { nameFields } from './name-field.ts'
import { pictureDrops } from './picture-drops.ts'
import { followNotes } from './noted.ts'
import { previews } from './previews.ts'
import type { Sheet } from './sheet.ts'
import { sourceFields } from './source-field.ts'
import { slashMenu } from './slash-menu.ts'
import { tapping } from './tapping.ts'

/** Puts everything around a sheet that its page has a place for. */
export function tools(sheet: Sheet): void {
  // What stands beside the text is in nobody's way.
  if (matchMedia('(min-width: 75rem)').matches)
    for (const group of sheet.form.querySelectorAll<HTMLDetailsElement>('details.group')) group.open = true
  const bar = barOf(sheet)
  slashMenu(sheet)
  formatBar(sheet)
  findBar(sheet, bar)
  movingKeys(sheet)
  dragging(sheet)
  tapping(sheet)
  pictureDrops(sheet)
  counting(sheet, bar)
  growing(sheet)
  nameFields(sheet)
  sourceFields(sheet)
  followNotes(sheet)
  previews(sheet)
  landing(sheet)
}
