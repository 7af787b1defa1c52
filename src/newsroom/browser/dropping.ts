import { element } from './elements.ts'

/** The whole page takes what is dropped; it says so while something is dragged over it. */
export function dropping(words: string, bring: (files: Iterable<File>) => void): void {
  const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false
  const sign = element('p', words)
  sign.className = 'drop-sign'
  sign.hidden = true
  document.body.append(sign)
  document.addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return
    event.preventDefault()
    sign.hidden = false
  })
  document.addEventListener('dragleave', ({ relatedTarget }) => (sign.hidden = relatedTarget === null || sign.hidden))
  document.addEventListener('drop', (event) => {
    sign.hidden = true
    if (!holdsFiles(event)) return
    event.preventDefault()
    bring(event.dataTransfer?.files ?? [])
  })
}
