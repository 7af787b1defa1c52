import type { Sheet } from './sheet.ts'

/** Headline and summary are as high as what stands in them; Enter goes on to the next field instead of breaking the line. */
export function growing({ form, place }: Sheet): void {
  const fields = [...form.querySelectorAll<HTMLTextAreaElement>('.headline textarea, .standfirst textarea')]
  for (const [number, field] of fields.entries()) {
    field.lang = place.lang
    const grow = () => {
      field.rows = 1
      while (field.scrollHeight > field.clientHeight + 1 && field.rows < 12) field.rows += 1
    }
    field.addEventListener('input', grow)
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return
      event.preventDefault()
      const next = fields[number + 1] ?? form.querySelector<HTMLElement>('.tiptap')
      next?.focus()
    })
    addEventListener('resize', grow)
    grow()
  }
  // An article begins with its headline.
  const [headline] = fields
  if (headline?.value === '' && document.activeElement === document.body) headline.focus()
}
