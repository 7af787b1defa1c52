import { sayAgo } from '#look/browser/ago.ts'
import { followLook } from './look-preview.ts'
import { cropping } from './cropping.ts'
import { uploads } from './uploads.ts'
import './passkeys.ts'

/** Somebody who leaves a form half filled in is asked whether they mean it. */
let isChanged = false
addEventListener('input', ({ target }) => {
  if (target instanceof Element && target.closest('form[method=post]:not([data-free])')) isChanged = true
})
addEventListener('submit', () => (isChanged = false))
addEventListener('beforeunload', (event) => {
  if (isChanged) event.preventDefault()
})

// On a phone the rooms lie in a row that is longer than the screen.
document.querySelector('.rooms [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })

// What went wrong or was done is where one reads on: a live region that stands in a page from its beginning is not read by itself.
document.querySelector<HTMLElement>('.problem, .notice[role=status]')?.focus()

// Whoever reads a log wants the exact time, too.
sayAgo(document.querySelectorAll('.deeds time'), (time, words) => time.append(` · ${words}`))

followLook()
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-upload]')) uploads(form)
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-crop]')) cropping(form)
